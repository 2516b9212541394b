"""Phrases: the names and noun phrases of a sample of articles, found without a parser.

A name is the longest run of capitalised words; a noun phrase is a run of content words that ends in a noun. What is a
noun is read off the sample itself: nouns stand between "the" or "of" and a function word, verbs stand after "to" or
"he" and before "the". That needs a few hundred articles to be sure and works on a few. Roles before a person's name,
places at the head of a report, days and units are not part of a phrase.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.resolve.topics import english as en

NAME, ADJECTIVE, JOINED, NOUN = "name", "adjective", "joined", "noun"
"""Kinds of phrase: a name; a name used as an adjective ("Israeli troops"); two names with "and", "of" or "'s" between
them, that may be one ("Bank of Japan") or two ("Bush and Kerry"); a noun phrase."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&.-][^\W_]+)*")
_NOISE = re.compile(
    r"(?:https?://|www\.)\S{1,300}|<[^<>]{1,300}>|&lt;.{1,300}?&gt;|&?\b(?:quot|amp|lt|gt|nbsp|apos|#\d{2,5});|\S{1,80}@\S{1,80}"
)
_HEAD = re.compile(r"^[^\n]{0,80}?(?:\([^()\n]{2,40}\)|\b[A-Z]{2,}[\w .,]{0,40}?)\s?(?:-{1,2}|[–—])\s")
_ADDRESS = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,}")
_LEAD = 1_500
_LONGEST = 4


@dataclass(slots=True)
class Word:
    """A token. ``low``: lower case, without 's; ``breaks``: no phrase crosses into it; ``begins``: first of a sentence;
    ``capital``, ``shouted``: its first letter, all its letters are capitals."""

    start: int
    end: int
    low: str
    breaks: bool
    begins: bool
    capital: bool
    shouted: bool
    stop: bool


@dataclass(slots=True)
class Grammar:
    """How often each word (lower case) stood as a noun, as a verb, as a modifier; in lower case, with a capital
    inside a sentence, with a capital and small letters anywhere; for those, the content words beside them."""

    noun: Counter = field(default_factory=Counter)
    verb: Counter = field(default_factory=Counter)
    modifier: Counter = field(default_factory=Counter)
    lower: Counter = field(default_factory=Counter)
    capital: Counter = field(default_factory=Counter)
    titled: Counter = field(default_factory=Counter)
    around: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))

    def is_noun(self, word: str) -> bool:
        """Whether the word ends a noun phrase."""
        if _is_past(word):
            return False  # participles after a noun: "a share compared with"
        noun, other = self.noun[word], self.verb[word] + self.modifier[word]
        return noun > 0 and noun >= 0.45 * (noun + other + 1)

    def may_modify(self, word: str) -> bool:
        """Whether the word may stand before a noun inside a phrase: nouns, adjectives, participles; not verbs."""
        seen = self.noun[word] + self.verb[word] + self.modifier[word]
        return seen == 0 or self.verb[word] <= 0.3 * seen

    def is_name(self, word: str) -> bool:
        """Whether the word is written with a capital wherever it stands."""
        return self.capital[word] > 0 and self.capital[word] >= 3 * self.lower[word]

    def is_fixture(self, word: str) -> bool:
        """Whether nearly always the same content word stands beside it: furniture ("Quote, Profile, Research")."""
        seen = self.around.get(word)
        times = self.titled[word]
        return bool(seen) and times >= 8 and max(seen.values()) > 0.8 * times


def _is_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")


@dataclass(slots=True)
class Text:
    """The beginning of an article: its characters and its tokens."""

    text: str
    words: list[Word]

    def between(self, a: Word, b: Word) -> str:
        """What stands from one token to another, on one line."""
        return " ".join(self.text[a.start : b.end].split())


