"""The command line: what it writes, what it says, and the exit code of each way to go wrong."""

import json
from pathlib import Path

import pandas as pd
import pytest

from dateline import schema
from dateline.__main__ import main

TALL = (
    "The bridge at Aldmoor will be closed on Monday, Mayor Ada Smith said. “We have no choice,” Smith told reporters."
)
WIDE = "Engineers found cracks in two of the nine arches last week. Ben Orley, who led the survey, said they were deep."
LINES = [
    {"id": "one", "title": "Bridge to close", "text": TALL, "published": "2025-03-01", "source": "The Post"},
    {"id": "two", "title": "Cracks found", "text": WIDE, "published": "2025-03-02", "source": "Courier"},
    {"id": "three", "text": "Nobody was hurt, the council of Aldmoor said in a statement on Sunday evening."},
]
FRAMES = ("articles", "mentions", "quotes", "times", "entities", "topics", "cuts")


def jsonl(path: Path, rows: list[dict]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frames of LINES, made by the command line."""
    folder = tmp_path_factory.mktemp("cli")
    given = jsonl(folder / "in.jsonl", LINES)
    assert main(["annotate", str(given), "--out", str(folder / "out"), "--clean", "none", "--workers", "1"]) == 0
    return folder / "out"


def test_every_frame_is_written_and_keeps_the_contract(made):
    for name in FRAMES:
        schema.check(name, pd.read_parquet(made / f"{name}.parquet"))
    counts = json.loads((made / "manifest.json").read_text())["counts"]
    assert counts["articles"] == counts["inputs"] == 3


def test_clean_none_keeps_text_id_date_and_outlet(made):
    articles = pd.read_parquet(made / "articles.parquet").set_index("article_id")
    assert {i: articles.text[i] for i in articles.index} == {r["id"]: r["text"] for r in LINES}
    assert articles.published["one"] == pd.Timestamp("2025-03-01")
    assert articles.source["two"] == "Courier"
    assert pd.isna(articles.published["three"])
    assert not len(pd.read_parquet(made / "cuts.parquet"))


def test_offsets_cut_out_each_rows_own_text(made):
    text = pd.read_parquet(made / "articles.parquet").set_index("article_id").text
    for name in ("mentions", "quotes", "times"):
        frame = pd.read_parquet(made / f"{name}.parquet")
        assert len(frame)
        assert [text[r.article_id][r.start : r.end] for r in frame.itertuples()] == frame.text.tolist()


def test_who_said_what(made):
    quotes = pd.read_parquet(made / "quotes.parquet")
    direct = quotes[quotes.kind == "direct"].iloc[0]
    assert (direct.text.strip("“,”"), direct.cue, direct.speaker_entity) == ("We have no choice", "told", "Ada Smith")


@pytest.mark.parametrize("extra", [["--workers", "2"], []])
def test_neither_order_nor_workers_change_a_row(made, extra, tmp_path):
    given = jsonl(tmp_path / "in.jsonl", LINES[::-1])
    assert main(["annotate", str(given), "--out", str(tmp_path / "out"), "--clean", "none", *extra]) == 0
    for name in FRAMES:
        one, other = (pd.read_parquet(f / f"{name}.parquet") for f in (made, tmp_path / "out"))
        pd.testing.assert_frame_equal(one, other)


BAD_ARGUMENTS = [
    [],
    ["annotate"],
    ["annotate", "x.txt"],
    ["annotate", "x.txt", "--out", "o", "--clean", "some"],
    ["annotate", "x.txt", "--out", "o", "--workers", "0"],
    ["annotate", "x.txt", "--out", "o", "--topics", "many"],
    ["fly"],
]


@pytest.mark.parametrize("arguments", BAD_ARGUMENTS, ids=" ".join)
def test_bad_arguments_end_with_2_and_a_line_that_names_them(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_out_that_is_a_file_ends_with_2(tmp_path, capsys):
    (tmp_path / "o").write_text("x")
    with pytest.raises(SystemExit) as end:
        main(["annotate", "x.txt", "--out", str(tmp_path / "o")])
    assert end.value.code == 2
    assert "is a file: name a folder" in capsys.readouterr().err


def test_nothing_to_load_ends_with_1_and_says_why(tmp_path, capsys):
    assert main(["annotate", str(tmp_path / "nowhere.txt"), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "nothing could be loaded" in said
    assert "nowhere.txt" in said
    assert "Traceback" not in said


def test_a_bad_input_is_named_and_the_rest_is_loaded(tmp_path, capsys):
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 cut off")
    given = tmp_path / "lines.jsonl"
    given.write_text(json.dumps(LINES[0]) + "\n{broken\n", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["annotate", str(tmp_path / "bad.pdf"), str(given), "--out", str(out), "--workers", "1"]) == 0
    refused = {r["origin"]: r for r in json.loads((out / "manifest.json").read_text())["refused"]}
    assert set(refused) == {"bad.pdf", "lines.jsonl"}
    assert "2" in refused["lines.jsonl"]["place"]
    assert "bad.pdf" in capsys.readouterr().err
    assert len(pd.read_parquet(out / "articles.parquet")) == 1


SHARED = Path(__file__).parents[2] / "shared" / "articles"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real page is not here")
def test_a_real_scraped_page(tmp_path):
    (page,) = SHARED.glob("nato*.txt")
    assert main(["annotate", str(page), "--out", str(tmp_path), "--workers", "1"]) == 0
    frames = {n: pd.read_parquet(tmp_path / f"{n}.parquet") for n in FRAMES}
    article = frames["articles"].iloc[0]
    assert article.title.startswith("After 2 days of talks")
    assert article.text.startswith("BRUSSELS")
    assert article.text.endswith("focused almost entirely on ISIL.”")
    assert pd.isna(article.published)
    assert {"Just Posted", "Most Read"} <= {t.strip() for t in frames["cuts"].text}
    said = frames["quotes"][frames["quotes"].kind != "indirect"].groupby("speaker_entity").size()
    assert said.to_dict() == {"John Kerry": 5, "Philip Breedlove": 2}
    assert not set(frames["entities"].entity) & {"Jason Kenney", "Kim Nguyen", "Disney"}
