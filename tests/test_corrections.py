"""Readers' corrections: the log, undo and redo, two at once, the alias file."""

import subprocess
import sys
import threading

import pytest

from dateline.corrections import Corrections, Thing, aliasfile
from dateline.corrections.log import Log
from dateline.errors import InputError, StoreError
from tests.conftest import ROOT

ADA, BEN, IS = Thing("ada", "Ada Melk", "PERSON"), Thing("ben", "Ben Melk", "PERSON"), Thing("is", "IS", "ORG")


@pytest.fixture
def corrections(tmp_path):
    made = Corrections(tmp_path / "corrections.sqlite")
    yield made
    made.close()


def test_actions_hold_in_order_and_survive_reopening(corrections, tmp_path):
    corrections.merge([ADA, BEN], into=BEN)
    corrections.rename(ADA, " Ada M. Melk ")
    corrections.retype(IS, "ORG")
    corrections.hide([IS], by="visitor")
    corrections.split(ADA, "A. Melk", names=["A. Melk"])
    corrections.keep_apart(ADA, BEN)
    again = Corrections(tmp_path / "corrections.sqlite").actions()
    assert [a.kind for a in again] == ["merge", "rename", "retype", "hide", "split", "apart"]
    assert again[0].things == (ADA,)
    assert again[1].value == "Ada M. Melk"
    assert again[3].by == "visitor"
    assert again[4].to == Thing("", "A. Melk", "PERSON")


@pytest.mark.parametrize(
    ("do", "message"),
    [
        (lambda c: c.merge([ADA], into=ADA), "at least one other"),
        (lambda c: c.rename(ADA, "  "), "empty"),
        (lambda c: c.retype(ADA, "ANIMAL"), "ANIMAL"),
        (lambda c: c.split(ADA, "", names=["x"]), "name is missing"),
        (lambda c: c.split(ADA, "A"), "choose names or articles"),
    ],
)
def test_what_cannot_be_done_says_why(corrections, do, message):
    with pytest.raises(InputError, match=message):
        do(corrections)
    assert corrections.actions() == []


def test_undo_and_redo(corrections):
    corrections.rename(ADA, "One")
    second = corrections.rename(ADA, "Two")
    assert corrections.undo().value == "Two"
    assert corrections.undo().value == "One"
    assert corrections.undo() is None
    assert corrections.actions() == []
    assert corrections.redo().value == "One"
    assert corrections.redo(second).value == "Two"
    assert corrections.redo() is None
    assert [a.value for a in corrections.actions()] == ["One", "Two"]


def test_undo_of_one_s_own(corrections):
    corrections.rename(ADA, "Mine", by="me")
    corrections.rename(ADA, "Yours", by="you")
    assert corrections.undo(by="me").value == "Mine"
    assert [a.value for a in corrections.actions()] == ["Yours"]


def test_history_keeps_what_was_undone(corrections):
    corrections.merge([ADA], into=BEN)
    corrections.undo()
    (entry,) = corrections.history()
    assert entry.undone
    assert entry.sentence == "“Ada Melk” merged into “Ben Melk”"


def test_version_changes_with_everything(corrections):
    seen = {corrections.version}
    corrections.rename(ADA, "One")
    seen.add(corrections.version)
    corrections.undo()
    seen.add(corrections.version)
    corrections.redo()
    seen.add(corrections.version)
    assert len(seen) == 4


def test_two_visitors_at_once_lose_nothing(tmp_path):
    def write(who):
        mine = Corrections(tmp_path / "corrections.sqlite")
        for n in range(25):
            mine.rename(ADA, f"{who}{n}", by=who)
        mine.close()

    threads = [threading.Thread(target=write, args=(who,)) for who in "abcd"]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    actions = Corrections(tmp_path / "corrections.sqlite").actions()
    assert len(actions) == 100
    for who in "abcd":
        assert [a.value for a in actions if a.by == who] == [f"{who}{n}" for n in range(25)]


