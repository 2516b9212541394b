# ruff: noqa: E501 (patterns in many languages)
"""The head of an article: headline, deck, byline, date line and outlet, as they stand around the first paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from dateline.load.clean.byline import ALONE, BY, byline, names
from dateline.load.clean.dated import DATE_STEMS, tells
from dateline.load.clean.score import Scored, folded
from dateline.load.language import language_of
from dateline.load.published import find, labelled

_ENOUGH = 1.1
"""Points that a headline needs."""
_ABOUT = 0.5
"""Share of its telling words that a headline with a date in it has in common with the text."""
_REACH = 45
"""Blocks before the body in which a headline is looked for: pages put share buttons and pictures between."""
_DATELINE = re.compile(
    r"^\(?((?:[A-ZÀ-ÞŁŚŻŞİ][A-ZÀ-ÞŁŚŻŞİ.'’-]+|[A-Z]\.)(?:[ ,/]+(?:[A-ZÀ-ÞŁŚŻŞİ][\w.'’-]+|d\.c\.|de|del|la|al|of|the|on|and)){0,5})"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))?\s?(?:\([^()\n]{2,40}\)\s?)?(?:—|–|--|-(?= ))(?=\s?\S)"
)
_PLACE_LINE = re.compile(r"^[^\W\d_][\w .,’'/()-]{1,40}[.:]?$")
_TIME_AGO = re.compile(
    r"\b(?:\d+|an?) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?) ago\b|\bmin(?:ute)?s?\.? read\b|\bvor \d+ (?:Stunden|Minuten|Tagen)",
    re.I,
)
_TITLE_BAD = re.compile(
    r"^(?:home|startseite|accueil|inicio)\b|[|›»>/]\s|https?:|@\w|^\d+$|\bcookies?\b|\bjavascript\b", re.I
)
_SITE_TAIL = re.compile(r"\s+[|»›]\s+[^|»›]{2,40}$")
# a headline may stand right below a menu's heading "Related", and look like one of its links
_HEADLINE_REASONS = ("", "related links")
_OTHER_LABELS = ("updated", "aktualisiert", "modified", "actualizado", "atualizado", "aggiornato", "обновлено", "uppdaterad",
                 "oppdatert", "güncelleme", "更新", "수정", "jour", "bijgewerkt", "uppfært", "stand")  # fmt: skip


@dataclass(slots=True)
class Head:
    """What the head says; ``rows`` are its blocks with the name of the field, ``start`` is the first body block."""

    start: int
    title: str = ""
    deck: str = ""
    author: str = ""
    dateline: str = ""
    published: datetime | None = None
    note: str = ""
    rows: dict[int, str] | None = None


def read(
    scored: list[Scored], inside: list[bool], given: str = "", source: str = "", named: Collection[int] = ()
) -> Head:
    """Fields of the head, and where the body starts after them.

    ``given`` is a headline known from elsewhere, ``source`` the outlet, ``named`` are blocks that hold its name alone.
    """
    first = next((i for i, keep in enumerate(inside) if keep), -1)
    head = Head(first, rows={})
    if first < 0:
        return head
    last = max(i for i, keep in enumerate(inside) if keep)
    core = _core(scored, inside, first, last)
    words: set[str] = set()
    for i in range(core, last + 1):
        if inside[i]:
            words |= scored[i].vocabulary
    at = _title(scored, first, core, last, words, given, named)
    if at >= 0:
        head.title = given or _SITE_TAIL.sub("", scored[at].text).strip()
        head.rows[at] = "headline"
        same = folded(head.title)
        for i in range(max(0, core - _REACH), core + 2):
            if i < len(scored) and i != at and folded(scored[i].text) == same:
                head.rows[i] = "headline"
        head.start = max(first, at + 1)
    _people_and_dates(scored, inside, head, at, core, source)
    _deck(scored, inside, head, at, core)
    while head.start <= last and (not inside[head.start] or head.start in head.rows):
        head.start += 1
    if head.start <= last:
        head.dateline = dateline(scored[head.start].text)
    return head


def dateline(text: str) -> str:
    """The place line that a report opens with ('BRUSSELS'), or ''."""
    found = _DATELINE.match(text[:90])
    return found.group(1).strip(" ,") if found else ""


def _core(scored: list[Scored], inside: list[bool], first: int, last: int) -> int:
    """The first block of the body that is running text beyond doubt: a sentence, with another one close behind."""
    for i in range(first, last + 1):
        if inside[i] and scored[i].sentence and scored[i].words >= 9:
            ahead = [j for j in range(i + 1, min(i + 7, last + 1)) if inside[j] and scored[j].sentence]
            if ahead or i + 3 > last:
                return i
    return first


def _title(
    scored: list[Scored], first: int, core: int, last: int, words: set[str], given: str, named: Collection[int]
) -> int:
    """The block that is the headline, or -1: near the body, short, not a sentence, about what the body is about."""
    wanted = folded(given)
    points: dict[int, float] = {}
    above = _above_deck(scored, core, last)
    at = -1
    for i in range(max(0, core - _REACH), min(core + 2, last + 1)):
        s = scored[i]
        if wanted:
            if folded(s.text) == wanted:
                at = i
            continue
        stop = s.text[-1] in ".。।" and not s.text.endswith("..")
        least = 1 if i == above else 3
        if i > core or s.reason not in _HEADLINE_REASONS or not least <= s.words <= 30 or len(s.text) > 220:
            continue
        # the line above a summary may be its headline, the summary is not
        if i in named or (above >= 0 and i == above + 1) or _TITLE_BAD.search(s.text):
            continue
        if ((i >= first or i == core) and (s.words > 22 or (stop and s.words > 9))) or (i == core == 0 and s.sentence):
            continue
        own = s.vocabulary
        share = sum(t in words for t in own) / len(own) if own else 0.0
        p = (
            share * min(2.0, 0.8 + 0.4 * len(own))
            + min(s.words, 9) / 9
            + (0.7 if s.seen > 1 else 0.0)
            - (core - i) * 0.03
        )
        p -= 0.9 if stop else 0.0
        p -= 0.8 if s.seen == 1 and share < 0.34 else 0.0
        p -= 0.4 if s.block.item else 0.0
        p -= 0.5 if s.text.isupper() and s.words < 5 else 0.0
        if _TIME_AGO.search(s.text) or BY.match(s.text) or _dates(s, words):
            p -= 1.5
        if i == above:
            p = max(p + 0.8, _ENOUGH)
        points[i] = p + (0.5 if i == 0 else 0.0)
    if wanted:
        return at
    if not points:
        return -1
    if max(points.values()) < _ENOUGH:
        # a headline may share no word with its text; a byline right below still tells it
        for i in points:
            if i + 1 < len(scored) and not scored[i].sentence and byline(scored[i + 1].text):
                points[i] += 0.9
    at = min(points, key=lambda i: (-points[i], i))
    # the summary under a headline speaks of the article too, and more of it: the one above is the headline
    for i in sorted(points):
        if at - 5 <= i < at and points[i] > points[at] - 0.55 and scored[i].words >= 4:
            at = i
            break
    return at if points[at] >= _ENOUGH else -1


def _dates(s: Scored, words: set[str]) -> bool:
    """Whether a line dates the article. One about what the text's ``words`` are about is a headline with a date in it."""
    when, _, start = find(s.text)
    if when is None:
        return False
    own = [t for t in s.vocabulary if t not in DATE_STEMS]
    return not (own and sum(t in words for t in own) >= _ABOUT * len(own) and tells(s.text, start))


