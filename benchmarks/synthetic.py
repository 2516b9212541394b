"""A large pile without any real text, to measure pages with: ``python -m benchmarks.synthetic HOME``.

Writes the pile ``synthetic`` into HOME (a folder for ``DATELINE_HOME``). Names are as unevenly frequent as in news
(Zipf), publication has bursts, a quarter of the dates in the text are the day of publication. Offsets are right:
passages can be cut and opened.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from dateline import piles, schema
from dateline.counts.periods import day_number

MENTIONS = 1_000_000
_SENTENCES, _WIDTH = 16, 80
_NAMES, _TIME = (4, 22, 40), 60
"""Where names and the date stand in a sentence."""
_WORDS = (
    "bank rate vote storm port deal strike court flood school bridge price union tax grain ferry tunnel river".split()
)
_LABELS = np.array(["PERSON", "ORG", "GPE", "NORP", "EVENT"])


def make(mentions: int = MENTIONS, seed: int = 1) -> tuple[dict[str, pd.DataFrame], dict]:
    """Frames and manifest of a pile with so many mentions, 60 articles and 50 names to a thousand of them."""
    rng = np.random.default_rng(seed)
    size, names, times, quotes = mentions * 6 // 100, mentions // 20, mentions * 4 // 10, mentions * 3 // 10
    ids = np.array([f"a{i:06}" for i in range(size)])
    day = _days(rng, size)
    line = b"The 000000 of the 000000 met 000000 and so they said so then.".ljust(_WIDTH - 1) + b"\n"
    text = np.tile(np.frombuffer(line, np.uint8), (size, _SENTENCES, 1))
    place = np.sort(rng.choice(size * _SENTENCES * len(_NAMES), mentions, replace=False))
    article, rest = np.divmod(place, _SENTENCES * len(_NAMES))
    sentence, slot = np.divmod(rest, len(_NAMES))
    entity = np.minimum(rng.zipf(1.3, mentions) - 1, names - 1)
    at = np.array(_NAMES)[slot]
    for n, digit in enumerate(_digits(entity)):
        text[article, sentence, at + n] = digit
    when = np.sort(rng.choice(size * _SENTENCES, times, replace=False))
    in_article, in_sentence = np.divmod(when, _SENTENCES)
    for n, letter in enumerate(b"on Tuesday"):
        text[in_article, in_sentence, _TIME + n] = letter
    lag = np.where(rng.random(times) < 0.25, 0, rng.exponential(150, times).astype(int))
    meant = (day[in_article] - lag).astype("datetime64[D]").astype("datetime64[us]")
    said = np.sort(rng.choice(size * _SENTENCES, quotes, replace=False))
    q_article, q_sentence = np.divmod(said, _SENTENCES)
    speaker = np.minimum(rng.zipf(1.5, quotes) - 1, names - 1)
    entity_ids, entity_names = (np.array([f"{p}{i:06}" for i in range(names)]) for p in ("e", ""))
    label = _LABELS[rng.integers(0, len(_LABELS), names)]
    topic = rng.integers(0, 20, size)
    frames = {n: schema.empty(n) for n in schema.FRAMES}
    frames["articles"] = schema.conform("articles", pd.DataFrame({
        "article_id": ids, "origin": ids, "text": [bytes(t).decode() for t in text.reshape(size, -1)],
        "title": [" ".join(w).capitalize() for w in rng.choice(_WORDS, (size, 6))],
        "published": day.astype("datetime64[D]").astype("datetime64[us]"), "published_from": "given", "language": "en",
        "source": np.array([f"Outlet {i}" for i in range(40)])[rng.integers(0, 40, size)], "words": 200,
        "topic_id": topic, "topic": np.array([f"Topic {i}" for i in range(20)])[topic], "theme_id": topic // 4,
        "theme": np.array([f"Theme {i}" for i in range(5)])[topic // 4], "annotated": True,
        "story_id": np.array([f"s{i}" for i in rng.integers(0, size // 2, size)]),
        "leaf_id": topic, "typical": rng.random(size) * 0.6, "map_x": 0.1 + topic % 5 * 0.2 + rng.normal(0, 0.03, size),
        "map_y": 0.12 + topic // 5 * 0.25 + rng.normal(0, 0.03, size),
    }))  # fmt: skip
    frames["mentions"] = schema.conform("mentions", pd.DataFrame({
        "article_id": ids[article], "start": sentence * _WIDTH + at, "end": sentence * _WIDTH + at + 6,
        "text": entity_names[entity], "label": label[entity], "entity_id": entity_ids[entity],
        "entity": entity_names[entity], "role": "", "reason": "",
        "sentence_start": sentence * _WIDTH, "sentence_end": (sentence + 1) * _WIDTH - 1,
    }))  # fmt: skip
    frames["times"] = schema.conform("times", pd.DataFrame({
        "article_id": ids[in_article], "start": in_sentence * _WIDTH + _TIME, "end": in_sentence * _WIDTH + _TIME + 10,
        "text": "on Tuesday", "type": "DATE", "value": np.datetime_as_string(meant, "D"), "earliest": meant,
        "latest": meant + np.timedelta64(86_399, "s"), "how": "the Tuesday before publication",
        "sentence_start": in_sentence * _WIDTH, "sentence_end": (in_sentence + 1) * _WIDTH - 1,
    }))  # fmt: skip
    frames["quotes"] = schema.conform("quotes", pd.DataFrame({
        "article_id": ids[q_article], "quote_id": [f"q{i}" for i in range(quotes)], "start": q_sentence * _WIDTH,
        "end": q_sentence * _WIDTH + 40, "text": _said(rng, quotes), "speaker": entity_names[speaker],
        "speaker_entity_id": entity_ids[speaker], "speaker_entity": entity_names[speaker], "cue": "said",
        "kind": rng.choice(schema.KINDS, quotes), "resolved": rng.choice(schema.RESOLVED[:4], quotes),
        "sure": rng.choice([0.98, 0.88, 0.75], quotes),
        "echo_id": np.where(rng.random(quotes) < 0.2, [f"x{i}" for i in rng.integers(0, quotes // 12, quotes)], ""),
        "sentence_start": q_sentence * _WIDTH, "sentence_end": (q_sentence + 1) * _WIDTH - 1,
    }))  # fmt: skip
    counted = np.bincount(entity, minlength=names)
    pairs = np.unique(entity.astype(np.int64) * size + article) // size
    frames["entities"] = schema.conform("entities", pd.DataFrame({
        "entity_id": entity_ids, "entity": entity_names, "label": label, "aliases": [[n] for n in entity_names],
        "mentions": counted, "articles": np.bincount(pairs, minlength=names),
        "first": day.min().astype("datetime64[D]"), "last": day.max().astype("datetime64[D]"),
    }))  # fmt: skip
    frames["topics"] = schema.conform("topics", [
        {"topic_id": i, "topic": f"Topic {i}", "terms": ["bank"], "theme_id": i // 4, "theme": f"Theme {i // 4}",
         "articles": int((topic == i).sum())} for i in range(20)
    ])  # fmt: skip
    frames["leaves"] = schema.conform(
        "leaves",
        frames["topics"].assign(
            leaf_id=np.arange(20),
            edit_id=0,
            fitted=size,
            radius=0.09,
            map_x=0.1 + np.arange(20) % 5 * 0.2,
            map_y=0.12 + np.arange(20) // 5 * 0.25,
        )[
            [
                "leaf_id",
                "topic_id",
                "topic",
                "terms",
                "theme_id",
                "theme",
                "edit_id",
                "map_x",
                "map_y",
                "radius",
                "fitted",
            ]
        ],
    )
    one = rng.integers(0, size - 1, size // 6)
    frames["copies"] = schema.conform("copies", pd.DataFrame({
        "article_id": ids[one], "other_id": ids[one + 1], "similarity": rng.random(len(one)) * 0.7 + 0.3,
    }))  # fmt: skip
    return frames, {"versions": {"frames": schema.VERSION}, "counts": {"articles": size}, "refused": []}


def write(home: Path, mentions: int = MENTIONS) -> piles.Pile:
    """The pile ``synthetic`` in ``home``, made unless it is there with as many mentions."""
    os.environ["DATELINE_HOME"] = str(home)
    there = next((p for p in piles.piles() if p.id == "synthetic"), None)
    if there and there.note == str(mentions):
        return there
    if there:
        there.delete()
    pile = piles.create("Synthetic", "synthetic", note=str(mentions))
    pile.publish(*make(mentions))
    return pile


def _days(rng: np.random.Generator, size: int) -> np.ndarray:
    """Day numbers of publication (ascending): six years, a tenth of the articles in eight bursts of a few days."""
    first = day_number(pd.Timestamp("2018-01-01").date())
    steady = rng.integers(0, 6 * 365, size - size // 10)
    bursts = rng.choice(rng.integers(30, 6 * 365 - 30, 8), size // 10) + rng.integers(0, 6, size // 10)
    return np.sort(np.concatenate([steady, bursts])) + first


def _said(rng: np.random.Generator, size: int) -> list[str]:
    """What is said: fifteen words each."""
    words = np.array(_WORDS)[rng.integers(0, len(_WORDS), (size, 15))]
    return [" ".join(w) for w in words]


def _digits(codes: np.ndarray) -> np.ndarray:
    """The six digits of each code as characters, first digit first."""
    return np.stack([codes // 10**n % 10 + ord("0") for n in range(5, -1, -1)]).astype(np.uint8)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])).folder)