def read(text: str, stop: frozenset[str]) -> Text:
    """The beginning of an article, without the place line at its head."""
    text = _NOISE.sub(" | ", text[:_LEAD])
    text = text[m.end() :] if (m := _HEAD.match(text)) else text
    out: list[Word] = []
    last, before = 0, ""
    for m in _TOKEN.finditer(text):
        gap, token = text[last : m.start()], m.group()
        low = token.lower().replace("’", "'")
        same = gap in (" ", "\n", "") or (gap.strip() == "." and (before in en.ABBREVIATIONS or len(before) == 1))
        begins = not out or (not same and any(c in '.!?"“”:|\n' for c in gap))
        end = m.end()
        if low.endswith("'s"):
            end, low = end - 2, low[:-2]
        # what follows a possessive is another phrase: "Turkey's Recep Erdogan"
        breaks = not same or not out or out[-1].end != last
        # "A judge", "I"; but "Hepatitis A", "Mark I"
        lone = len(low) == 1 and (not token[0].isupper() or (low in "ai" and (begins or not out[-1].capital)))
        function = low in stop or lone
        if ((begins or "\n" in gap) and text[end : end + 1] == ":") or (token[0].islower() and _ADDRESS.fullmatch(low)):
            low = ""  # the name of a field ("Note:", "Photo:") or of a machine, not a word of the report
        out.append(Word(m.start(), end, low, breaks, begins, token[0].isupper(), token.isupper(), function))
        last, before = m.end(), low
    return Text(text, out)


def study(articles: Sequence[Text]) -> Grammar:
    """The grammar of a sample."""
    g = Grammar()
    for article in articles:
        words = article.words
        last = len(words) - 1
        for i, w in enumerate(words):
            if w.stop or not w.low[:1].isalpha():
                continue
            if not w.capital:
                g.lower[w.low] += 1
            else:
                g.capital[w.low] += not w.begins
                g.titled[w.low] += not w.shouted
                for side in (i - 1, i + 1):
                    if 0 <= side <= last and not words[side].stop:
                        g.around[w.low][side - i, words[side].low] += 1
            before = "" if w.breaks else words[i - 1].low
            after = words[i + 1] if i < last and not words[i + 1].breaks else None
            _note(g, w.low, before, after)
    return g


def _note(g: Grammar, word: str, before: str, after: Word | None) -> None:
    ends = after is None or after.stop
    object_ = after is not None and (after.low in en.DETERMINERS or after.low in en.OBJECTS)
    if object_ or before in en.VERB_SIGNS:
        g.verb[word] += 1
    elif before in en.LINKS:
        g.modifier[word] += 1
    elif ends and (before in en.DETERMINERS or before in en.PREPOSITIONS):
        g.noun[word] += 2
    elif after is not None and (after.low in en.AFTER_NOUNS or _is_past(after.low)) and not word.endswith("ly"):
        g.noun[word] += 1
    elif before in en.DETERMINERS or before in en.PREPOSITIONS:
        g.modifier[word] += 0.5


def phrases(article: Text, g: Grammar, english: bool = True) -> set[tuple[str, str]]:
    """The phrases of an article as (kind, text): names as written, the rest in lower case."""
    out: set[tuple[str, str]] = set()
    before: list[Part] = []
    for run in _runs(article.words):
        parts = _parts(run, g, english)
        # "Tanner's Court": two names here, one to whoever lives there
        if before and before[-1][0] == parts[0][0] == "name" and before[-1][1][-1].end + 3 == parts[0][1][0].start:
            out.add((JOINED, article.between(before[-1][1][0], parts[0][1][-1])))
        before = parts
        out.update(_names(article, parts))
        out.update(_nouns(article, parts, g, english))
    return out


def _runs(words: list[Word]) -> Iterator[list[Word]]:
    """Runs of content words; a connector after a capitalised word ("Bank of", "Food and") belongs to the run."""
    run: list[Word] = []
    for w in words:
        if w.breaks and run:
            yield run
            run = []
        # Formula One
        named = w.stop and w.capital and len(w.low) > 1 and bool(run) and run[-1].capital and not run[-1].stop
        if not w.stop or named or (run and (w.low in en.CONNECTORS or w.low == "and") and run[-1].capital):
            run.append(w)
        elif run:
            yield run
            run = []
    if run:
        yield run


