"""Which quotations stand free and which are part of a sentence, and the words that the parser gets to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.annotate.quotes.lexicon import reporting
from dateline.annotate.quotes.marks import Quoted

PLACEHOLDER = (("It", "it"), ("works", "works"))
"""The clause that stands for a quotation: short, of a kind that every reporting verb takes."""
FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
AUXILIARY = frozenset(
    "is are was were am 's 're 'm 've 'll 'd has have had do does did will would can could may might must shall should "
    "wo ca n't don isn aren wasn".split()
)
SUBJECT = frozenset("i you he she it we they who there this that these those".split())
NEW_SENTENCE = frozenset("He She They We I It".split())
SMALL = frozenset("a an the of and or in on at to for from by with as but nor vs de la von".split())
CLOSERS = " \t\n\xa0\"”’»'"
LONGEST_FRAGMENT = 40
"""Words of a quotation inside a sentence that the parser sees; what follows hangs on the last of them."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the article and its characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word for the parser and the characters it stands for. ``quote``: number of its quotation, -1 outside.

    ``stands`` is True for the words of a placeholder.
    """

    text: str
    start: int
    end: int
    quote: int = -1
    stands: bool = False


def words_of(text: str, tokens: Sequence[Token], quotes: Sequence[Quoted], start: int, end: int) -> list[Word]:
    """The words of the paragraph ``text[start:end]``, placeholders in place of quotations that stand free."""
    out: list[Word] = []
    i, n = 0, len(tokens)
    for k, q in enumerate(quotes):
        while i < n and tokens[i].start < q.start:
            out.append(_plain(tokens[i]))
            i += 1
        first = i
        while i < n and tokens[i].start < q.end:
            i += 1
        inner = [t for t in tokens[first:i] if t.end > q.inner_start and t.start < q.inner_end]
        following = tokens[i : i + 12]
        if stands_free(text, q, inner, tokens[max(0, first - 1) : first], following, start):
            out += _placeholder(text, q, k, inner, out, following, end)
        else:
            out += _fragment(text, q, k, inner, following, end)
    out += [_plain(t) for t in tokens[i:]]
    return out


def _plain(t: Token, k: int = -1) -> Word:
    return Word(PLAIN.get(t.text) or t.text.replace("’", "'"), t.start, t.end, k)


PLAIN = {"—": "--", "―": "--", "–": "-", "…": "...", "IS": "ISIS", "WHO": "NATO"}
"""Words as the parser learned them; with curly apostrophes it takes "n’t" for a noun, and acronyms for small words."""


def stands_free(
    text: str, q: Quoted, inner: Sequence[Token], before: Sequence[Token], after: Sequence[Token], start: int
) -> bool:
    """Whether a quotation is a clause of its own rather than words inside someone else's sentence."""
    words = [t for t in inner if t.text[:1].isalnum()]
    if not words:
        return False
    if not q.closed:
        return True
    lead = text[start : q.start].rstrip(CLOSERS)[-1:]
    finite = clausal(inner)
    punctuated = text[q.inner_start : q.inner_end].rstrip()[-1:] in ",.?!…;-–—" or text[q.end : q.end + 1] in (",",)
    capital = words[0].text[:1].isupper() or words[0].text[:1].isdigit()
    reported = any(reporting(t.text) for t in after[:1]) or (any(reporting(t.text) for t in after[:5]) and punctuated)
    if lead == "" or lead in ".?!:…":
        if titled(words) and not finite:
            return punctuated and (reported or lead == ":")
        return (punctuated and (finite or capital or reported)) or (finite and len(words) > 5) or reported
    if lead in ",;-–—(":
        spoken = bool(before) and lead == ","
        if titled(words) and not finite:
            return False
        if capital:
            return finite or (punctuated and len(words) > 2) or (spoken and punctuated)
        return finite and len(words) > 3 and punctuated
    if capital and before and reporting(before[-1].text) and not titled(words):
        return finite or (punctuated and len(words) > 2)
    return False


def clausal(words: Sequence[Token]) -> bool:
    """Whether words hold a finite verb, as far as can be told before they are tagged."""
    low = [t.text.lower().replace("’", "'") for t in words]
    for n, w in enumerate(low):
        if w in AUXILIARY or (w in SUBJECT and n + 1 < len(low) and low[n + 1].isalpha() and len(low) > 2):
            return True
        if n and len(w) > 3 and w.endswith("ed"):
            return True
    return False


def titled(words: Sequence[Token]) -> bool:
    """Headline capitals: two or more words, all but the small ones with a capital."""
    return is_title([t.text for t in words])


def is_title(words: Sequence[str]) -> bool:
    """The same for plain words."""
    large = [w for w in words if w.lower() not in SMALL and w[:1].isalpha()]
    return len(large) > 1 and all(w[:1].isupper() for w in large)


def _placeholder(
    text: str, q: Quoted, k: int, inner: Sequence[Token], out: list[Word], after: Sequence[Token], end: int
) -> list[Word]:
    opening = not out or out[-1].text in ".?!:…" or out[-1].text[-1:] in ".?!"
    words = [
        Word(upper if opening and not n else lower, q.start, q.end, k, True)
        for n, (upper, lower) in enumerate(PLACEHOLDER)
    ]
    mark = _mark_after(text, q, after, end)
    if mark:
        words.append(Word(mark, q.end, q.end, k))
    return words


def _mark_after(text: str, q: Quoted, after: Sequence[Token], end: int) -> str:
    """The comma or full stop that the parser needs after the placeholder; '' where the text has its own."""
    rest = text[q.end : end].lstrip()
    if not rest:
        return "."
    if rest[0] in ",.;:?!–—-":
        return ""
    last = text[q.inner_start : q.inner_end].rstrip()[-1:]
    if last == ",":
        return ","
    if rest[0].islower():
        goes_on = last.isalnum() and not any(reporting(t.text) for t in after[:4])
        return "" if goes_on else ","
    verb = next((n for n, t in enumerate(after[:9]) if reporting(t.text)), -1)
    stop = next((n for n, t in enumerate(after) if t.text in (".", "?", "!")), len(after))
    if verb < 0 or verb > stop:
        return "."
    if verb == 1 and after[0].text in NEW_SENTENCE and after[2:3] and after[2].text in (",", ":"):
        return "."  # “Why now?” She answered, “...”: what she says follows
    if last in "?!…-–—" or last.isalnum():
        return ","
    # a full stop where a comma belongs: “We go.” Smith said.
    brief = after[verb + 1 : verb + 2]
    return "," if verb <= 4 and (not brief or brief[0].text == ".") else "."


def _fragment(text: str, q: Quoted, k: int, inner: Sequence[Token], after: Sequence[Token], end: int) -> list[Word]:
    out: list[Word] = []
    for n, t in enumerate(inner):
        if n and (inner[n - 1].text in (".", "?", "!") or len(out) > LONGEST_FRAGMENT):
            # further sentences of the same quotation hang on what the parser has seen
            if out[-1].text in (".", "?", "!"):
                out.pop()
            mark = _mark_after(text, q, after, end)
            if mark:
                out.append(Word(mark, q.end, q.end, k))
            break
        out.append(_plain(t, k))
    return out
