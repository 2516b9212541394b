"""Who "she" is: the subject that came up since the last quotation, else the last speaker, else the nearest it fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.names.words import FEMALE, MALE, ROLE_NOUNS
from dateline.annotate.quotes.lexicon import singular, words

if TYPE_CHECKING:
    from dateline.annotate.quotes.referents import Article
    from dateline.annotate.record import Name

MASCULINE, FEMININE = frozenset("he his him himself".split()), frozenset("she her hers herself".split())
NEUTER, PLURAL = frozenset(("it", "its", "itself")), frozenset("they their them themselves".split())
FIRST = frozenset("i we you my our me us one".split())
PERSONAL = MASCULINE | FEMININE | NEUTER | PLURAL | FIRST
REACH = 900
"""Characters back to the antecedent of a pronoun; the last speaker may be further."""
_FRONTED = frozenset("on in at during after before since despite with for following under amid from by".split())
_BEFORE_OBJECT = frozenset("by of with to for from at on in than like against about over after before and or".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """The chain of a speaker (-1 none) and how it is known: one of ``schema.RESOLVED``."""

    chain: int
    resolved: str


NOBODY = Referent(-1, "unresolved")


def pronoun(article: Article, low: str, start: int, last: tuple[int, int] | None) -> Referent:
    """The referent of a pronoun in lower case at ``start``; ``last`` as in ``Article.who``."""
    if low == "one":
        return Referent(-1, "unnamed")
    if low in FIRST:
        return NOBODY
    wanted = "m" if low in MASCULINE else "f" if low in FEMININE else ""
    if wanted:
        if low in ("he", "she") and (_stranger(article, start, last, wanted) or _goes_on(article, start, last, wanted)):
            return Referent(-1, "unnamed")
        chain = antecedent(article, start, last, wanted)
        return Referent(chain, "pronoun") if chain >= 0 else NOBODY
    written = _written(article, start) if low in NEUTER else -1
    spoke = last is not None and start - last[1] < REACH and article.label(last[0]) in ("ORG", "GPE", "NORP")
    if spoke and last[1] > written:
        return Referent(last[0], "pronoun")
    if low in NEUTER:
        body = next((n for n in article.before(start, NEAR) if n.label == "ORG"), None)
        if body is not None and (body.start > written or _issued(article, body, written)):
            return Referent(body.chain, "pronoun")
    return NOBODY if written < 0 else Referent(-1, "document")


NEAR = 300
"""Characters back to what "it" is."""
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_OPENING = re.compile(r"(?:^|[.!?][\"”’']*\s+|\n\s*|[\"”’]\s+)(?:An?|One|Another)((?:\s[\w’'-]+){1,4})")
_ISSUED = frozenset("issued issues published publishes released releases wrote posted said says put sent".split())


def stranger(phrase: str) -> str | None:
    """Of one person without a name ("a junior official who lives nearby", "the woman", "he"): "m", "f" or "" where the
    words do not tell; None where the phrase means anybody else."""
    found = [w.strip(".'’") for w in phrase.lower().replace(",", " , ").split()]
    if found in (["he"], ["she"]):
        return "m" if found == ["he"] else "f"
    head = next((n for n, w in enumerate(found) if n and w in _AFTER_HEAD), len(found)) - 1
    if head < 1 or (found[0] not in _ONE and not (found[0] == "the" and found[head] in PEOPLE)):
        return None
    if found[head] not in words("roles") | ROLE_NOUNS | PEOPLE:
        return None
    return "m" if found[head] in MALE | _MEN else "f" if found[head] in FEMALE | _WOMEN else ""


def _goes_on(article: Article, start: int, last: tuple[int, int] | None, gender: str) -> bool:
    """Whether who spoke last has no name, and nobody with one has become the subject since."""
    place, own = article.stranger
    if place < 0 or start - place > NEAR or own not in ("", gender) or (last is not None and last[1] > place):
        return False
    since = [n for n in article.before(start, start - place) if n.label == "PERSON"]
    return not any(is_subject(article, n) and article.genders.get(n.chain, "") in ("", gender) for n in since)


def _stranger(article: Article, start: int, last: tuple[int, int] | None, gender: str) -> bool:
    """ "A surveyor was gloomier. “We took the sill off,” he said": somebody without a name came in after all others."""
    begin = max(0, start - NEAR, last[1] if last is not None else 0)
    found = next(reversed(list(_OPENING.finditer(article.text, begin, start))), None)
    if found is None:
        return False
    who = set(found.group(1).lower().split())
    if who.isdisjoint(words("roles") | ROLE_NOUNS | PEOPLE) or who & (_MEN if gender == "f" else _WOMEN):
        return False
    return not any(n.label == "PERSON" and n.start > found.start() for n in article.before(start, NEAR))


_MEN, _WOMEN = frozenset("man boy guy gentleman".split()), frozenset("woman girl".split())
PEOPLE = _MEN | _WOMEN | {"person"}
_ONE = frozenset("a an one another".split())
_AFTER_HEAD = frozenset(", of for in at from with on who whose that to by and or near called named".split())


def _written(article: Article, start: int) -> int:
    """Where the nearest written thing before "it" is named, at the head of a sentence or as its object; -1 nowhere."""
    begin = max(0, start - NEAR)
    place = -1
    for m in _WORD.finditer(article.text, begin, start):
        # "in a statement it said": the statement is not what speaks
        if singular(m.group().lower()) in words("documents") and article.text[m.end() : start].strip():
            place = m.start()
    return place


def _issued(article: Article, body: Name, written: int) -> bool:
    """Whether the body is said to have issued what is written: then it is the body that speaks."""
    between = article.text[body.end : written].lower().split()
    return any(w in _ISSUED for w in between) and opens_sentence(article, body)


def antecedent(article: Article, start: int, last: tuple[int, int] | None, gender: str) -> int:
    """Who "he" is: the subject that came up since the last quotation, else the last speaker, else the nearest."""
    paragraph = article.text.rfind("\n", 0, start)

    def fits(chain: int) -> bool:
        return article.genders.get(chain, "") in ("", gender) and chain not in article.named_now

    def surely(chain: int) -> bool:
        return article.genders.get(chain, "") == gender

    near = [n for n in article.before(start, REACH) if n.label == "PERSON" and fits(n.chain)]
    since = [] if last is None else [n for n in near if n.start > last[1]]
    subjects = [n for n in since if is_subject(article, n)]
    if last is not None and subjects:
        newest = subjects[0]
        # "the phrase that Hale cited is in talks that Ada Quill has given, where she": surer, and nearer
        surer = next((n for n in since if newest.start < n.start and n.start > paragraph and surely(n.chain)), None)
        if surer is not None and not surely(newest.chain):
            newest = surer
        # whoever opens a paragraph is who it is about, even where nothing else says that it is a "she"
        opened = last[1] <= article.text.rfind("\n", 0, newest.start)
        recent = newest.start > (_paragraph_before(article, paragraph) if opened else paragraph)
        if not fits(last[0]) or surely(newest.chain) or (opened and recent):
            return newest.chain
    here = [n for n in since if n.start > paragraph]
    if here and start - last[1] > REACH:
        return next((n.chain for n in here if surely(n.chain)), here[0].chain)
    # "Hale is asking questions. He notes that Hale's microphone was off": in the paper's own words one names oneself
    own = [n for n in near_self(article, start, paragraph, last) if surely(n.chain)]
    told = next((n.chain for n in own if not any(a <= n.start < b for a, b in article.said)), -1)
    if told >= 0 and (last is None or last[1] <= paragraph):
        return told
    if last is not None and fits(last[0]) and article.label(last[0]) == "PERSON" and start - last[1] < 3 * REACH:
        return last[0]
    opening = [n for n in near if is_subject(article, n)]
    for group in ([n for n in opening if surely(n.chain)], [n for n in near if surely(n.chain)], opening, near):
        if group:
            return group[0].chain
    return own[0].chain if own else -1


def near_self(article: Article, start: int, paragraph: int, last: tuple[int, int] | None) -> list[Name]:
    """Subjects of this paragraph and the one before, nearest first, whom what is said names, though not in marks."""
    after = max(_paragraph_before(article, paragraph), -1 if last is None else last[1])
    named = article.named_now - article.named_aloud
    found = (n for n in article.before(start, REACH) if n.start > after and n.label == "PERSON" and n.chain in named)
    return [n for n in found if is_subject(article, n)]


def _paragraph_before(article: Article, paragraph: int) -> int:
    """Where the paragraph before the one that begins at ``paragraph`` begins, -1 where there is none."""
    return article.text.rfind("\n", 0, len(article.text[:paragraph].rstrip())) if paragraph > 0 else -1


def just_named(article: Article, start: int) -> int:
    """The person who was the subject last, else the one named last; -1 for nobody."""
    near = [n for n in article.before(start, REACH) if n.label == "PERSON"]
    best = next((n for n in near if is_subject(article, n)), near[0] if near else None)
    return -1 if best is None else best.chain


def is_subject(article: Article, n: Name) -> bool:
    """Whether a name is a subject: by the parse of its paragraph, or by where in its sentence it stands."""
    return article.agents.get(n.start, False) or opens_sentence(article, n)


def opens_sentence(article: Article, n: Name) -> bool:
    """Whether a name stands near the head of its sentence: most subjects do."""
    lead = re.split(r"[.!?\n”\"]", article.text[max(0, n.start - 90) : n.start])[-1]
    words_before = lead.split()
    at = len(words_before)
    while at and _title(words_before[at - 1]):
        at -= 1
    if words_before[:at] == ["For"] and article.text[n.end : n.end + 1] == ",":
        return True  # "For Hale, a baker, it was a long day": whom the sentence is about
    if at and words_before[at - 1].lower() in _BEFORE_OBJECT:
        return False
    if article.possessive(n) or len(words_before) > 8:
        return False
    inner = lead.rstrip(", ")[:-1]
    # "After the storm on Monday, Hale went in": what comes before the comma is no clause of its own
    return "," not in inner or (words_before[0].lower() in _FRONTED and _alone(words_before[:at]))


def _title(word: str) -> bool:
    named = word[:1].isupper() and not word.endswith(",") and word.lower() not in _BEFORE_OBJECT
    return named or word.lower() in ROLE_NOUNS


def _alone(before: list[str]) -> bool:
    """Whether the only comma of a lead stands at its end."""
    return bool(before) and before[-1].endswith(",") and not any(w.endswith(",") for w in before[:-1])