def test_two_undos_at_once_take_back_two(tmp_path):
    Corrections(tmp_path / "c.sqlite").log.add_all([("rename", {"things": [], "value": str(n)}) for n in range(20)])

    def undo():
        mine = Corrections(tmp_path / "c.sqlite")
        for _ in range(5):
            mine.undo()

    threads = [threading.Thread(target=undo) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert Corrections(tmp_path / "c.sqlite").actions() == []


def test_log_of_any_kind(tmp_path):
    log = Log(tmp_path / "log.sqlite")
    log.add("speaker", {"quote": "q1", "speaker": "ada"})
    log.add("speaker", {"quote": "q1", "speaker": "ben"})
    log.add("other", {"quote": "q2"})
    assert log.latest("speaker", "quote") == {"q1": {"quote": "q1", "speaker": "ben"}}
    log.undo(kinds=["speaker"])
    assert log.latest("speaker", "quote")["q1"]["speaker"] == "ada"
    assert [e.kind for e in log.entries()] == ["speaker", "speaker", "other"]


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "c.sqlite").write_text("not a database, but long enough to be read as one" * 20)
    with pytest.raises(StoreError, match=r"c\.sqlite"):
        Corrections(tmp_path / "c.sqlite")


def test_alias_file_there_and_back(corrections, tmp_path):
    corrections.merge([IS, Thing("daesh", "Daesh, or D;", "ORG")], into=Thing("isil", "Islamic State", "ORG"))
    corrections.rename(ADA, "Ada “M.” Melk")
    corrections.retype(IS, "ORG")
    corrections.hide([BEN])
    corrections.split(ADA, "A. Melk", names=["A. Melk", "Melk"], articles=["a1"])
    corrections.keep_apart(ADA, BEN)
    text = aliasfile.export(corrections.actions())
    other = Corrections(tmp_path / "other.sqlite")
    assert aliasfile.load(text, other) == (7, [])
    assert aliasfile.export(other.actions()) == text
    # the same file once more changes nothing
    assert aliasfile.load(text, other) == (0, [])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("eat,Ada,,,", "'eat' is no action"),
        ("merge,,PERSON,Ben,", "name is empty"),
        ("merge,Ada,PERSON,,", "needs a value"),
        ("retype,Ada,PERSON,ANIMAL,", "'ANIMAL' is no kind"),
        ("hide,Ada,THING,,", "'THING' is no kind"),
        ("split,Ada,PERSON,A. Melk,", "only_names"),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_loaded(corrections, row, message):
    text = f"action,name,label,to,to_label\n{row}\nhide,Ben Melk,PERSON,,\n"
    loaded, problems = aliasfile.load(text, corrections)
    assert loaded == 1
    assert problems[0].startswith("row 2: ")
    assert message in problems[0]


def test_spreadsheets_save_it_a_little_otherwise(corrections):
    loaded, problems = aliasfile.load("\ufeffName,Action,To\r\nIS,MERGE,Islamic State\r\n,,\r\n", corrections)
    assert (loaded, problems) == (1, [])
    assert corrections.actions()[0].to.name == "Islamic State"


def test_another_file_is_refused(corrections):
    with pytest.raises(InputError, match="no column action"):
        aliasfile.load("a,b\n1,2\n", corrections)


def test_two_processes_at_once_lose_nothing(tmp_path):
    """Two servers on one pile: each writes and undoes its own, none of it is lost."""
    script = (
        "import sys; from pathlib import Path; from dateline.corrections import Corrections, Thing\n"
        "c = Corrections(Path(sys.argv[1])); who = sys.argv[2]\n"
        "for n in range(30):\n"
        "    c.rename(Thing('ada', 'Ada Melk', 'PERSON'), f'{who}{n}', by=who)\n"
        "    if n % 3 == 2: c.undo(by=who)\n"
    )
    path = tmp_path / "c.sqlite"
    running = [subprocess.Popen([sys.executable, "-c", script, str(path), who], cwd=ROOT) for who in "ab"]
    assert [p.wait(120) for p in running] == [0, 0]
    actions = Corrections(path).actions()
    for who in "ab":
        assert [a.value for a in actions if a.by == who] == [f"{who}{n}" for n in range(30) if n % 3 != 2]
    assert len(Corrections(path).history()) == 60


def test_the_alias_file_of_a_spreadsheet_and_its_formulas(corrections, tmp_path):
    corrections.rename(Thing("x", "=SUM(1)", "ORG"), "-dash")
    text = aliasfile.export(corrections.actions())
    assert ",=" not in text
    assert "'=SUM(1)" in text
    other = Corrections(tmp_path / "other.sqlite")
    assert aliasfile.load(text.replace(",", ";"), other) == (1, [])
    assert other.actions()[0].things[0].name == "=SUM(1)"
    assert other.actions()[0].value == "-dash"


@pytest.mark.parametrize(
    ("content", "text"),
    [("Zoë".encode(), "Zoë"), ("\ufeffZoë".encode(), "Zoë"), ("Zoë".encode("cp1252"), "Zoë")],
)
def test_alias_files_are_decoded(content, text):
    assert aliasfile.decoded(content) == text
