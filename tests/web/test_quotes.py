"""The Quotes page without a browser: every view on a full, a one-article and an empty pile, and with bad values."""

import json

import pandas as pd
import pytest

from dateline import piles, schema
from dateline.corpus import load
from dateline.counts import quotes as counts
from dateline.counts.repeated import groups

from .conftest import words

VIEWS = ("table", "speakers", "who quotes whom", "repeated", "check these")


@pytest.fixture(scope="module")
def pile(demo_home):
    found = piles.get("demo")
    return load(found.frames(found.version))


def components(at, name):
    """The data of the components of a kind on the page."""
    found = [e.proto for e in at.get("bidi_component")]
    return [json.loads(p.mixed.json) if p.HasField("mixed") else json.loads(p.json) for p in found
            if p.component_name == f"dateline.{name}"]  # fmt: skip


def table(at):
    """The table on the page."""
    return at.main.dataframe[0].value


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("which", ["demo", "one", "empty"])
def test_every_view_opens_on_every_pile(opened, view, which):
    said = words(opened("quotes", which, view=view))
    assert said.startswith("Quotes")
    for jargon in ("nan", "unresolved", "entity", "[]", "{"):
        assert jargon not in said.split()
    if which == "empty":
        assert "no articles yet" in said


@pytest.mark.parametrize("view", VIEWS)
def test_a_lens_that_selects_nothing_says_which_filter_to_lift(opened, view):
    at = opened("quotes", view=view, words="zzyzx")
    assert "No article passes all the filters" in words(at)
    assert any(b.label.startswith("Lift") for b in at.button)


@pytest.mark.parametrize("view", VIEWS)
def test_filters_that_leave_nothing_can_be_lifted(opened, view):
    at = opened("quotes", view=view, kind="indirect", resolved="document", sure="unsure")
    assert "No quotation passes the filters of this page" in words(at)
    at.button("quotes.nothing").click().run()
    assert "No quotation passes" not in words(at)
    assert "kind" not in at.query_params


def test_the_table_has_a_row_a_quotation(opened, pile):
    at = opened("quotes")
    every = pile.quotes.quote_id.nunique()
    assert f"{every:,} quotations in" in words(at)
    shown = table(at)
    assert len(shown) == 200
    # newest first; undated ones last
    assert shown.published.is_monotonic_decreasing
    assert list(shown.columns)[:3] == ["published", "who", "words"]
    assert set(shown.resolved) <= {"Full name", "Short name", "Pronoun", "Role", "Unnamed", "Document", "Not known"}


def test_unnamed_speakers_are_not_called_unknown(opened):
    unnamed = table(opened("quotes", resolved="unnamed"))
    assert len(unnamed) > 10
    assert not unnamed.who.isin(["Not known", ""]).any()
    unknown = table(opened("quotes", resolved="unresolved"))
    assert (unknown.who == "Not known").all()
    assert unknown.sure.isna().all()


FILTERS = [
    ({"kind": ["direct", "mixed"]}, lambda q: q.kind != "indirect"),
    ({"resolved": "pronoun"}, lambda q: q.resolved == "pronoun"),
    ({"sure": "sure"}, lambda q: (q.sure.round(3) >= 0.9) & (q.resolved != "unresolved")),
    ({"who": "livia-tessaro"}, lambda q: q.speaker_entity_id == "livia-tessaro"),
]


@pytest.mark.parametrize(("params", "keep"), FILTERS)
def test_filters_from_the_address(opened, pile, params, keep):
    first = pile.quotes.drop_duplicates("quote_id")
    wanted = int(keep(first).sum())
    assert 0 < wanted < len(first)
    said = words(opened("quotes", **params))
    assert f"{wanted:,} of {len(first):,} quotations" in said


def test_find_and_sort_from_the_address(opened):
    shown = table(opened("quotes", find="gate", sort="-sure"))
    assert 0 < len(shown) <= 200
    assert shown.sure.dropna().is_monotonic_decreasing


def test_the_speakers_of_the_lens_are_those_shown(opened):
    shown = table(opened("quotes", speaker="livia-tessaro"))
    assert set(shown.who) == {"Livia Tessaro"}
    others = table(opened("quotes", speaker="livia-tessaro", also="all"))
    assert len(set(others.who)) > 5


