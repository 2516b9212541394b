"""The same quotation elsewhere: quotations of several articles that are the same words, trimmed, retold or in prose.

Words are compared after forms that reporting changes are levelled: "we will fight" and "they would fight" are equal
here. Candidates share rare runs of three such words (an index, so that the cost grows with the number of quotations,
not with its square); each pair is then verified by its longest common subsequence (rapidfuzz). The result does not
depend on the order of the rows.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import pandas as pd
from rapidfuzz.distance import LCSseq, Levenshtein

SHORTEST = 5
"""Words below which equal wording says nothing ("we are very pleased")."""
SAME, OTHER = 0.7, 0.85
"""Share of the shorter wording found in the longer one: with the same speaker, and with another or an unknown one."""
LONG_ENOUGH = 8
"""Words that two speakers must share before their quotations are taken for one."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEVEL = {
    w: level
    for level, words in {
        "be": "is are was were am be been being 's 're 'm",
        "have": "has have had having 've",
        "will": "will would wo 'll 'd shall should",
        "can": "can could ca",
        "may": "may might",
        "do": "do does did",
        "one": "i we he she they you it one me us him them her himself herself themselves ourselves myself",
        "own": "my our his their your its mine ours theirs",
        "this": "this that these those",
        "now": "now then today yesterday tomorrow",
        "here": "here there",
    }.items()
    for w in words.split()
}
_SPLIT = re.compile(r"(n['’]t|['’](?:s|re|ve|ll|m|d))$")


def level(text: str) -> tuple[str, ...]:
    """The words of a text without case, marks, tense and person, as far as endings tell."""
    return tuple(chain.from_iterable(map(_levelled, _WORD.findall(text.casefold()))))


@lru_cache(maxsize=200_000)  # equal words are then one string, too: a pile of quotations holds few different ones
def _levelled(raw: str) -> tuple[str, ...]:
    word = _SPLIT.sub("", raw) or raw
    first = _LEVEL.get(word) or _stem(word)
    tail = raw[len(word) :].replace("’", "'")
    if tail == "n't":
        return first, "not"
    return (first, _LEVEL[tail]) if tail in _LEVEL else (first,)


def _stem(word: str) -> str:
    """Endings that tense and number change; crude on purpose, both sides are treated alike."""
    for end in ("ing", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)] + ("y" if end in ("ied", "ies") else "")
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@dataclass(slots=True)
class _Wording:
    """One levelled wording and whose quotations have it."""

    words: tuple[str, ...]
    quotations: list[int]
    speakers: set[str]


def echoes(quotes: pd.DataFrame) -> pd.Series:
    """The ``echo_id`` of every row of a quotes frame: shared by quotations of the same words in several articles.

    ``quotes``: article_id, quote_id, start, text, speaker_entity_id (str; ``schema.QUOTES``). Pieces of one quotation
    get one id. '' where no other article has the words. Two quotations are one where the shorter (``SHORTEST`` words
    or more) is found in the longer, more strictly where their speakers are not known to be the same.
    """
    from dateline.resolve.runs import candidates  # not above: pages that only show what was found need no scipy

    if not len(quotes):
        return pd.Series([], dtype="str")
    whole = quotes.sort_values(["quote_id", "start"], kind="stable").groupby("quote_id", sort=True)
    table = whole.agg(article_id=("article_id", "first"), text=("text", " ".join), who=("speaker_entity_id", "first"))
    wordings = _wordings(table)
    group = list(range(len(wordings)))
    for a, b in candidates([w.words for w in wordings]):
        if _find(group, a) != _find(group, b) and _same(wordings[a], wordings[b]):
            group[_find(group, b)] = _find(group, a)
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(len(wordings)):
        members[_find(group, i)].append(i)
    ids: dict[str, str] = {}
    article_ids, quote_ids = table.article_id.tolist(), table.index.tolist()
    for of in members.values():
        rows = [q for i in of for q in wordings[i].quotations]
        if len({article_ids[r] for r in rows}) > 1:
            fullest = min((wordings[i].words for i in of), key=lambda w: (-len(w), w))
            name = "x" + hashlib.blake2b(" ".join(fullest).encode(), digest_size=6).hexdigest()
            ids |= dict.fromkeys((quote_ids[r] for r in rows), name)
    return pd.Series([ids.get(q, "") for q in quotes.quote_id], quotes.index, dtype="str")


def _wordings(table: pd.DataFrame) -> list[_Wording]:
    """The distinct wordings in an order that does not depend on the rows'.

    Few words ("they are a very close family") are kept apart by speaker: many people say them.
    """
    found: dict[tuple[tuple[str, ...], str], _Wording] = {}
    for row, (text, who) in enumerate(zip(table.text, table.who, strict=True)):
        words = level(text)
        if len(words) >= SHORTEST and len(set(words)) >= SHORTEST - 1:
            key = words, who if len(words) < LONG_ENOUGH else ""
            w = found.setdefault(key, _Wording(words, [], set()))
            w.quotations.append(row)
            w.speakers |= {who} - {""}
    return [found[k] for k in sorted(found)]