Part = tuple[str, list[Word]]


def _parts(run: list[Word], g: Grammar, english: bool) -> list[Part]:
    """A run in pieces: name (capitalised words), low (another word), link (connector), cut (role, day, number)."""
    parts: list[Part] = []
    for i, w in enumerate(run):
        if w.stop and not w.capital:
            parts.append(("link", [w]))
        elif w.low in en.CALENDAR or not any(c.isalpha() for c in w.low) or _is_cut(run, i, g, english):
            parts.append(("cut", [w]))
        elif w.capital and (
            not w.begins or g.is_name(w.low) or (not g.lower[w.low] and i + 1 < len(run) and run[i + 1].capital)
        ):
            if parts and parts[-1][0] == "name":
                parts[-1][1].append(w)
            else:
                parts.append(("name", [w]))
        else:
            parts.append(("low", [w]))
    return parts


def _is_cut(run: list[Word], i: int, g: Grammar, english: bool) -> bool:
    w = run[i]
    return (w.capital and english and _is_role(run, i)) or (w.shouted and _is_shouting(w.low, g))


def _is_role(run: list[Word], i: int) -> bool:
    low = run[i].low
    near = {run[k].low for k in (i - 2, i - 1, i + 1) if 0 <= k < len(run)}
    return low in en.TITLES or (low in en.OFFICES and bool(near & en.TITLES))


def _is_shouting(low: str, g: Grammar) -> bool:
    """Whether a word in capitals is an ordinary word (NOTE) or a place at the head of a report (TOKYO), not NASA."""
    return g.lower[low] > 0 or (len(low) > 4 and g.titled[low] > 0)


def _names(article: Text, parts: list[Part]) -> Iterator[tuple[str, str]]:
    for k, (kind, words) in enumerate(parts):
        if kind != "name":
            continue
        words = _bare(words)
        if not words or (len(words) == 1 and len(words[0].low) == 1) or len(words) > _LONGEST + 1:
            continue
        after = parts[k + 1][0] if k + 1 < len(parts) else ""
        # "Israeli troops"; "U.S. Trade Representative"
        attributive = (after == "low" and len(words) == 1) or after == "cut"
        yield ADJECTIVE if attributive else NAME, article.between(words[0], words[-1])
        if k + 2 < len(parts) and parts[k + 1][0] == "link" and parts[k + 2][0] == "name":
            size = len(words) + len(parts[k + 2][1])
            if size <= _LONGEST + 2:
                yield JOINED, article.between(words[0], parts[k + 2][1][-1])


def _bare(words: list[Word]) -> list[Word]:
    """A name without the legal form of a company and what follows it, and without small words at its end."""
    legal = next((i for i, w in enumerate(words) if i and w.low in en.COMPANY_ENDS), len(words))
    words = words[:legal]
    while words and (words[-1].low in en.PREPOSITIONS or words[-1].low in en.DETERMINERS):
        words = words[:-1]
    return words


def _nouns(article: Text, parts: list[Part], g: Grammar, english: bool) -> Iterator[tuple[str, str]]:
    for end, (kind, words) in enumerate(parts):
        head = words[-1]
        if kind != "low" or head.low in en.FILLER or (english and not g.is_noun(head.low)):
            continue
        if end + 1 < len(parts) and parts[end + 1][0] == "low" and g.is_noun(parts[end + 1][1][0].low):
            continue  # not the head: "oil" in "oil prices"
        size = 0
        for k in range(end, -1, -1):
            kind, words = parts[k]
            size += len(words)
            if kind != "low" and not (kind == "name" and english):
                break
            if size > _LONGEST or any(w.low in en.FILLER for w in words):
                break
            if kind == "low" and not g.may_modify(words[0].low):
                break
            text = article.between(words[0], head)
            yield NOUN, text if kind == "name" else text[0].lower() + text[1:]
