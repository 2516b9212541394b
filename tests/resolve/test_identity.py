"""Identity across articles: what is one thing, what stays two, ids that stay, order and growth."""

import random

import pandas as pd
import pytest

from dateline import schema
from dateline.annotate.record import Name, Record
from dateline.load.article import Article
from dateline.resolve.identity import entities_of, identify, moved
from dateline.resolve.identity.naming import short_names, slug
from dateline.resolve.pile import resolve

SPORT = "soccer striker goalkeeper coach match cup scored halftime team won final league defeated points player "


def pile(*articles, texts=None, titles=None):
    """Each article is a list of (text, label) or (text, label, chain); a row stands every 40 characters."""
    rows = []
    for a, names in enumerate(articles):
        for n, (text, label, *chain) in enumerate(names):
            rows.append((a, n * 40, n * 40 + len(text), text, label, chain[0] if chain else n, "", ""))
    frame = pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(len(articles))],
            "text": texts or ["the minister spoke about the harbour"] * len(articles),
            "title": titles or [""] * len(articles),
            "published": pd.Timestamp("2025-03-01"),
        }
    )
    names = pd.DataFrame(rows, columns=["article", "start", "end", "text", "label", "chain", "role", "reason"])
    return schema.conform("articles", frame), names


def ids(*articles, **options):
    """(article, text) → entity id."""
    frame, names = pile(*articles, **options)
    out = identify(frame, names)
    return {(a, t): i for a, t, i in zip(out.article, out.text, out.entity_id, strict=True)}


NEAR = [("Vexin Energy", "ORG"), ("Cy Quex", "PERSON"), ("Dora Plim", "PERSON")]
FAR = [("Lumo Foods", "ORG"), ("Ed Zarn", "PERSON"), ("Fay Trop", "PERSON")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same full name
        (("Ada Melk", "PERSON"), ("Ada Melk", "PERSON")),
        # middle initial, short given name, particle and accent
        (("Ada M. Melk", "PERSON"), ("Ada Melk", "PERSON")),
        (("William Melk", "PERSON"), ("Bill Melk", "PERSON")),
        (("José Melk", "PERSON"), ("Jose Melk", "PERSON")),
        # a firm with and without its ending
        (("Vexo Inc.", "ORG"), ("Vexo", "ORG")),
        # spellings
        (("Defence Office", "ORG"), ("Defense Office", "ORG")),
        # names of a country, of its people, of a city
        (("U.S.", "GPE"), ("United States", "GPE")),
        (("American", "NORP"), ("Americans", "NORP")),
        (("Kiev", "GPE"), ("Kyiv", "GPE")),
        # generally known
        (("ISIL", "ORG"), ("Islamic State", "ORG")),
        (("NATO", "ORG"), ("North Atlantic Treaty Organization", "ORG")),
    ],
)
def test_one_thing(one, other):
    found = ids([one, *NEAR], [other, *NEAR])
    assert found[0, one[0]] == found[1, other[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ada Melk", "PERSON"), ("Ben Melk", "PERSON")),
        (("John F. Melk", "PERSON"), ("John K. Melk", "PERSON")),
        # a nationality is linked to its country, not merged with it
        (("French", "NORP"), ("France", "GPE")),
        # a person and a place
        (("Jordan", "GPE"), ("Ada Jordan", "PERSON")),
        # a firm and a part of it
        (("Vexo", "ORG"), ("Vexo Security", "ORG")),
    ],
)
def test_two_things(one, other):
    found = ids([one, *NEAR], [other, *NEAR])
    assert found[0, one[0]] != found[1, other[0]]


def test_a_bare_surname_joins_the_bearer_whose_articles_keep_its_company():
    found = ids(
        [("Ada Melk", "PERSON"), *NEAR], [("Ada Melk", "PERSON"), *NEAR],
        [("Ben Melk", "PERSON"), *FAR], [("Ben Melk", "PERSON"), *FAR],
        [("Melk", "PERSON"), *FAR],
    )  # fmt: skip
    assert found[4, "Melk"] == found[2, "Ben Melk"]


def test_a_bare_surname_without_a_clear_winner_stays_alone_and_says_so():
    both = [*NEAR, *FAR]
    frame, names = pile([("Ada Melk", "PERSON"), *both], [("Ben Melk", "PERSON"), *both], [("Melk", "PERSON"), *both])
    out = identify(frame, names)
    row = out[out.article == 2].iloc[0]
    assert row.entity_id not in set(out[out.article < 2].entity_id)
    assert "could not be told" in row.reason


