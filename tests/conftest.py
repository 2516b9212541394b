"""Piles for the tests: a hand-made one without any model, and the demonstration pile, built once a session."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pandas as pd
import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from dateline import piles, schema, work, worker  # noqa: E402
from dateline.corpus import Corpus  # noqa: E402

TEXTS = {
    "a1": "Ada Smith spoke in Aldmoor. “We will rebuild,” Smith said.",
    "a2": "Ben Smith met Ada Smith. He said the harbour was closed.",
    "a3": "The harbour in Aldmoor reopened on Monday.",
    "a4": "Nobody knows when this was written, said Ben Smith.",
}
DAYS = {"a1": "2025-03-01", "a2": "2025-03-03", "a3": "2025-04-10", "a4": None}
OUTLETS = {"a1": "The Post", "a2": "The Post", "a3": "Courier", "a4": ""}
STORIES = {"a1": "s1", "a2": "s1", "a3": "s3", "a4": "s4"}
TOPICS = {"a1": 0, "a2": 0, "a3": 1, "a4": -1}
NAMES = [  # article, text, nth occurrence, label, entity
    ("a1", "Ada Smith", 0, "PERSON", "ada-smith"),
    ("a1", "Aldmoor", 0, "GPE", "aldmoor"),
    ("a1", "Smith", 1, "PERSON", "ada-smith"),
    ("a2", "Ben Smith", 0, "PERSON", "ben-smith"),
    ("a2", "Ada Smith", 0, "PERSON", "ada-smith"),
    ("a3", "Aldmoor", 0, "GPE", "aldmoor"),
    ("a4", "Ben Smith", 0, "PERSON", "ben-smith"),
]
ENTITIES = {"ada-smith": ("Ada Smith", "PERSON"), "ben-smith": ("Ben Smith", "PERSON"), "aldmoor": ("Aldmoor", "GPE")}


def find(text: str, part: str, nth: int = 0) -> tuple[int, int]:
    """Offsets of the nth occurrence of a part."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(part, at + 1)
    return at, at + len(part)


