# ruff: noqa: E501 (tables of words in many languages)
"""The outlet that a text names itself: in its copyright line, beside its date, at its head, in its date line.

Statements only, in this order of trust. A name that merely occurs in a text is never its outlet: news speaks of other
outlets all the time.
"""

from __future__ import annotations

import re

from dateline.load.clean.byline import BY
from dateline.load.clean.score import Scored, folded
from dateline.load.published import find

_FEET = 2
_HEAD, _LOGO, _LONGEST = 4, 2, 60
"""Blocks at the head that can repeat the outlet's name, or alone tell it; characters that such a name has at most."""
_WORDS = 7

# words that newspapers, sites and broadcasters are named with
_TITLES = frozenset(
    "advertiser advocate age argus banner bee blade bugle bulletin chronicle citizen clarion courier democrat despatch dispatch echo enquirer "
    "examiner express gazette globe guardian herald independent inquirer intelligencer journal ledger mail mercury messenger mirror monitor "
    "newspaper newswire observer picayune post press record recorder register reporter republican review sentinel spectator standard "
    "statesman telegram telegraph times transcript tribune voice "
    "zeitung tageszeitung anzeiger tageblatt abendblatt kurier nachrichten rundschau presse allgemeine kreiszeitung volksblatt wochenblatt rundfunk "
    "dépêche parisien quotidien nouvelles diario periódico noticias gaceta heraldo correo prensa jornal folha notícias diário correio gazeta "
    "corriere giornale gazzetta messaggero notizie krant dagblad courant telegraaf avis avisen tidning tidningen nyheter bladet dagbladet "
    "aftonbladet posten rzeczpospolita wiadomości noviny deník hírlap gazetesi haberler газета новости известия вести".split()
)
# words that sections and menus are named with too
_WEAK = frozenset(
    "news daily evening sunday morning weekly today world star sun radio tv broadcasting magazine nieuws haber правда".split()
)
_ARTICLES = frozenset("the le la les el los il lo die der das de het".split())
_ENDINGS = ("zeitung", "anzeiger", "bladet", "posten", "tidning", "nieuws", "news")
# a company is not the outlet it owns
_COMPANY = re.compile(
    r"\b(?:ltd|limited|inc|llc|plc|gmbh|ag|kg|s\.?a\.?|s\.?l\.?u?\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|a/s|ab|oy|co|corp|corporation|company|pty|"
    r"verlag|druck|holdings?|group|gruppe|mediengruppe|groupe|grupo|gruppo|media|medien|médias|interactive|publishing|publishers?|newspapers|"
    r"entertainment|communications|digital|enterprises|partners|ventures|us|uk)\b\.?",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)|copyright))?[\s:]*(?:(?:19|20)\d\d(?:\s?[-–,]\s?(?:19|20)?\d\d)?)?[\s,:]*(?:by\s+)?(?P<name>[^\W\d_][^|•·©\n]{2,90})",
    re.I,
)
_SIGNED = re.compile(r"[^\w]{0,3}([^.|\n]{4,60}?)[.|](?:\s|$)")
_YEAR_AFTER = re.compile(r"[\s,]*(?:(?:19|20)\d\d)(?:\s?[-–]\s?(?:19|20)?\d\d)?$")
_LEGAL_END = re.compile(
    r"\s*(?:[.;,:–—-]\s|\s(?:all|alle|tous|todos|tutti)\s(?:rights|rechte|droits|los|os|i)\b|\s(?:is|are|and its|part of|a division|registered)\b|\s\().*$|\.\s*$",
    re.I,
)
# whose copyright lines stand under pictures and in pages of others
_OTHERS = frozenset(
    "getty;getty images;reuters;thomson reuters;ap;associated press;the associated press;afp;agence france-presse;dpa;epa;efe;ansa;"
    "shutterstock;alamy;imago;istock;istockphoto;flickr;unsplash;google;twitter;facebook;meta;youtube;instagram;wikimedia commons;"
    "the author;the authors;all rights reserved".split(";")
)
_WEEKDAY = re.compile(
    r"[\s,|•·–—-]*\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?[\s,]*$|[\s,|•·–—-]+$",
    re.I,
)
_NO_NAME = re.compile(r"\s{2}|\.{2}|[/»›>|:;?!,\"“”]|@|&$")
_TITLED = re.compile(r"[A-ZÀ-ÞŁŚŻŞİČŠŽĐА-ЯЁ0-9]")
_SMALL = frozenset(
    "the of and & for in on de la le les del di da do das dos der die das und et y e el los las i d' l' a van het en och og".split()
)
# agencies sign in the date line: TOWN, Jan. 5 (AP) —
_WIRE = re.compile(r"^.{2,60}?\((?P<name>[A-Z][A-Za-z.’' -]{1,30})\)\s?(?:—|–|--|-(?= ))")
AGENCIES = {
    "AP": "Associated Press", "AFP": "Agence France-Presse", "UPI": "United Press International", "PA": "PA Media", "CP": "The Canadian Press",
    "AAP": "Australian Associated Press", "DPA": "dpa", "dpa": "dpa", "PTI": "Press Trust of India", "ANI": "Asian News International",
    "IANS": "Indo-Asian News Service", "TASS": "TASS", "APA": "APA", "EFE": "EFE", "ANSA": "ANSA", "KNA": "KNA", "epd": "epd", "sid": "SID",
}  # fmt: skip