def test_a_row_opens_its_passage_with_cue_and_speaker_marked(opened, pile):
    q = pile.quotes[(pile.quotes.resolved == "pronoun") & (pile.quotes.kind == "direct")].iloc[0]
    (data,) = components(opened("quotes", row=q.quote_id), "quotecards")
    (row,) = data["rows"]
    kinds = {kind for _, kind in row["pieces"]}
    assert {"hit", "cue", "speaker"} <= kinds
    assert q.speaker_entity in row["note"]
    assert f"at={q.start}&end=" in row["href"]
    # who may have said it: names of the article, the present one among them
    assert q.speaker_entity_id in {i for i, _ in row["names"]}


def test_a_row_that_is_gone_or_filtered_out_is_said(opened, pile):
    assert "There is no quotation “nothing-q9” in this pile" in words(opened("quotes", row="nothing-q9"))
    direct = pile.quotes[pile.quotes.kind == "direct"].quote_id.iloc[0]
    assert "the filters leave it out" in words(opened("quotes", row=direct, kind="indirect"))


def test_who_is_quoted_counts_the_unit_of_the_lens(opened):
    spoken = {}
    for unit in ("articles", "stories", "outlets"):
        at = opened("quotes", view="speakers", unit=unit)
        figure = json.loads(at.get("plotly_chart")[0].proto.spec)
        spoken[unit] = figure["data"][0]["text"][0]
        assert f"In how many {unit}" in words(at)
    assert int(spoken["articles"]) > int(spoken["stories"]) > int(spoken["outlets"])


def test_the_bar_that_was_clicked_is_open(opened):
    at = opened("quotes", view="speakers", open="conrad-ysbrandt")
    assert "Conrad Ysbrandt" in [s.value for s in at.subheader]
    (data,) = components(at, "passages")
    assert all("Conrad Ysbrandt" in r["note"] for r in data["rows"])
    assert "There is no name “nobody”" in words(opened("quotes", view="speakers", open="nobody"))


def test_the_time_of_a_bar_narrows_what_is_read(opened):
    every = components(opened("quotes", view="speakers", open="livia-tessaro"), "passages")[0]
    at = opened("quotes", view="speakers", open="livia-tessaro", mark=["2025-03-03", "2025-03-09"])
    then = components(at, "passages")[0]
    assert every["rows"] != then["rows"]
    assert all("Mar 2025" in r["meta"] for r in then["rows"])
    # a stretch that is none is not applied
    bad = components(opened("quotes", view="speakers", open="livia-tessaro", mark=["soon", "later"]), "passages")[0]
    assert bad["rows"] == every["rows"]


def test_a_cell_of_the_matrix_opens_as_many_quotations_as_it_says(opened):
    at = opened("quotes", view="who quotes whom", cell=["Quay & Cargo", "conrad-ysbrandt"])
    figure = json.loads(at.get("plotly_chart")[0].proto.spec)
    heat = figure["data"][0]
    row = next(i for i, o in enumerate(figure["layout"]["yaxis"]["ticktext"]) if o.startswith("Quay"))
    column = figure["layout"]["xaxis"]["ticktext"].index("Conrad Ysbrandt")
    said = words(at)
    assert "Conrad Ysbrandt in Quay & Cargo" in said
    assert f"{heat['text'][row][column]} quotations" in said
    (data,) = components(at, "passages")
    assert all("Quay & Cargo" in r["meta"] for r in data["rows"])


GONE = [["Nowhere Times", "conrad-ysbrandt"], ["Quay & Cargo", "nobody"]]


@pytest.mark.parametrize("cell", GONE)
def test_a_cell_that_is_gone_is_said(opened, cell):
    assert "is not in this pile" in words(opened("quotes", view="who quotes whom", cell=cell))


def test_repeated_quotations_by_outlets(opened):
    (data,) = components(opened("quotes", view="repeated"), "wordings")
    outlets = [int(g["size"].split(" · ")[1].split()[0]) for g in data["groups"]]
    assert outlets == sorted(outlets, reverse=True)
    assert outlets[0] > 1
    several = [v for g in data["groups"] for v in g["versions"][1:]]
    assert any(kind in ("new", "gone") for v in several for _, kind in v["pieces"])
    place = data["groups"][0]["versions"][0]["places"][0]
    assert place["href"].startswith("read?pile=demo&article=")