def test_no_join_through_an_initial_that_two_people_fit():
    found = ids([("John Melk", "PERSON"), *NEAR], [("Jane Melk", "PERSON"), *NEAR], [("J. Melk", "PERSON"), *NEAR])
    assert len({found[0, "John Melk"], found[1, "Jane Melk"], found[2, "J. Melk"]}) == 3


def test_a_usual_name_in_two_fields_of_life_is_two_people_and_a_rare_one_is_one():
    texts = ["the minister spoke about the budget", SPORT]
    common = ids([("John Smith", "PERSON"), *NEAR], [("John Smith", "PERSON"), *FAR], texts=texts)
    assert common[0, "John Smith"] != common[1, "John Smith"]
    rare = ids([("Quix Zarnow", "PERSON"), *NEAR], [("Quix Zarnow", "PERSON"), *FAR], texts=texts)
    assert rare[0, "Quix Zarnow"] == rare[1, "Quix Zarnow"]


def test_a_team_is_not_its_country_and_another_in_another_sport():
    cricket = "cricket wicket innings batsman bowler match team won cup final scored points player coach overs"
    found = ids([("France", "GPE")], [("France", "ORG")], [("France", "ORG")], texts=["the minister", SPORT, cricket])
    assert [found[a, "France"] for a in range(3)] == ["france", "france-soccer", "france-cricket"]


def test_a_team_is_found_again():
    frame, names = pile([("France", "ORG")], [("France", "ORG")], texts=[SPORT, SPORT])
    old = identify(*pile([("France", "ORG")], texts=[SPORT])).assign(article_id="a0")
    assert identify(frame, names, old).entity.tolist() == ["France (soccer)"] * 2


def test_georgia_is_a_state_among_american_places_and_a_country_elsewhere():
    found = ids(
        [("Georgia", "GPE"), ("Atlanta", "GPE"), ("Ala.", "GPE")],
        [("Georgia", "GPE"), ("Tbilisi", "GPE")],
        [("Ga.", "GPE")],
    )
    assert found[0, "Georgia"] == found[2, "Ga."]
    assert (found[0, "Georgia"], found[1, "Georgia"]) == ("georgia-state", "georgia")


def test_an_acronym_spelled_out_elsewhere():
    frame, names = pile(
        [("Office of Fair Play", "ORG", 0), ("OFP", "ORG", 0)],
        [("OFP", "ORG"), *NEAR],
        [("Office of Fair Play", "ORG")],
    )
    out = identify(frame, names)
    assert out.entity_id.nunique() == 1 + len(NEAR)
    assert "in another article" in out[out.article == 1].reason.iloc[0]


def test_a_kind_that_one_article_gives_wrongly():
    frame, names = pile(*[[("Quexo Board", "ORG"), *NEAR]] * 4, [("Quexo Board", "PERSON"), *NEAR])
    out = identify(frame, names)
    board = out[out.text == "Quexo Board"]
    assert board.entity_id.nunique() == 1
    assert set(board.label) == {"ORG"}


def test_a_full_name_that_stands_only_in_the_headline():
    found = ids([("Ada Melk", "PERSON")], [("Melk", "PERSON")], titles=["", "Why Ada Melk resigned"])
    assert found[0, "Ada Melk"] == found[1, "Melk"]


def made_up(n=60, seed=1):
    draw = random.Random(seed)
    people = [f"{g} {s}" for g in ("Ada", "Ben", "Cy", "Dora") for s in ("Melk", "Plim", "Zarn")]
    articles = []
    for _ in range(n):
        names = []
        for c, p in enumerate(draw.sample(people, 3)):
            names += (
                [(p, "PERSON", c), (p.split()[1], "PERSON", c)]
                if draw.random() < 0.7
                else [(p.split()[1], "PERSON", c)]
            )
        articles.append(
            [
                *names,
                (draw.choice(("Norway", "U.S.", "Oslo")), "GPE", 9),
                (draw.choice(("Vexo", "Lumo Inc")), "ORG", 10),
            ]
        )
    return articles  # fmt: skip