def outlet(scored: list[Scored], inside: list[bool]) -> tuple[str, str, set[int]]:
    """The outlet's name, what told it, and the blocks at the head that are its name; '' where the text names none."""
    first = next((i for i, keep in enumerate(inside) if keep), -1)
    if first < 0:
        return "", "", set()
    last = max(i for i, keep in enumerate(inside) if keep)
    footer = _footer(scored, first, last + 1)
    signed = next(filter(None, (signature(s.text) for s in scored[-_FEET:] if s.words <= 40)), "")
    lines = _head_lines(scored, first)
    dated = _beside_date(scored, inside, first)
    known = footer or dated or signed
    if known:
        rows = {i for i, text in lines.items() if _same(text, known)}
        how = "copyright line" if footer else "beside the date" if dated else "foot of the page"
        return known, how, rows
    named = {i: t for i, t in lines.items() if i < _LOGO and _is_title(t)}
    if named:
        i = min(named)
        return named[i], "head of the page", {i}
    # the dispatch itself; a page of another outlet that carries it has its own furniture
    bare = first + len(scored) - last - 1 <= 3
    wire = _WIRE.match(scored[first].text[:110]) if bare else None
    if wire:
        name = " ".join(wire.group("name").split())
        return AGENCIES.get(name, name), "agency in the date line", set()
    return "", "", set()


def signature(text: str) -> str:
    """The outlet whose name a note at the foot begins with, as a sentence of its own: 'The Valley Gazette. Printed …'."""
    found = _SIGNED.match(text)
    name = found.group(1) if found else ""
    return name if fits(name) and _is_title(name) else ""


def _footer(scored: list[Scored], first: int, after: int) -> str:
    """The name in the last copyright line behind the article: an outlet's by its words, or by its own line at the head."""
    for s in reversed(scored[after:]):
        if s.words > 60 or not any(c in s.text for c in "©cC("):
            continue
        found = _COPYRIGHT.search(s.text[:300])
        name = _YEAR_AFTER.sub("", _LEGAL_END.sub("", " ".join(found.group("name").split()), count=1)) if found else ""
        name = name.strip(" .,;:-–—\"'“”")
        if not fits(name) or name.casefold() in _OTHERS or _COMPANY.search(name):
            continue
        if _is_title(name, weak=True) or any(_same(x.text, name) for x in scored[:first]):
            return name
    return ""


def _beside_date(scored: list[Scored], inside: list[bool], first: int) -> str:
    """A name that stands before the date in a line at the head: 'The Valley Gazette, Thursday 9 January 2025'."""
    for i in range(max(0, first - 12), min(first + 3, len(scored))):
        s = scored[i]
        if s.words > 14 or (inside[i] and s.sentence) or BY.match(s.text):
            continue
        start = find(s.text)[2]
        if start > 3:
            name = _WEEKDAY.sub("", _WEEKDAY.sub("", s.text[:start])).strip(" ,")
            if fits(name) and _is_title(name, weak=True):
                return name
    return ""


def _head_lines(scored: list[Scored], first: int) -> dict[int, str]:
    """Lines at the very head that could be a masthead: a name, neither a sentence nor a phrase of furniture."""
    out = {}
    for i in range(min(_HEAD, first + 1, len(scored))):
        s = scored[i]
        if not s.sentence and s.reason in ("", "menu") and fits(s.text) and find(s.text)[0] is None:
            out[i] = s.text
    return out


def fits(name: str) -> bool:
    """Whether a text is written like a name: a few words, the telling ones with capitals."""
    words = name.split()
    if not 1 <= len(words) <= _WORDS or not 3 <= len(name) <= _LONGEST or _NO_NAME.search(name):
        return False
    return all(_TITLED.match(w) or w.casefold() in _SMALL for w in words) and name[0].isalnum()


def _is_title(name: str, weak: bool = False) -> bool:
    """Whether a name is one of a newspaper, a site or a broadcaster, by the words in it."""
    words = [w.strip("’'.").casefold() for w in name.split()]
    telling = [w for w in words if w not in _SMALL]
    named = any(w in _TITLES or (weak and (w in _WEAK or w.endswith(_ENDINGS))) for w in words)
    return (named and (len(telling) > 1 or words[0] in _ARTICLES)) or (
        weak and words[0] in _ARTICLES and len(words) < 5
    )


def _same(text: str, name: str) -> bool:
    a, b = folded(text).removeprefix("the "), folded(name).removeprefix("the ")
    return a == b
