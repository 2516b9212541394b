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
from dateline.annotate.quotes.pronouns import NOBODY, PERSONAL, Referent
from dateline.annotate.quotes.roles import WORD, common
from dateline.annotate.record import Name

SPEAKING = frozenset(("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"))
_PART = r"(?:[A-Z][\w.’'-]*|of|the|and|for|de|van|von|al)"
_APPOSED = re.compile(rf", (?:[a-z][\w-]* ){{0,4}}{_PART}(?: {_PART}){{0,9}}?(?=,|\.(?: |$))")
_OPENERS = ("the ", "a ", "an ", "his ", "her ", "its ", "their ", "one ", "another ")
_NOUN = re.compile(r" ([a-z][a-z-]+)\b")
_SELF = frozenset("himself herself themselves itself too also then now later".split())
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
        self.quoted = quoted
        # whom a speaker names is not who speaks next: names inside quotation marks are no antecedents
        self.spoken = {n for n, name in enumerate(names) if any(a <= name.start < b for a, b in quoted)}
        self.starts = [n.start for n in names]
        self.labels = {n.chain: n.label for n in reversed(names)}
        self.agents: dict[int, bool] = {}
        self.stranger = (-1, "")  # where somebody without a name spoke last, and whether a man or a woman
        self.named_now: set[int] = set()
        self.named_aloud: set[int] = set()
        self.said: Sequence[tuple[int, int]] = ()
        self.sizes = {c: len(name.split()) for c, name in full.items()}

    def titled(self, span: tuple[int, int] | None) -> tuple[int, int] | None:
        """ "Police Lt. Ada Hale" where the parser took the full stop for the end: the phrase with its name."""
        if span is None or self.text[span[1] : span[1] + 1] != ".":
            return span
        if self.text[span[0] : span[1]].split()[-1].lower() not in words("titles"):
            return span
        name = next((n for n in self.names_in(span[1] + 1, span[1] + 4)), None)
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
        self.said = said
        named = [n for a, b in said for n in self.names_in(a, b)]
        self.named_now = {n.chain for n in named}
        self.named_aloud = {n.chain for n in named if any(a <= n.start < b for a, b in self.quoted)}
        start, end = span
        low = self.text[start:end].lower().replace("’", "'").strip()
        first = low.split()[0] if low else ""
        if first in PERSONAL and (first == low or first in ("his", "her", "their", "its", "my", "our")):
            if first == low or len(low.split()) == 1:
                return pronouns.pronoun(self, low, start, last)
            name = self._apposed(start, end)  # "her lawyer, Ben Quill, said"
            return common(self, low, start, end, last) if name is None else Referent(name.chain, "named")
        return self._named(start, end) or self._beside(low, start) or common(self, low, start, end, last)

    def _beside(self, low: str, start: int) -> Referent | None:
        """ "Marlow Works, the firm paid to keep the gate, said no": the name that opens the sentence before a comma."""
        if not low.startswith(("the ", "a ", "an ")) or self.text[start - 2 : start] != ", ":
            return None
        n = next((n for n in self.names_in(start - 4, start - 2) if n.end == start - 2), None)
        lead = self.text[max(0, n.start - 40) : n.start].rstrip(' "“‘') if n else ""
        opens = lead[-1:] in ("", ".", "!", "?", "\n") and not lead.lower().endswith(("mr.", "mrs.", "ms.", "dr."))
        if n is None or n.label not in ("ORG", "PERSON") or not opens:
            return None
        return Referent(n.chain, "short name" if self._is_short(n) else "named")

    def _named(self, start: int, end: int) -> Referent | None:
        """The name that is the head of the phrase: its last name before a comma or a preposition, people first."""
        head_end = self.head_end(start, end)
        # "Hale" of "Hale's claim" speaks; "Hale's brother" is somebody else
        near = self.names_in(start, head_end)
        found = [n for n in near if n.label in SPEAKING and not (self.possessive(n) and n.end < end)]
        people = [n for n in found if n.label == "PERSON"]
        if people and (m := _NOUN.match(self.text, people[-1].end, head_end)) and m.group(1) not in _SELF:
            people = []  # "the Hale campaign", "Hale supporters": not Hale
        last = [n for n in found if not WORD.search(self.text[n.end : head_end])]
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
        for n in self.names_in(start, end):
            if n.label == "PERSON" and n.role and not self.possessive(n):
                before = self.text[start : n.start].strip().lower()
                if before.endswith(n.role.lower()) and any(w in _HEAD_ENDS for w in n.role.lower().split()):
                    return n
        return None

    def _apposed(self, start: int, end: int) -> Name | None:
        """ "The commander in Europe, Gen. Ada Hale, said": the name between commas behind a role."""
        last = self.text[start:end].split()[-1:]
        inside = self.names_in(start, end)[-1:]
        if inside and inside[0].end == end and inside[0].label == "PERSON":
            # "Hale's niece, state Sen. Ada Quill": what stands between the comma and the name is a title
            lead, _, title = self.text[start : inside[0].start].rpartition(", ")
            if lead and title and title.strip().lower() == inside[0].role.lower():
                return inside[0]
        opens = self.text[start:end].lower().startswith(_OPENERS)
        if not opens and not (last and last[0][:1].islower()):
            return None
        if inside and inside[0].end == end and self.text[start : inside[0].start].endswith(", "):
            return inside[0] if inside[0].label == "PERSON" else None  # "the leader of the union, Ada Hale"
        m = _APPOSED.match(self.text, end)
        if m is None:
            return None
        role = last[0].lower() in ROLE_NOUNS or last[0].lower() in words("roles")
        for n in self.names_in(m.start(), m.end()):
            # "her party's leader, Piers Lund, said": it alone stands beside the role, whatever the model took it for
            alone = role and n.label in SPEAKING and n.start == m.start() + 2
            if n.end == m.end() and (n.label == "PERSON" or alone):
                return n
            if alone and n.label == "PERSON":
                return n  # "another pollster, Ada Hale of Marlow University, said"
        return None

    def head_end(self, start: int, end: int) -> int:
        """Where the head of a phrase ends: at a comma, a bracket or a preposition that is no part of a name."""
        for m in re.finditer(r"[,(;—–]|(?<=\s)-(?=\s)|\b[a-z]+\b", self.text[start:end]):
            if not m.start() or (m.group().isalpha() and m.group() not in _HEAD_ENDS):
                continue
            # "Bank of England": the preposition is part of a name
            if not any(n.start < start + m.start() < n.end for n in self.names_in(start, end)):
                return start + m.start()
        return end

    def names_in(self, start: int, end: int) -> list[Name]:
        """The names that lie in a stretch, whole or in part."""
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
