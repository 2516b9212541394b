"""Corrections laid over the frames, and suggested merges."""

import pandas as pd
import pytest

from dateline import schema
from dateline.corrections import Action, Corrections, Thing
from dateline.resolve.identity import entities_of
from dateline.resolve.identity.correct import correct
from dateline.resolve.identity.suggest import suggest_merges

ROWS = [  # article, text, label, entity_id, entity
    ("a1", "Ada Melk", "PERSON", "ada-melk", "Ada Melk"),
    ("a1", "Melk", "PERSON", "ada-melk", "Ada Melk"),
    ("a1", "IS", "ORG", "is", "IS"),
    ("a2", "Melk", "PERSON", "ada-melk", "Ada Melk"),
    ("a2", "Islamic State", "ORG", "islamic-state", "Islamic State"),
    ("a3", "Islamic State", "ORG", "islamic-state", "Islamic State"),
    ("a3", "Oslo", "GPE", "oslo", "Oslo"),
]
QUOTES = [  # article, speaker, entity
    ("a1", "she", "ada-melk"),
    ("a2", "Melk", "ada-melk"),
    ("a2", "a spokesman", "is"),
    ("a3", "somebody", ""),
]


def frames(rows=ROWS):
    mentions = schema.conform(
        "mentions",
        pd.DataFrame(
            [(a, 50 * n, 50 * n + len(t), t, label, i, e) for n, (a, t, label, i, e) in enumerate(rows)],
            columns=["article_id", "start", "end", "text", "label", "entity_id", "entity"],
        ),
    )
    articles = schema.conform(
        "articles", pd.DataFrame({"article_id": ["a1", "a2", "a3"], "text": "", "published": pd.NaT})
    )
    quotes = schema.conform(
        "quotes",
        pd.DataFrame(QUOTES, columns=["article_id", "speaker", "speaker_entity_id"]).assign(speaker_entity="?"),
    )
    return {"articles": articles, "mentions": mentions, "entities": entities_of(articles, mentions), "quotes": quotes}


@pytest.fixture
def c(tmp_path):
    return Corrections(tmp_path / "c.sqlite")


def thing(made, i):
    return Thing.of(made["entities"].set_index("entity_id", drop=False).loc[i])


def apply(made, c):
    done = correct(made, c.actions())
    schema.check("mentions", done.frames["mentions"])
    schema.check("entities", done.frames["entities"])
    return done


def test_merge(c):
    made = frames()
    c.merge([thing(made, "is")], into=thing(made, "islamic-state"))
    done = apply(made, c)
    row = done.frames["entities"].set_index("entity_id").loc["islamic-state"]
    assert (row.mentions, row.articles) == (3, 3)
    assert row.aliases == ["Islamic State", "IS"]
    assert "is" not in set(done.frames["entities"].entity_id)
    assert done.redirects["is"].sentence == "“IS” was merged into “Islamic State”."
    assert done.redirects["is"].to == "islamic-state"
    # speakers follow
    assert done.frames["quotes"].speaker_entity_id.tolist() == ["ada-melk", "ada-melk", "islamic-state", ""]
    assert done.frames["quotes"].speaker_entity.tolist()[2] == "Islamic State"
    # the frames given stay
    assert (made["mentions"].entity_id == "is").sum() == 1


def test_a_chain_of_merges_leads_to_its_end(c):
    made = frames()
    c.merge([thing(made, "is")], into=thing(made, "islamic-state"))
    c.merge([thing(made, "islamic-state")], into=thing(made, "oslo"))
    done = apply(made, c)
    assert {i: r.to for i, r in done.redirects.items()} == {"is": "oslo", "islamic-state": "oslo"}


def test_split_by_name_and_by_article(c):
    made = frames()
    c.split(thing(made, "ada-melk"), "Ben Melk", names=["Melk"], articles=["a2"])
    done = apply(made, c)
    mentions = done.frames["mentions"]
    assert mentions.entity_id.tolist()[:4] == ["ada-melk", "ada-melk", "is", "ben-melk"]
    assert mentions.entity.tolist()[3] == "Ben Melk"
    assert "split off Ada Melk" in mentions.reason.tolist()[3]
    assert done.frames["quotes"].speaker_entity_id.tolist()[:2] == ["ada-melk", "ben-melk"]


def test_split_of_everything_leaves_a_redirect(c):
    made = frames()
    c.split(thing(made, "is"), "Irish Sea", names=["IS"], label="LOC")
    done = apply(made, c)
    row = done.frames["entities"].set_index("entity_id").loc["irish-sea"]
    assert row.label == "LOC"
    assert done.redirects["is"].to == "irish-sea"


