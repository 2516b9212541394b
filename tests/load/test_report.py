import json
import sqlite3

import pytest

from dateline import build
from dateline.ledger import Ledger
from dateline.load.read import Source

from . import samples


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "work" / "ledger.sqlite") as made:
        yield made


def load(ledger, tmp_path, **files):
    sources = []
    for name, data in files.items():
        path = tmp_path / name.replace("_", ".")
        path.write_text(data)
        sources.append(Source(path, path.name))
    build.load(sources, ledger)
    return [(r["origin"], r["place"], r["outcome"]) for r in ledger.reported()]


LINES = "\n".join(json.dumps(samples.row(id=str(n), text=f"{samples.BODY}\n\nPart {n} of it.")) for n in range(3))


def test_every_input_is_a_row_and_the_totals_add_up(ledger, tmp_path):
    rows = load(ledger, tmp_path, a_txt=samples.BODY, b_txt=samples.BODY, c_txt="", d_jsonl=LINES + "\nbroken")
    assert rows == [
        ("a.txt", "", "loaded"), ("b.txt", "", "duplicate"), ("c.txt", "", "refused"), ("d.jsonl", "line 1", "loaded"),
        ("d.jsonl", "line 2", "loaded"), ("d.jsonl", "line 3", "loaded"), ("d.jsonl", "line 4", "refused"),
    ]  # fmt: skip
    assert len(list(ledger.articles())) == sum(r[2] == "loaded" for r in rows)
    assert all(r["reason"] for r in ledger.reported() if r["outcome"] != "loaded")
    assert all(r["cure"] for r in ledger.reported() if r["outcome"] == "refused")


def test_the_same_file_twice_is_one_article(ledger, tmp_path):
    first = load(ledger, tmp_path, a_txt=samples.BODY)
    assert load(ledger, tmp_path, a_txt=samples.BODY) == first
    assert len(list(ledger.articles())) == 1


def test_a_corrected_file_takes_the_place_and_the_id_of_the_older_one(ledger, tmp_path):
    load(ledger, tmp_path, a_txt=samples.BODY, b_txt=samples.THIRD * 3)
    before = {build.articles_of(ledger)[n].given_id for n in range(2)}
    corrected = samples.BODY.replace("14 million", "15 million")
    for _ in range(2):
        load(ledger, tmp_path, a_txt=corrected)
        after = build.articles_of(ledger)
        assert {a.given_id for a in after} == before
        assert corrected in [a.text for a in after]
    assert [r["reason"] for r in ledger.reported() if r["origin"] == "a.txt"] == ["replaces its older version"]


def test_another_article_under_an_old_name_is_a_new_article(ledger, tmp_path):
    load(ledger, tmp_path, a_txt=samples.BODY)
    other = "\n\n".join(
        f"The {w} bakery on Mill Street sold {w} loaves on Monday, said its {w} owner." for w in "abcdef"
    )
    load(ledger, tmp_path, a_txt=other)
    assert len(list(ledger.articles())) == 2


def test_two_articles_of_one_id_in_one_file_both_stay(ledger, tmp_path):
    lines = "\n".join(json.dumps(samples.row(id="7", text=samples.BODY + f"\n\nUpdate {n}.")) for n in range(2))
    load(ledger, tmp_path, a_jsonl=lines)
    assert len({a.given_id for a in build.articles_of(ledger)}) == 2


def test_a_corrected_record_is_known_by_its_id(ledger, tmp_path):
    load(ledger, tmp_path, a_jsonl=LINES)
    load(ledger, tmp_path, b_jsonl=json.dumps(samples.row(id="1", text=f"{samples.BODY}\n\nPart 1 of it, corrected.")))
    texts = {a.given_id: a.text for a in build.articles_of(ledger)}
    assert sorted(texts) == ["0", "1", "2"]
    assert texts["1"].endswith("corrected.")


def test_a_kill_shows_no_half_batch_and_the_same_command_goes_on(ledger, tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text(LINES)
    source = [Source(tmp_path / "a.jsonl", "a.jsonl")]

    def stop(progress):
        if progress.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build.load(source, ledger, progress=stop)
    db = sqlite3.connect(tmp_path / "work" / "ledger.sqlite")
    counts = [db.execute(f"select count(*) from {t}").fetchone()[0] for t in ("articles", "report")]
    assert counts[0] == counts[1] < 3
    # every commit at once: what was loaded before the kill is no duplicate of itself afterwards
    monkeypatch.setattr("dateline.settings.BATCH_SECONDS", -1.0)
    with pytest.raises(KeyboardInterrupt):
        build.load(source, ledger, progress=stop)
    build.load(source, ledger)
    assert [r["outcome"] for r in ledger.reported()] == ["loaded"] * 3


def test_what_to_know_of_a_loaded_article_stands_in_the_report(ledger, tmp_path):
    load(ledger, tmp_path, f_xml=samples.feed())
    assert [r["reason"] for r in ledger.reported()] == ["", "only the summary that the feed gives"]