def _above_deck(scored: list[Scored], core: int, last: int) -> int:
    """The line right above a summary that the lead repeats word for word, or -1: such a line is the headline."""
    begin = max(0, core - 12)
    for i in range(begin + 1, min(core + 2, last + 1)):
        s, line = scored[i], scored[i - 1]
        if (
            not s.sentence
            or s.reason
            or s.words < 6
            or line.reason not in _HEADLINE_REASONS
            or line.sentence
            or len(line.text) > 220
        ):
            continue
        below = (x.text for x in scored[i + 1 : min(i + 9, last + 1)] if x.words >= s.words and not x.reason)
        if any(t.startswith(s.text[:-1]) for t in below) and not BY.match(line.text) and find(line.text)[0] is None:
            return i - 1
    return -1


def _people_and_dates(
    scored: list[Scored], inside: list[bool], head: Head, at: int, core: int, source: str = ""
) -> None:
    """Byline and date of publication in the blocks around headline and first paragraph."""
    begin = max(0, at - 10 if at >= 0 else core - 14)
    foreign: bool | None = None
    dates: list[tuple[float, int, datetime, str]] = []
    for i in range(begin, min(core + 4, len(scored))):
        s = scored[i]
        if s.words > 22 or i in head.rows:
            continue
        when, unclear, start = find(s.text)
        if when is None and unclear and s.words <= 12:
            # 02/12/2024: outside English the day stands first
            if foreign is None:
                foreign = language_of(" ".join(x.text for x in scored[core : core + 3])) not in ("en", "")
            when = find(s.text, True)[0] if foreign else None
            head.note = head.note or unclear
        label = labelled(s.text, start) if when is not None else ""
        if when is not None and not label and i and scored[i - 1].words <= 3:
            label = labelled(scored[i - 1].text, len(scored[i - 1].text))
        # a date in a caption, a programme note or a sentence is not the article's
        stated = when is not None and s.reason not in ("caption", "legal") and (s.words <= 10 or bool(label))
        if stated and not (inside[i] and s.sentence and (s.words > 9 or tells(s.text, start))):
            points = 1.0 + (1.0 if label else 0.0) - (0.6 if label.casefold() in _OTHER_LABELS else 0.0)
            points -= 0.05 * abs(i - (at if at >= 0 else core)) + (0.4 if i < at else 0.0)
            dates.append((points, -i, when, f"label {label!r}" if label else "date line"))
            head.rows[i] = "date line"
        elif (when is not None or _TIME_AGO.search(s.text)) and s.words <= 12 and not s.sentence:
            head.rows[i] = "date line"
        if not head.author and (by := byline(s.text[:start] if when is not None and start > 0 else s.text)):
            head.author = by
            head.rows.setdefault(i, "byline")
        elif not head.author and folded(s.text) in ALONE and i + 1 < len(scored) and (by := names(scored[i + 1].text)):
            head.author = by
            head.rows[i] = head.rows[i + 1] = "byline"
    if dates:
        _, _, head.published, head.note = max(dates, key=lambda d: (d[0], d[1]))
    if not head.author:
        for i in range(max(0, at + 1), min(core + 1, len(scored))):
            s = scored[i]
            if head.rows.get(i) == "date line":
                near = find(s.text)[2]
                by = names(s.text[:near]) if near > 3 else ""
            else:
                beside = head.rows.get(i + 1) == "date line" or head.rows.get(i - 1) == "date line"
                by = names(s.text) if beside and 2 <= s.words <= 6 and not s.reason else ""
            if by and " " in by and folded(by).removeprefix("the ") != folded(source).removeprefix("the "):
                head.author = by
                head.rows.setdefault(i, "byline")
                break