def test_the_order_of_articles_changes_nothing():
    loaded, records = [], []
    for n, names in enumerate(made_up()):
        text = " ".join(f"{t:40}" for t, *_ in names)
        spans = [
            Name(text.index(t, k * 41), text.index(t, k * 41) + len(t), lab, c) for k, (t, lab, c) in enumerate(names)
        ]
        loaded.append(Article(text, given_id=f"id{n}", language="en"))
        records.append(Record(names=tuple(spans), sentences=((0, len(text)),)))
    one = resolve(loaded, records)["mentions"]
    order = list(range(len(loaded)))
    random.Random(2).shuffle(order)
    other = resolve([loaded[i] for i in order], [records[i] for i in order])["mentions"]
    pd.testing.assert_frame_equal(one, other)
    assert one.entity_id.nunique() > 5


def test_articles_that_are_added_change_no_old_mention():
    articles = made_up()
    frame, names = pile(*articles)
    old_frame, old_names = pile(*articles[:40])
    old = identify(old_frame, old_names)
    previous = old.assign(article_id=[f"a{i}" for i in old.article])
    new = identify(frame, names, previous)
    assert list(new[new.article < 40].entity_id) == list(old.entity_id)
    assert list(new[new.article < 40].reason) == list(old.reason)
    # new mentions of old people find them
    full = new[(new.article >= 40) & (new.text == "Ada Melk")]
    assert set(full.entity_id) <= set(old.entity_id)


def test_resolving_everything_again_keeps_the_ids():
    frame, names = pile(*made_up())
    one = identify(frame, names)
    previous = one.assign(article_id=[f"a{i}" for i in one.article], entity_id="kept-" + one.entity_id)
    again = identify(frame, names, previous, again=True)
    assert list(again.entity_id) == list(previous.entity_id)


def test_an_article_that_was_read_anew_is_resolved_anew():
    frame, names = pile([("Ada Melk", "PERSON")], [("Ben Plim", "PERSON")])
    previous = identify(frame, names).assign(article_id=["a0", "a1"])
    _, other = pile([("Ada Melk", "PERSON")], [("Ben Plim", "PERSON"), ("Cy Zarn", "PERSON")])
    out = identify(frame, other, previous)
    assert list(out.entity_id) == ["ada-melk", "ben-plim", "cy-zarn"]


def test_where_ids_that_are_gone_went():
    old = pd.DataFrame({"article_id": "a", "start": [0, 9], "end": [3, 12], "entity_id": ["melk", "plim"]})
    new = old.assign(entity_id=["ada-melk", "plim"])
    assert moved(old, new) == {"melk": "ada-melk"}


def test_no_names():
    frame, names = pile([], [])
    out = identify(frame, names)
    assert {"entity_id", "entity"} <= set(out.columns)
    assert entities_of(frame, schema.empty("mentions")).empty


@pytest.mark.parametrize(
    ("name", "expected"), [("U.S. Senate", "u-s-senate"), ("José Melk", "jose-melk"), ("O'Hale", "o-hale")]
)
def test_slug(name, expected):
    assert slug(name) == expected


def test_slug_is_never_empty_and_differs_by_name():
    assert slug("中国") != slug("日本")


@pytest.mark.parametrize(
    ("names", "labels", "expected"),
    [
        # nobody shares the surname
        (["Ada Melk", "Oslo"], ["PERSON", "GPE"], ["Melk", "Oslo"]),
        # two Smiths, and one of unknown given name
        (["Ada Smith", "Ben Smith", "Smith"], ["PERSON"] * 3, ["Smith (Ada)", "Smith (Ben)", "Smith (?)"]),
        # particles belong to the surname
        (["Ursula von der Leyen"], ["PERSON"], ["von der Leyen"]),
        # a place of that name confuses too
        (["Ada Jordan", "Jordan"], ["PERSON", "GPE"], ["Jordan (Ada)", "Jordan"]),
    ],
)
def test_short_names(names, labels, expected):
    assert short_names(names, labels) == expected


def test_a_surname_that_comes_first():
    assert short_names(["Wang Minquex"], ["PERSON"], [["Wang Minquex", "Wang"]]) == ["Wang"]


def test_somebody_called_by_the_given_name_keeps_the_surname_in_front():
    assert short_names(["Ben Smith", "Ada Smith"], ["PERSON"] * 2, [["Ben Smith", "Ben"], ["Ada Smith"]]) == [
        "Smith (Ben)",
        "Smith (Ada)",
    ]