def test_rename_retype_hide(c):
    made = frames()
    c.rename(thing(made, "ada-melk"), "Ada M. Melk")
    c.retype(thing(made, "oslo"), "ORG")
    c.hide([thing(made, "is")])
    done = apply(made, c)
    entities = done.frames["entities"].set_index("entity_id")
    assert entities.loc["ada-melk"].entity == "Ada M. Melk"
    assert entities.loc["oslo"].label == "ORG"
    assert set(done.frames["mentions"].entity_id) == {"ada-melk", "islamic-state", "oslo"}
    assert done.redirects["is"].sentence == "“IS” was hidden by a reader."
    assert done.frames["quotes"].speaker_entity_id.tolist()[2] == ""


def test_undone_is_undone(c):
    made = frames()
    c.hide([thing(made, "is")])
    c.undo()
    assert correct(made, c.actions()).frames is made


def test_corrections_find_their_thing_when_ids_change(c):
    made = frames()
    c.merge([thing(made, "is")], into=thing(made, "islamic-state"))
    c.rename(thing(made, "ada-melk"), "Ada M. Melk")
    other = frames([(a, t, label, f"x-{i}", e) for a, t, label, i, e in ROWS])
    done = apply(other, c)
    assert not done.unmatched
    assert set(done.frames["entities"].entity_id) == {"x-ada-melk", "x-islamic-state", "x-oslo"}
    assert "Ada M. Melk" in set(done.frames["entities"].entity)


def test_an_id_that_now_means_another_thing_is_not_corrected(c):
    made = frames()
    c.hide([thing(made, "oslo")])
    other = frames([*ROWS[:-1], ("a3", "Oslo Records", "ORG", "oslo", "Oslo Records")])
    done = apply(other, c)
    assert "oslo" in set(done.frames["entities"].entity_id)
    assert [a.kind for a in done.unmatched] == ["hide"]


def test_merge_into_a_thing_that_is_not_here_makes_it(c):
    c.merge([Thing("", "IS", "ORG")], into=Thing("daesh", "Daesh", "ORG"))
    done = apply(frames(), c)
    assert done.frames["entities"].set_index("entity_id").loc["daesh"].entity == "Daesh"


def test_what_this_pile_does_not_hold_is_told():
    action = Action(1, "hide", (Thing("nobody", "Nobody Atall", "PERSON"),))
    assert correct(frames(), [action]).unmatched == [action]


PAIRS = [
    ("a1", "Duncan Rayt", "PERSON", "duncan-rayt", "Duncan Rayt"), ("a1", "Vexo", "ORG", "vexo", "Vexo"),
    ("a1", "Cy Quex", "PERSON", "cy-quex", "Cy Quex"),
    ("a2", "Duncan Rayte", "PERSON", "duncan-rayte", "Duncan Rayte"), ("a2", "Vexo", "ORG", "vexo", "Vexo"),
    ("a2", "Cy Quex", "PERSON", "cy-quex", "Cy Quex"),
    ("a3", "Office of Fair Play", "ORG", "ofp-long", "Office of Fair Play"), ("a3", "OFP", "ORG", "ofp", "OFP"),
    ("a3", "Ada Melk", "PERSON", "ada-melk", "Ada Melk"), ("a3", "Ben Melk", "PERSON", "ben-melk", "Ben Melk"),
]  # fmt: skip


def test_suggested_merges_are_ranked_with_their_evidence():
    made = frames(PAIRS)
    out = suggest_merges(made["mentions"], made["entities"])
    pairs = [{a, b} for a, b in zip(out.entity_id, out.other_id, strict=True)]
    assert pairs[0] == {"duncan-rayt", "duncan-rayte"}
    assert "surnames spelled alike" in out.evidence[0]
    assert "Vexo" in out.evidence[0]
    # two that one article names side by side come after
    at = pairs.index({"ofp-long", "ofp"})
    assert "but 1 article names both" in out.evidence[at]
    assert out.score[at] < out.score[0]
    # two people of one surname are no suggestion
    assert {"ada-melk", "ben-melk"} not in pairs


def test_pairs_kept_apart_are_not_suggested(c):
    made = frames(PAIRS)
    c.keep_apart(thing(made, "duncan-rayt"), thing(made, "duncan-rayte"))
    out = suggest_merges(made["mentions"], made["entities"], c.actions())
    assert {"duncan-rayt", "duncan-rayte"} not in [{a, b} for a, b in zip(out.entity_id, out.other_id, strict=True)]
