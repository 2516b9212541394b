"""Who the speaker is: from the words of the speaker to a chain of names in the article.

Pronouns go to the last speaker, unless somebody else has become the subject in between; roles to the person so called;
short names through the chains. What cannot be told stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.names.words import ROLE_NOUNS
from dateline.annotate.quotes.lexicon import words
from dateline.annotate.record import Name

MASCULINE, FEMININE = frozenset("he his him himself".split()), frozenset("she her hers herself".split())
NEUTER, PLURAL = frozenset(("it", "its", "itself")), frozenset("they their them themselves".split())
FIRST = frozenset("i we you my our me us one".split())
PERSONAL = MASCULINE | FEMININE | NEUTER | PLURAL | FIRST
SPEAKING = frozenset(("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"))
REACH = 900
"""Characters back to the antecedent of a pronoun; the last speaker may be further."""
FAR = 30_000
"""Characters back to the bearer of a role."""
_PART = r"(?:[A-Z][\w.’'-]*|of|the|and|for|de|van|von|al)"
_APPOSED = re.compile(rf", {_PART}(?: {_PART}){{0,9}}?(?=,|\.(?: |$))")
_WORD = re.compile(r"[\w’'.-]+")
_HEAD_ENDS = frozenset(
    "of for in at from with on who whom whose which that to by and or during near against about whom , ( - – —".split()
)


_BEFORE_OBJECT = frozenset("by of with to for from at on in than like against about over after before and or".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """The chain of a speaker (-1 none) and how it is known: one of ``schema.RESOLVED``."""

    chain: int
    resolved: str


NOBODY = Referent(-1, "unresolved")


class Article:
    """The names of an article in reading order, ready to be asked who somebody is."""

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        genders: dict[int, str],
        full: dict[int, str],
        quoted: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.text, self.names, self.genders, self.full = text, names, genders, full
        # whom a speaker names is not who speaks next: names inside quotation marks are no antecedents
        self.spoken = {n for n, name in enumerate(names) if any(a <= name.start < b for a, b in quoted)}
        self.starts = [n.start for n in names]
        self.labels = {n.chain: n.label for n in reversed(names)}
        self.named_now: set[int] = set()
        self.sizes = {c: len(name.split()) for c, name in full.items()}

    def titled(self, span: tuple[int, int] | None) -> tuple[int, int] | None:
        """ "Police Lt. Ada Hale" where the parser took the full stop for the end: the phrase with its name."""
        if span is None or self.text[span[1] : span[1] + 1] != ".":
            return span
        if self.text[span[0] : span[1]].split()[-1].lower() not in words("titles"):
            return span
        name = next((n for n in self._names_in(span[1] + 1, span[1] + 4)), None)
        return span if name is None else (span[0], max(span[1], name.end))

    def who(
        self, span: tuple[int, int] | None, last: tuple[int, int] | None, said: Sequence[tuple[int, int]] = ()
    ) -> Referent:
        """The referent of a speaker's words.

        ``last`` is (chain, place) of who spoke before, where known; ``said`` what is said now: nobody whom it names is
        meant by the pronoun that speaks.
        """
        if span is None:
            return NOBODY
        self.named_now = {n.chain for a, b in said for n in self._names_in(a, b)}
        start, end = span
        low = self.text[start:end].lower().replace("’", "'").strip()
        first = low.split()[0] if low else ""
        if first in PERSONAL and (first == low or first in ("his", "her", "their", "its", "my", "our")):
            if first == low or len(low.split()) == 1:
                return self._pronoun(low, start, last)
            return self._common(low, start, end, last)
        return self._named(start, end) or self._common(low, start, end, last)

    def _named(self, start: int, end: int) -> Referent | None:
        """The name that is the head of the phrase: its last name before a comma or a preposition, people first."""
        head_end = self._head_end(start, end)
        found = [n for n in self._names_in(start, head_end) if n.label in SPEAKING and not self._possessive(n)]
        people = [n for n in found if n.label == "PERSON"]
        last = [n for n in found if not _WORD.search(self.text[n.end : head_end])]
        name = people[-1] if people else last[-1] if last else self._titled(start, end) or self._apposed(start, end)
        return None if name is None else Referent(name.chain, "short name" if self._is_short(name) else "named")

    def _possessive(self, n: Name) -> bool:
        return self.text[n.end : n.end + 2].startswith(("'s", "’s", "' ", "’ "))

    def _is_short(self, n: Name) -> bool:
        size, full = len(self.text[n.start : n.end].split()), self.sizes.get(n.chain, 1)
        return (n.label == "PERSON" and size == 1 and full > 1) or (n.label == "ORG" and size < full)

    def _titled(self, start: int, end: int) -> Name | None:
        """ "Secretary of State Ada Hale": a title that holds a preposition; not "the wife of Ada Hale"."""
        for n in self._names_in(start, end):
            if n.label == "PERSON" and n.role and not self._possessive(n):
                before = self.text[start : n.start].strip().lower()
                if before.endswith(n.role.lower()) and any(w in _HEAD_ENDS for w in n.role.lower().split()):
                    return n
        return None

    def _apposed(self, start: int, end: int) -> Name | None:
        """ "The commander in Europe, Gen. Ada Hale, said": the name between commas behind a role."""
        last = self.text[start:end].split()[-1:]
        opens = self.text[start:end].lower().startswith(("the ", "a ", "an ", "his ", "her ", "its ", "their ", "one "))
        if not opens and not (last and last[0][:1].islower()):
            return None
        m = _APPOSED.match(self.text, end)
        if m is None:
            return None
        for n in self._names_in(m.start(), m.end()):
            if n.label == "PERSON" and n.end == m.end():
                return n
        return None

    def _head_end(self, start: int, end: int) -> int:
        for m in re.finditer(r"[,(;—–]|(?<=\s)-(?=\s)|\b[a-z]+\b", self.text[start:end]):
            if not m.start() or (m.group().isalpha() and m.group() not in _HEAD_ENDS):
                continue
            # "Bank of England": the preposition is part of a name
            if not any(n.start < start + m.start() < n.end for n in self._names_in(start, end)):
                return start + m.start()
        return end

    def _names_in(self, start: int, end: int) -> list[Name]:
        out = []
        for n in self.names[max(0, bisect_left(self.starts, start) - 1) :]:
            if n.start >= end:
                break
            if n.end > start:
                out.append(n)
        return out

    def _pronoun(self, low: str, start: int, last: tuple[int, int] | None) -> Referent:
        if low in FIRST:
            return NOBODY
        wanted = "m" if low in MASCULINE else "f" if low in FEMININE else ""
        if wanted:
            chain = self._antecedent(start, last, wanted)
            return Referent(chain, "pronoun") if chain >= 0 else NOBODY
        if last is not None and start - last[1] < REACH and self._label(last[0]) in ("ORG", "GPE", "NORP"):
            return Referent(last[0], "pronoun")
        if low in NEUTER:
            for n in self._before(start, 300):
                if n.label == "ORG":
                    return Referent(n.chain, "pronoun")
        return NOBODY

    def _antecedent(self, start: int, last: tuple[int, int] | None, gender: str) -> int:
        """Who "he" is: the subject that came up since the last quotation, else the last speaker, else the nearest."""

        def fits(chain: int) -> bool:
            return self.genders.get(chain, "") in ("", gender) and chain not in self.named_now

        def surely(chain: int) -> bool:
            return self.genders.get(chain, "") == gender

        near = [n for n in self._before(start, REACH) if n.label == "PERSON" and fits(n.chain)]
        since = [n for n in near if last is not None and n.start > last[1]]
        subjects = [n for n in since if self._opens_sentence(n)]
        if subjects and (last is None or not fits(last[0]) or surely(subjects[0].chain)):
            return subjects[0].chain
        if last is not None and fits(last[0]) and self._label(last[0]) == "PERSON" and start - last[1] < 3 * REACH:
            return last[0]
        opening = [n for n in near if self._opens_sentence(n)]
        for group in ([n for n in opening if surely(n.chain)], [n for n in near if surely(n.chain)], opening, near):
            if group:
                return group[0].chain
        return -1

    def _opens_sentence(self, n: Name) -> bool:
        """Whether a name stands near the head of its sentence: most subjects do."""
        lead = re.split(r"[.!?\n”\"]", self.text[max(0, n.start - 90) : n.start])[-1]
        words_before = lead.split()
        at = len(words_before)
        while at and (words_before[at - 1][:1].isupper() or words_before[at - 1].lower() in ROLE_NOUNS):
            at -= 1  # titles before the name
        if at and words_before[at - 1].lower() in _BEFORE_OBJECT:
            return False
        return len(words_before) <= 8 and "," not in lead.rstrip(", ")[:-1] and not self._possessive(n)

    def _before(self, start: int, reach: int) -> list[Name]:
        """Names before a place, nearest first."""
        at = bisect_left(self.starts, start)
        out = []
        for i in range(at - 1, -1, -1):
            n = self.names[i]
            if start - n.start > reach:
                break
            if n.chain >= 0 and i not in self.spoken:
                out.append(n)
        return out

    def _label(self, chain: int) -> str:
        return self.labels.get(chain, "")

    def _common(self, low: str, start: int, end: int, last: tuple[int, int] | None) -> Referent:
        """A speaker without a name: a role, a document, people."""
        head_text = self.text[start : self._head_end(start, end)].lower()
        nouns = [w.strip(".'") for w in _WORD.findall(head_text)]
        head = nouns[-1] if nouns else ""
        if head in words("bodies") or head in words("firms"):
            inside = [n for n in self._names_in(start, end) if n.label == "ORG" and not self._possessive(n)]
            if inside:
                return Referent(inside[-1].chain, "named")  # "the Acme news agency"
        if head.removesuffix("s") in words("documents") or head in words("documents"):
            return Referent(-1, "document")
        definite = low.startswith(("the ", "this ", "that "))
        if definite and head and len(nouns) <= 3:
            chain = self._body_named(head, start) if head not in ROLE_NOUNS else -1
            if chain < 0 and head in words("firms"):
                chain = self._body(start, last)
            if chain >= 0:
                return Referent(chain, "role")
        if definite and head:
            chain = self._bearer(head, nouns, start)
            if chain < 0 and head in words("epithets") and self._spoke(start, last):
                chain = last[0]
            if chain >= 0:
                return Referent(chain, "role")
        elif head and (whose := self._names_in(start, end)):
            chain = self._bearer_for(head, whose, start)
            if chain >= 0:
                return Referent(chain, "role")
        if head in ROLE_NOUNS or head in words("roles"):
            return Referent(-1, "role" if definite or self._names_in(start, end) else "unnamed")
        return Referent(-1, "unnamed" if head else "unresolved")

    def _spoke(self, start: int, last: tuple[int, int] | None) -> bool:
        """Whether a person spoke last, not long ago, and is not talked about now."""
        if last is None or start - last[1] > REACH or last[0] in self.named_now:
            return False
        return self._label(last[0]) == "PERSON"

    def _body_named(self, head: str, start: int) -> int:
        """ "The trust" after "Marlow Harbour Trust": the last organisation whose name ends so."""
        for n in self._before(start, FAR):
            longer = n.label in ("ORG", "FAC") and n.end - n.start > len(head)
            if longer and self.text[n.start : n.end].lower().split()[-1] == head:
                return n.chain
        return -1

    def _body(self, start: int, last: tuple[int, int] | None) -> int:
        """The organisation that "the company" means: the one that spoke last, else the one most named before."""
        if last is not None and self._label(last[0]) == "ORG" and start - last[1] < 3 * REACH:
            return last[0]
        near = [n.chain for n in self._before(start, 2 * REACH) if n.label == "ORG"]
        if not near:
            return -1
        counts = {c: near.count(c) for c in near}
        return max(near, key=lambda c: (counts[c], -near.index(c)))

    def _bearer(self, head: str, nouns: Sequence[str], start: int) -> int:
        """The person whose role holds the head noun: of several who shares most words, then the last named."""
        best, chain = 0, -1
        for n in self._before(start, FAR):
            role = n.role.lower().split() if n.label == "PERSON" else []
            if head in role and (score := len(set(role) & set(nouns))) > best:
                best, chain = score, n.chain
        return chain

    def _bearer_for(self, head: str, whose: Sequence[Name], start: int) -> int:
        """ "A spokeswoman for Nordwind", "Nordwind's chief": who was introduced as that, the body named too."""
        of = [self.text[n.start : n.end].lower() for n in whose]
        for n in self._before(start, FAR):
            role = n.role.lower() if n.label == "PERSON" else ""
            if head in role.split() and any(name in role for name in of):
                return n.chain
        return -1