def small_frames() -> dict[str, pd.DataFrame]:
    """Four articles, three names, three quotations, one date; every frame of the contract."""
    articles = pd.DataFrame(
        [
            {
                "article_id": i,
                "text": t,
                "title": f"Report {i}",
                "origin": f"{i}.txt",
                "published": pd.Timestamp(DAYS[i]) if DAYS[i] else pd.NaT,
                "published_from": "given" if DAYS[i] else "",
                "source": OUTLETS[i],
                "language": "en",
                "words": len(t.split()),
                "topic_id": TOPICS[i],
                "topic": {0: "Rebuilding Aldmoor", 1: "Harbour", -1: ""}[TOPICS[i]],
                "theme_id": TOPICS[i],
                "theme": {0: "Aldmoor", 1: "Ports", -1: ""}[TOPICS[i]],
                "story_id": STORIES[i],
                "annotated": True,
            }
            for i, t in TEXTS.items()
        ]
    )
    mentions = []
    for article, text, nth, label, entity in NAMES:
        start, end = find(TEXTS[article], text, nth)
        mentions.append(
            {
                "article_id": article, "start": start, "end": end, "text": text, "label": label, "entity_id": entity,
                "entity": ENTITIES[entity][0], "sentence_start": 0, "sentence_end": len(TEXTS[article]),
            }
        )  # fmt: skip
    quotes = []
    for article, words, cue, speaker, nth, who, kind in [
        ("a1", "We will rebuild,", "said", "Smith", 1, "ada-smith", "direct"),
        ("a2", "the harbour was closed", "said", "He", 0, "ben-smith", "indirect"),
        ("a4", "Nobody knows when this was written", "said", "Ben Smith", 0, "ben-smith", "indirect"),
    ]:
        text = TEXTS[article]
        (start, end), (cs, ce), (ss, se) = find(text, words), find(text, cue), find(text, speaker, nth)
        quotes.append(
            {
                "article_id": article, "quote_id": f"{article}-0", "start": start, "end": end, "text": words,
                "kind": kind, "cue_start": cs, "cue_end": ce, "cue": cue, "speaker_start": ss, "speaker_end": se,
                "speaker": speaker, "speaker_entity_id": who, "speaker_entity": ENTITIES[who][0],
                "resolved": "pronoun" if speaker == "He" else "named", "sure": 0.9,
                "sentence_start": 0, "sentence_end": len(text),
            }
        )  # fmt: skip
    start, end = find(TEXTS["a3"], "Monday")
    times = [
        {
            "article_id": "a3", "start": start, "end": end, "text": "Monday", "type": "DATE", "value": "2025-04-07",
            "earliest": datetime(2025, 4, 7), "latest": datetime(2025, 4, 7, 23, 59, 59), "how": "the Monday before",
            "sentence_start": 0, "sentence_end": len(TEXTS["a3"]),
        }
    ]  # fmt: skip
    counted = pd.DataFrame(mentions)
    entities = [
        {
            "entity_id": e, "entity": name, "label": label, "aliases": [name],
            "mentions": int((counted.entity_id == e).sum()),
            "articles": int(counted[counted.entity_id == e].article_id.nunique()),
        }
        for e, (name, label) in ENTITIES.items()
    ]  # fmt: skip
    topics = [
        {"topic_id": 0, "topic": "Rebuilding Aldmoor", "terms": ["rebuild"], "theme_id": 0, "theme": "Aldmoor"},
        {"topic_id": 1, "topic": "Harbour", "terms": ["harbour"], "theme_id": 1, "theme": "Ports"},
    ]
    cuts = [{"article_id": "a3", "position": 0, "text": "Most read", "reason": "menu"}]
    report = [{"origin": f"{i}.txt", "place": "", "outcome": "loaded", "article_id": i} for i in TEXTS]
    report.append({"origin": "bad.pdf", "outcome": "refused", "reason": "damaged", "cure": "export it again"})
    rows = {"articles": articles, "mentions": mentions, "quotes": quotes, "times": times, "entities": entities}
    leaves = [t | {"leaf_id": t["topic_id"], "edit_id": 0} for t in topics]
    copies = [{"article_id": "a1", "other_id": "a2", "similarity": 0.5}]
    rows |= {"topics": topics, "leaves": leaves, "copies": copies, "cuts": cuts, "report": report}
    return {name: schema.conform(name, data) for name, data in rows.items()}


MANIFEST = {"versions": {"frames": schema.VERSION}, "counts": {"articles": 4}, "refused": []}


@pytest.fixture
def frames() -> dict[str, pd.DataFrame]:
    """The small pile's frames."""
    return small_frames()


@pytest.fixture
def corpus(frames: dict[str, pd.DataFrame]) -> Corpus:
    """The small pile in memory."""
    return Corpus(frames, MANIFEST)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder."""
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def demo_piles() -> None:
    """Build the demonstration pile, a pile of one article and an empty one, in the home folder."""
    demo = piles.create("Demonstration (fictional)", "demo")
    work.hand_in_folder(demo, ROOT / "data")
    worker.build_now(demo)
    one = piles.create("One article", "one")
    work.hand_in(one, [("one.txt", b"Bridge opens\n\nThe bridge at Aldmoor opened, said Mayor Ada Smith.")])
    worker.build_now(one)
    piles.create("Empty", "empty")


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder with the demonstration pile, a pile of one article and an empty one.

    Built once, for all processes that the tests run in: a test that changes a pile takes a copy of the folder.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, ready = shared / "demo", shared / "demo.ready"
    before = os.environ.get("DATELINE_HOME")
    os.environ["DATELINE_HOME"] = str(folder)
    with FileLock(shared / "demo.lock"):
        if not ready.exists():
            demo_piles()
            ready.touch()
    yield folder
    if before is None:
        del os.environ["DATELINE_HOME"]
    else:
        os.environ["DATELINE_HOME"] = before
