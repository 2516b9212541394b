"""Who the speaker is: from the words of the speaker to a chain of names in the article.

Pronouns go to the last speaker, unless somebody else has become the subject in between; roles to the person so called;
short names through the chains. What cannot be told stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.annotate.names.words import ROLE_NOUNS
from dateline.annotate.quotes import pronouns
from dateline.annotate.quotes.lexicon import words
from dateline.annotate.quotes.pronouns import NOBODY, PERSONAL, REACH, Referent
from dateline.annotate.record import Name

SPEAKING = frozenset(("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"))
FAR = 30_000
"""Characters back to the bearer of a role."""
_PART = r"(?:[A-Z][\w.’'-]*|of|the|and|for|de|van|von|al)"
_APPOSED = re.compile(rf", (?:[a-z][\w-]* ){{0,4}}{_PART}(?: {_PART}){{0,9}}?(?=,|\.(?: |$))")
_WORD = re.compile(r"[\w’'.-]+")
_AGED = re.compile(r"\b\d+-year-old\b")
_HEAD_ENDS = frozenset(
    "of for in at from with on who whom whose which that to by and or during near against about whom , ( - – —".split()
)


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
                return pronouns.pronoun(self, low, start, last)
            name = self._apposed(start, end)  # "her lawyer, Ben Quill, said"
            return self._common(low, start, end, last) if name is None else Referent(name.chain, "named")
        return self._named(start, end) or self._common(low, start, end, last)

    def _named(self, start: int, end: int) -> Referent | None:
        """The name that is the head of the phrase: its last name before a comma or a preposition, people first."""
        head_end = self._head_end(start, end)
        # "Hale" of "Hale's claim" speaks; "Hale's brother" is somebody else
        near = self._names_in(start, head_end)
        found = [n for n in near if n.label in SPEAKING and not (self.possessive(n) and n.end < end)]
        people = [n for n in found if n.label == "PERSON"]
        last = [n for n in found if not _WORD.search(self.text[n.end : head_end])]
        name = people[-1] if people else last[-1] if last else self._titled(start, end) or self._apposed(start, end)
        return None if name is None else Referent(name.chain, "short name" if self._is_short(name) else "named")

    def possessive(self, n: Name) -> bool:
        """Whether something is said to belong to the name: "Hale's"."""
        return self.text[n.end : n.end + 2].startswith(("'s", "’s", "' ", "’ "))

    def _is_short(self, n: Name) -> bool:
        size, full = len(self.text[n.start : n.end].split()), self.sizes.get(n.chain, 1)
        return (n.label == "PERSON" and size == 1 and full > 1) or (n.label == "ORG" and size < full)

    def _titled(self, start: int, end: int) -> Name | None:
        """ "Secretary of State Ada Hale": a title that holds a preposition; not "the wife of Ada Hale"."""
        for n in self._names_in(start, end):
            if n.label == "PERSON" and n.role and not self.possessive(n):
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
        inside = self._names_in(start, end)[-1:]
        if inside and inside[0].end == end and self.text[start : inside[0].start].endswith(", "):
            return inside[0] if inside[0].label == "PERSON" else None  # "the leader of the union, Ada Hale"
        m = _APPOSED.match(self.text, end)
        if m is None:
            return None
        role = last[0].lower() in ROLE_NOUNS or last[0].lower() in words("roles")
        for n in self._names_in(m.start(), m.end()):
            # "her party's leader, Piers Lund, said": it alone stands beside the role, whatever the model took it for
            alone = role and n.label in SPEAKING and n.start == m.start() + 2
            if n.end == m.end() and (n.label == "PERSON" or alone):
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

    def before(self, start: int, reach: int) -> list[Name]:
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

    def label(self, chain: int) -> str:
        """The label of a chain, '' where there is none."""
        return self.labels.get(chain, "")

    def _common(self, low: str, start: int, end: int, last: tuple[int, int] | None) -> Referent:
        """A speaker without a name: a role, a document, people."""
        head_text = self.text[start : self._head_end(start, end)].lower()
        nouns = [w.strip(".'") for w in _WORD.findall(head_text)]
        head = nouns[-1] if nouns else ""
        if head in words("bodies") or head in words("firms"):
            inside = [n for n in self._names_in(start, end) if n.label == "ORG" and not self.possessive(n)]
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
        if definite and _AGED.search(low):
            chain = pronouns.just_named(self, start)  # "the 33-year-old captain": who was just named
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
        return self.label(last[0]) == "PERSON"

    def _body_named(self, head: str, start: int) -> int:
        """ "The trust" after "Marlow Harbour Trust": the last organisation whose name ends so."""
        for n in self.before(start, FAR):
            longer = n.label in ("ORG", "FAC") and n.end - n.start > len(head)
            if longer and self.text[n.start : n.end].lower().split()[-1] == head:
                return n.chain
        return -1

    def _body(self, start: int, last: tuple[int, int] | None) -> int:
        """The organisation that "the company" means: the one that spoke last, else the one most named before."""
        if last is not None and self.label(last[0]) == "ORG" and start - last[1] < 3 * REACH:
            return last[0]
        near = [n.chain for n in self.before(start, 2 * REACH) if n.label == "ORG" and not self._public(n)]
        if not near:
            return -1
        counts = {c: near.count(c) for c in near}
        return max(near, key=lambda c: (counts[c], -near.index(c)))

    def _public(self, n: Name) -> bool:
        """Whether a name ends like that of a union or a ministry, which is no company."""
        return self.text[n.start : n.end].lower().split()[-1] in words("bodies") - words("firms")

    def _bearer(self, head: str, nouns: Sequence[str], start: int) -> int:
        """The person whose role holds the head noun: of several who shares most words, then the last named."""
        best, chain = 0, -1
        for n in self.before(start, FAR):
            role = n.role.lower().split() if n.label == "PERSON" else []
            if head in role and _differ(role, nouns, head):
                continue  # the finance minister is not the prime minister
            if head in role and (score := len(set(role) & set(nouns))) > best:
                best, chain = score, n.chain
        return chain

    def _bearer_for(self, head: str, whose: Sequence[Name], start: int) -> int:
        """ "A spokeswoman for Nordwind", "Nordwind's chief": who was introduced as that, the body named too."""
        of = [self.text[n.start : n.end].lower() for n in whose]
        for n in self.before(start, FAR):
            role = n.role.lower() if n.label == "PERSON" else ""
            if head in role.split() and any(name in role for name in of):
                return n.chain
        return -1


def _differ(role: Sequence[str], nouns: Sequence[str], head: str) -> bool:
    """Whether the words before the head noun tell two roles apart."""
    if head not in nouns:
        return False
    ours, theirs = set(role[: role.index(head)]), set(nouns[: nouns.index(head)]) - {"the", "new", "former"}
    return (bool(theirs) and (ours.isdisjoint(theirs) if ours else "prime" in theirs)) or "prime" in ours - theirs
