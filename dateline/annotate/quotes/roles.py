"""A speaker without a name of its own: the person so called, the body, a document, or nobody who is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotate.names.words import ROLE_NOUNS
from dateline.annotate.quotes import pronouns
from dateline.annotate.quotes.lexicon import words
from dateline.annotate.quotes.pronouns import REACH, Referent

if TYPE_CHECKING:
    from dateline.annotate.quotes.referents import Article
    from dateline.annotate.record import Name

FAR = 30_000
"""Characters back to the bearer of a role."""
WORD = re.compile(r"[\w’'.-]+")
_AGED = re.compile(r"\b\d+-year-old\b")


def common(article: Article, low: str, start: int, end: int, last: tuple[int, int] | None) -> Referent:
    """A speaker without a name: a role, a document, people."""
    head_text = article.text[start : article.head_end(start, end)].lower()
    nouns = [w.strip(".'") for w in WORD.findall(head_text)]
    head = nouns[-1] if nouns else ""
    if head in words("bodies") or head in words("firms"):
        inside = [n for n in article.names_in(start, end) if n.label == "ORG" and not article.possessive(n)]
        if inside:
            return Referent(inside[-1].chain, "named")  # "the Acme news agency"
    if head.removesuffix("s") in words("documents") or head in words("documents"):
        return Referent(-1, "document")
    definite = low.startswith(("the ", "this ", "that "))
    if definite and head and len(nouns) <= 3:
        chain = _body_named(article, head, start) if head not in ROLE_NOUNS else -1
        if chain < 0 and head in words("firms"):
            chain = _body(article, start, last)
        if chain >= 0:
            return Referent(chain, "role")
    if definite and _AGED.search(low):
        chain = pronouns.just_named(article, start)  # "the 33-year-old captain": who was just named
        if chain >= 0:
            return Referent(chain, "role")
    if definite and head:
        chain = _bearer(article, head, nouns, start)
        if chain < 0 and head in words("epithets") and _spoke(article, start, last):
            chain = last[0]
        if chain >= 0:
            return Referent(chain, "role")
    elif head and (whose := article.names_in(start, end)):
        chain = _bearer_for(article, head, whose, start)
        if chain >= 0:
            return Referent(chain, "role")
    if head in ROLE_NOUNS or head in words("roles"):
        return Referent(-1, "role" if definite or article.names_in(start, end) else "unnamed")
    return Referent(-1, "unnamed" if head else "unresolved")


def _spoke(article: Article, start: int, last: tuple[int, int] | None) -> bool:
    """Whether a person spoke last, not long ago, and is not talked about now."""
    if last is None or start - last[1] > REACH or last[0] in article.named_now:
        return False
    return article.label(last[0]) == "PERSON"


def _body_named(article: Article, head: str, start: int) -> int:
    """ "The trust" after "Marlow Harbour Trust": the last organisation whose name ends so."""
    for n in article.before(start, FAR):
        longer = n.label in ("ORG", "FAC") and n.end - n.start > len(head)
        if longer and article.text[n.start : n.end].lower().split()[-1] == head:
            return n.chain
    return -1


def _body(article: Article, start: int, last: tuple[int, int] | None) -> int:
    """The organisation that "the company" means: the one that spoke last, else the one most named before."""
    if last is not None and article.label(last[0]) == "ORG" and start - last[1] < 3 * REACH:
        return last[0]
    near = [n.chain for n in article.before(start, 2 * REACH) if n.label == "ORG" and not _public(article, n)]
    if not near:
        return -1
    counts = {c: near.count(c) for c in near}
    return max(near, key=lambda c: (counts[c], -near.index(c)))


def _public(article: Article, n: Name) -> bool:
    """Whether a name ends like that of a union or a ministry, which is no company."""
    return article.text[n.start : n.end].lower().split()[-1] in words("bodies") - words("firms")


def _bearer(article: Article, head: str, nouns: Sequence[str], start: int) -> int:
    """The person whose role holds the head noun: of several who shares most words, then the last named."""
    best, chain = 0, -1
    for n in article.before(start, FAR):
        role = n.role.lower().split() if n.label == "PERSON" else []
        if head in role and _differ(role, nouns, head):
            continue  # the finance minister is not the prime minister
        if head in role and (score := len(set(role) & set(nouns))) > best:
            best, chain = score, n.chain
    return chain


def _bearer_for(article: Article, head: str, whose: Sequence[Name], start: int) -> int:
    """ "A spokeswoman for Nordwind", "Nordwind's chief": who was introduced as that, the body named too."""
    of = [article.text[n.start : n.end].lower() for n in whose]
    for n in article.before(start, FAR):
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