def test_only_those_with_different_speakers(opened, pile):
    at = opened("quotes", view="repeated", differ="differing")
    wanted = int((groups(pile, pile.quote_first).speakers > 1).sum())
    if not wanted:
        assert "No repeated quotation is like that" in words(at)
        return
    (data,) = components(at, "wordings")
    assert len(data["groups"]) == min(wanted, 10)
    for group in data["groups"]:
        assert group["flag"] == "Different speakers"
        assert len({p["speaker"] for v in group["versions"] for p in v["places"]}) > 1


def test_one_quotation_elsewhere(opened, pile):
    row = pile.quotes[pile.quotes.echo_id != ""].iloc[0]
    (data,) = components(opened("quotes", view="repeated", row=row.quote_id), "wordings")
    assert len(data["groups"]) == 1


def test_the_same_seed_draws_the_same_twenty(opened):
    def drawn(**params):
        return [r["id"] for r in components(opened("quotes", view="check these", **params), "quotecards")[0]["rows"]]

    assert len(drawn()) == 20
    assert drawn(seed="4") == drawn(seed="4")
    assert drawn(seed="4") != drawn()


BAD = [
    ({"view": "pie"}, "“pie” is not one of"),
    ({"kind": ["direct", "sung"]}, "“sung” is not one of"),
    ({"resolved": "guess"}, "“guess” is not one of"),
    ({"sure": "very"}, "“very” is not one of"),
    ({"seed": "x", "view": "check these"}, "“x” is not a number"),
    ({"who": "nobody-here"}, "quotations in"),
    ({"sort": "-colour", "cols": ["colour"]}, "quotations in"),
    ({"find": "<img src=x onerror=alert(1)>"}, "No row holds these words"),
    ({"mark": ["1", "2", "3"], "view": "speakers", "grain": "second"}, "“second” is not one of"),
    ({"cell": ["only one"], "view": "who quotes whom"}, "Who quotes whom"),
    ({"row": "../../etc/passwd"}, "There is no quotation"),
]


@pytest.mark.parametrize(("params", "sentence"), BAD)
def test_bad_values_are_said_or_left(opened, params, sentence):
    assert sentence in words(opened("quotes", **params))


def test_a_saved_table_is_the_rows_and_columns_shown_with_the_filters(opened, pile, monkeypatch):
    from dateline.web import tables

    saved = []
    monkeypatch.setattr(tables, "downloads", lambda values, name, key, note="": saved.append((values(), note)))
    opened("quotes", kind="direct", find="gate", sort="-who", cols=["who", "words"])
    frame, note = saved[-1]
    assert list(frame.columns) == ["Speaker", "Words"]
    assert len(frame) > 5
    # those that are not known come last
    known = frame.Speaker[frame.Speaker != "Not known"]
    assert known.str.casefold().is_monotonic_decreasing
    assert (frame.Speaker.iloc[len(known) :] == "Not known").all()
    assert note.split("\n") == ["Kind: Direct", "Rows that hold: gate", "Sorted by: Speaker, last first"]
    assert len(frame) < counts.narrowed(pile, pile.quote_first, kinds=("direct",)).size


def test_words_for_every_way_to_know_a_speaker():
    from dateline.web.quote_words import HOW, KINDS

    assert tuple(HOW) == schema.KNOWN_BY
    assert tuple(KINDS) == schema.KINDS


NOTES = [
    (("unnamed", "", "officials", 0.95), "Speaker: “officials”, not named in the article · 95% sure"),
    (("document", "", "the report", 0.98), "Speaker: “the report”, a document · 98% sure"),
    (("role", "", "the judge", 0.8), "Speaker: “the judge”, a role, with no name in the article · 80% sure"),
    (("role", "Ada Ek", "the judge", 0.8), "Speaker: Ada Ek, in the text “the judge” · 80% sure"),
    (("named", "Ada Ek", "Ada Ek", 0.98), "Speaker: Ada Ek · 98% sure"),
    (("unresolved", "", "she", 0.0), "Speaker not known: the text says “she”"),
    (("unresolved", "", "", 0.0), "Speaker not known: the text names none"),
    (("hand", "Ada Ek", "she", 1.0), "Speaker: Ada Ek, put right by a reader"),
    (("hand", "", "she", 1.0), "Speaker: nobody with a name, put right by a reader"),
]


@pytest.mark.parametrize(("q", "note"), NOTES)
def test_speaker_notes(q, note):
    from dateline.web.evidence import speaker_note

    row = pd.Series(dict(zip(("resolved", "speaker_entity", "speaker", "sure"), q, strict=True)))
    assert speaker_note(row) == note