def _deck(scored: list[Scored], inside: list[bool], head: Head, at: int, core: int) -> None:
    """The summary: a first paragraph that the lead repeats, or one that stands between headline and byline."""
    rows = [i for i in range(max(head.start, 0), min(core + 6, len(scored))) if inside[i] and i not in head.rows]
    prose = [i for i in rows if scored[i].words >= 6][:3]
    if len(prose) >= 2 and _repeats(scored[prose[0]].text, scored[prose[1]].text):
        _take_deck(scored, head, prose[0], "repeated deck")
        return
    if at < 0:
        return
    # a first paragraph that does not end like one stands over the text
    if len(prose) >= 2 and _unended(scored[prose[0]]) and scored[prose[1]].sentence and scored[prose[1]].words >= 9:
        _take_deck(scored, head, prose[0], "deck")
        return
    line = max((i for i, f in head.rows.items() if f in ("byline", "date line") and i > at), default=-1)
    between = [i for i in range(at + 1, line) if scored[i].words >= 6 and not scored[i].reason and i not in head.rows]
    if (
        1 <= len(between) <= 2
        and sum(scored[i].words for i in between) <= 70
        and any(inside[j] for j in range(line + 1, line + 8) if j < len(inside))
    ):
        for i in between:
            _take_deck(scored, head, i, "deck")


def _unended(s: Scored) -> bool:
    return not s.sentence and not s.reason and 8 <= s.words <= 40 and s.points > -0.8 and s.text[-1] not in ':：,;"”»'


def _take_deck(scored: list[Scored], head: Head, i: int, reason: str) -> None:
    head.deck = f"{head.deck}\n{scored[i].text}".strip()
    head.rows[i] = reason
    head.start = max(head.start, i + 1)


def _repeats(deck: str, lead: str) -> bool:
    """Whether a lead says again what the deck said: most of the deck's words, in runs of three."""
    a = re.findall(r"\w+", deck.casefold())
    b = re.findall(r"\w+", lead.casefold())
    if len(a) < 6 or len(a) > len(b) * 1.6 + 8:
        return False
    have = set(zip(b, b[1:], b[2:], strict=False))
    runs = list(zip(a, a[1:], a[2:], strict=False))
    return sum(r in have for r in runs) >= 0.6 * len(runs)