def test_frame_of_entities():
    frame, names = pile(
        [("Ada Melk", "PERSON", 0), ("Melk", "PERSON", 0), ("French", "NORP")], [("Ada Melk", "PERSON")]
    )
    names.loc[0, "role"] = "mayor"
    out = identify(frame, names)
    mentions = schema.conform("mentions", out.assign(article_id=[f"a{i}" for i in out.article]))
    entities = entities_of(frame, mentions)
    schema.check("entities", entities)
    ada = entities.iloc[0]
    assert (ada.entity_id, ada.entity, ada.label, ada.mentions, ada.articles) == (
        "ada-melk",
        "Ada Melk",
        "PERSON",
        3,
        2,
    )
    assert (ada.aliases, ada.roles, ada.short) == (["Ada Melk", "Melk"], ["mayor"], "Melk")
    assert entities[entities.label == "NORP"].country.tolist() == ["FR"]


def written(*texts, labels, sources=()):
    """Names as they stand in the texts: label by name; the entities and labels of (article, name)."""
    rows = []
    for a, text in enumerate(texts):
        for n, (name, label) in enumerate(labels.items()):
            at = text.find(name)
            while at >= 0:
                rows.append((a, at, at + len(name), name, label, n, "", ""))
                at = text.find(name, at + len(name))
    frame, _ = pile(*([] for _ in texts), texts=list(texts))
    frame["source"] = list(sources) or [""] * len(texts)
    columns = ["article", "start", "end", "text", "label", "chain", "role", "reason"]
    out = identify(frame, pd.DataFrame(sorted(rows), columns=columns))
    return {(r.article, r.text): (r.entity, r.label) for r in out.itertuples()}


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        (("Trains from Quarn are late.", "Nobody in Quarn slept.", "The streets of Quarn and Mole."), "GPE"),
        (("Ships left Quarn's largest port.", "Quarn's finance minister spoke in Quarn."), "GPE"),
        (("Ships left Quarn's quay.", "It rained in Quarn."), "PERSON"),
        (("They believe in Quarn.", "Faith in Quarn fell.", "Quarn said no. Mr Quarn left."), "PERSON"),
        (("Nobody in Quarn slept.", "It rained in Quarn.", "Livia Quarn spoke."), "PERSON"),
    ],
)
def test_a_name_that_is_lived_in_is_a_place(texts, label):
    found = written(*texts, labels={"Livia Quarn": "PERSON", "Quarn": "PERSON"})
    assert found[0, "Quarn"][1] == label


def test_a_paper_that_speaks_of_itself():
    found = written(
        "He told the Beacon so.",
        "It gave the Beacon a letter. NPA said no.",
        "Beacon Hill burned, said NPA.",
        "She read the Beacon at home.",
        labels={"Beacon": "PERSON", "NPA": "ORG"},
        sources=["The Oldmoor Beacon", "The Oldmoor Beacon", "Northern Press Agency", "Quarn Evening Post"],
    )
    assert found[0, "Beacon"] == found[1, "Beacon"] == ("The Oldmoor Beacon", "ORG")
    assert found[2, "NPA"][0] == "Northern Press Agency"
    assert found[2, "Beacon"][0] != "The Oldmoor Beacon"


@pytest.mark.parametrize(("address", "bearer"), [("Mr", "Peter Quarn"), ("Ms", "Clara Quarn"), ("", "")])
def test_a_form_of_address_tells_two_bearers_apart_across_articles(address, bearer):
    frame, names = pile(
        [("Clara Quarn", "PERSON"), *NEAR],
        [("Peter Quarn", "PERSON"), *NEAR],
        [("Quarn", "PERSON"), *NEAR],
        *([("Oslo", "GPE"), *FAR],) * 4,
    )
    frame["text"] = [*frame.text[:2], f"{address} Quarn and no more", *frame.text[3:]]
    own = (names.article == 2) & (names.text == "Quarn")
    names["start"] = names.start + own * (len(address) + 1)
    names["end"] = names.end + own * (len(address) + 1)
    out = identify(frame, names)
    row = out[out.text == "Quarn"].iloc[0]
    assert row.entity == (bearer or "Quarn")
    assert bearer or "could not be told" in row.reason


def test_initials_stand_for_the_long_name_unless_far_more_articles_use_them():
    spelled, short = [("Northern Barley Xport", "ORG"), *NEAR], [("NBX", "ORG"), *NEAR]
    others = [[(f"Grum{chr(97 + n)} Foods", "ORG"), (f"Ed Zarn{chr(97 + n)}", "PERSON")] for n in range(20)]
    few = ids(spelled, short, short, *others)
    assert few[0, "Northern Barley Xport"] == few[1, "NBX"] == few[2, "NBX"]
    many = ids(spelled, *[short] * 8, *others)
    assert many[0, "Northern Barley Xport"] != many[1, "NBX"]