def _same(a: _Wording, b: _Wording) -> bool:
    """Whether two wordings are one quotation."""
    shorter, longer = sorted((len(a.words), len(b.words)))
    share = LCSseq.similarity(a.words, b.words) / shorter
    if a.speakers & b.speakers:
        return share >= SAME
    if shorter >= LONG_ENOUGH:
        return share >= OTHER
    return not (a.speakers and b.speakers) and share == 1 and longer <= 2 * shorter


def _find(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i


def variants(quotes: pd.DataFrame, echo_id: str) -> pd.DataFrame:
    """The wordings of one group, fullest first.

    ``quotes``: a quotes frame. Returns a row a wording: text (str; pieces joined by ' … '), kind, speakers (list of
    str: entity, else the words of the text), articles (int), quote_ids (list of str), changes (list of Change against
    the fullest wording).
    """
    mine = quotes[(quotes.echo_id == echo_id) & (quotes.echo_id != "")]
    whole = mine.sort_values(["quote_id", "start"]).groupby("quote_id").agg(
        text=("text", " … ".join), kind=("kind", "first"), article_id=("article_id", "first"),
        entity=("speaker_entity", "first"), speaker=("speaker", "first"),
    )  # fmt: skip
    whole["who"] = whole.entity.where(whole.entity != "", whole.speaker)
    whole["plain"] = [" ".join(_WORD.findall(t.casefold())) for t in whole.text]
    rows = []
    for _, same in whole.groupby("plain", sort=True):
        rows.append(
            {
                "text": same.text.iloc[0],
                "kind": same.kind.iloc[0],
                "speakers": sorted(set(same.who) - {""}),
                "articles": same.article_id.nunique(),
                "quote_ids": list(same.index),
            }
        )
    rows.sort(key=lambda r: (-len(_WORD.findall(r["text"])), r["text"]))
    for r in rows:
        r["changes"] = differences(rows[0]["text"], r["text"])
    return pd.DataFrame(rows, columns=["text", "kind", "speakers", "articles", "quote_ids", "changes"])


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two wordings: ``how`` is equal, insert, delete or replace; ``was`` and ``now`` are its words."""

    how: str
    was: str
    now: str


def differences(was: str, now: str) -> list[Change]:
    """How one wording becomes another, word by word; case and marks do not count (edit operations of rapidfuzz)."""
    a, b = was.split(), now.split()
    ops = Levenshtein.opcodes([_bare(w) for w in a], [_bare(w) for w in b])
    return [
        Change(op.tag, " ".join(a[op.src_start : op.src_end]), " ".join(b[op.dest_start : op.dest_end])) for op in ops
    ]


def _bare(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum()) or word


def disputed(quotes: pd.DataFrame, least: float = 0.5) -> set[str]:
    """The echo_ids whose words, in quotation marks, are given to different speakers, each at least so sure (``sure``).

    What is told in other words does not count: several people may say that the road is closed.
    """
    marked = quotes.kind != "indirect"
    known = quotes[marked & (quotes.echo_id != "") & (quotes.speaker_entity_id != "") & (quotes.sure >= least)]
    speakers = known.groupby("echo_id").speaker_entity_id.nunique()
    return set(speakers.index[speakers > 1])


def repeated(quotes: pd.DataFrame, echo_ids: Iterable[str] | None = None) -> pd.DataFrame:
    """The groups, most repeated first: echo_id, text (fullest wording), articles, wordings (int), disputed (bool)."""
    rows = quotes[quotes.echo_id != ""]
    if echo_ids is not None:
        rows = rows[rows.echo_id.isin(list(echo_ids))]
    whole = rows.sort_values(["quote_id", "start"]).groupby("quote_id").agg(
        echo_id=("echo_id", "first"), text=("text", " … ".join), article_id=("article_id", "first")
    )  # fmt: skip
    whole["plain"] = [" ".join(_WORD.findall(t.casefold())) for t in whole.text]
    whole["size"] = [len(p.split()) for p in whole.plain]
    whole = whole.sort_values(["size", "text"], ascending=[False, True])
    out = whole.groupby("echo_id", sort=True).agg(
        text=("text", "first"), articles=("article_id", "nunique"), wordings=("plain", "nunique")
    ).reset_index()  # fmt: skip
    out["disputed"] = out.echo_id.isin(disputed(quotes))
    return out.sort_values(["articles", "wordings", "echo_id"], ascending=[False, False, True]).reset_index(drop=True)
