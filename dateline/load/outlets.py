"""Outlets of a whole pile: one name an outlet, and the outlet of files that do not name theirs, from their neighbours.

The same outlet comes as 'The Valley Gazette', 'VALLEY GAZETTE' and 'valleygazette.com'. Spellings that differ only in
case, signs and article are one; a bare address takes the name that pages of this address state, or the name that it
spells. Only loaded articles that were cleaned are touched: where cleaning was off, the fields are the input's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.load.article import Article
from dateline.load.clean.masthead import fits
from dateline.load.clean.outlet import domain
from dateline.load.clean.phrases import WHOLE
from dateline.load.clean.score import folded

NEIGHBOURS = 3
"""Files of a folder that must state an outlet before it is taken for the silent ones."""
AGREE = 0.8
"""Share of a folder's files that must agree about their outlet, and of an address's pages about their name."""

_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_PLAIN_LABELS = frozenset("www m amp mobile news edition com co org net gov ac edu info biz online".split())
_SIGNS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il|lo|de|het)\s+", re.I)
# one agency in several languages is one outlet; articles have a language of their own
_SERVICE = re.compile(
    r"[\s,(-]+(?:(?:deutsch(?:er|e|es)?|german|english|englisch\w*|french|spanish|russian|arabic|international)"
    r"\s(?:dienst|service|edition|ausgabe)|"
    r"service (?:français|allemand|anglais)|servicio (?:español|inglés|alemán))\)?$",
    re.I,
)
_FURNITURE = frozenset(p.strip() for words in WHOLE.values() for p in words)


@dataclass(frozen=True, slots=True)
class Outlets:
    """What a pile tells about its outlets: ``told`` for files by their row, ``names`` for ways of writing a name."""

    told: dict[int, tuple[str, str]]
    names: dict[str, str]

    def of(self, row: int, article: Article) -> Article:
        """The article of a row with its outlet settled."""
        a = _told(self.told, row, article)
        name = self.names.get(a.source, a.source) if a.cleaned else a.source
        if name == a.source:
            return a
        how = "address" if _ADDRESS.fullmatch(a.source) else a.source_note
        note = f"{how}, there written “{a.source}”" if how else f"written “{a.source}”"
        return a.with_(source=name, source_note=note)


def outlets_of(articles: Sequence[Article]) -> Outlets:
    """What the pile tells; the articles are gone through twice, and need not all be in memory."""
    told = _from_folders(articles)
    return Outlets(told, _names(told, articles))


def settle(articles: Sequence[Article]) -> list[Article]:
    """The articles with their outlets settled, order kept. The result does not depend on the order of the articles."""
    known = outlets_of(articles)
    return [known.of(i, a) for i, a in enumerate(articles)]


def _told(told: dict[int, tuple[str, str]], row: int, article: Article) -> Article:
    if row not in told:
        return article
    source, note = told[row]
    return article.with_(source=source, source_note=note)


def _key(name: str) -> str:
    """What two spellings of an outlet's name have in common."""
    plain = unicodedata.normalize("NFKC", _SERVICE.sub("", name)).casefold().replace("&", " and ")
    return _SIGNS.sub("", _ARTICLE.sub("", plain.strip()))


def _names(told: dict[int, tuple[str, str]], articles: Sequence[Article]) -> dict[str, str]:
    """Each way of writing an outlet to the name that stands for it."""
    times: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for i, a in enumerate(articles):
        a = _told(told, i, a)
        if a.cleaned and a.source:
            times[a.source] += 1
            if a.url and not _ADDRESS.fullmatch(a.source):
                seen[domain(a.url)][a.source] += 1
    full = {s: n for s, n in times.items() if not _ADDRESS.fullmatch(s)}
    spellings: dict[str, list[str]] = defaultdict(list)
    for s in full:
        spellings[_key(s) or s].append(s)
    best = {k: min(v, key=lambda s: (bool(_SERVICE.search(s)), s.isupper() and len(v) > 1, -times[s], -len(s), s))
            for k, v in spellings.items()}  # fmt: skip
    out = {s: best[k] for k, v in spellings.items() for s in v}
    stated = _stated_at(seen)
    for host in times.keys() - full.keys():
        name = stated.get(host.casefold().removeprefix("www."))
        if name is None:
            name = next((best[k] for k in _spelled(host) if k in best), None)
        if name:
            out[host] = out.get(name, name)
    return out


def _stated_at(seen: dict[str, Counter[str]]) -> dict[str, str]:
    """Host to the name that nearly all pages of it state; ``seen`` is how often which one does."""
    out = {}
    for host, names in seen.items():
        name, n = min(names.items(), key=lambda x: (-x[1], x[0]))
        if host and n >= AGREE * names.total():
            out[host] = name
    return out


def _spelled(host: str) -> list[str]:
    """The keys that an address spells: 'www.the-valley-gazette.co.uk' spells 'valleygazette'."""
    labels = [x for x in host.casefold().split(".")[:-1] if x not in _PLAIN_LABELS]
    keys = [_SIGNS.sub("", x) for x in sorted(labels, key=len, reverse=True)]
    return [k for x in keys for k in (x, x.removeprefix("the")) if len(k) > 2]


# -- the files of one folder ------------------------------------------------------------------------------------------


def _from_folders(articles: Sequence[Article]) -> dict[int, tuple[str, str]]:
    """Silent articles by row: the outlet that the other files of their folder have, and how it is known."""
    folders: dict[str, dict[int, str]] = defaultdict(dict)
    for i, a in enumerate(articles):
        # rows of a table are not files; a file without a folder has no neighbours
        if a.cleaned and "/" in a.origin and not a.place:
            folders[a.origin.rpartition("/")[0]][i] = a.source
    out: dict[int, tuple[str, str]] = {}
    for sources in folders.values():
        silent = [i for i, source in sources.items() if not source]
        if not silent or len(sources) <= NEIGHBOURS:
            continue
        stated = Counter(_key(source) for source in sources.values() if source)
        for i, name in _headed(articles, silent).items():
            out[i] = (name, "heads the files of its folder")
        key, n = min(stated.items(), key=lambda x: (-x[1], x[0]), default=("", 0))
        if n < max(NEIGHBOURS, AGREE * stated.total(), 0.5 * len(sources)):
            continue
        name = Counter(s for s in sources.values() if _key(s) == key).most_common()
        best = min(name, key=lambda x: (-x[1], x[0]))[0]
        for i in silent:
            out.setdefault(i, (best, "as the other files of its folder"))
    return out


def _headed(articles: Sequence[Article], silent: Sequence[int]) -> dict[int, str]:
    """Rows whose page begins with a name that heads several files of the folder and recurs in most of these files."""
    lines: dict[str, list[int]] = defaultdict(list)
    titles: dict[str, set[str]] = defaultdict(set)
    again: Counter[str] = Counter()
    for i in silent:
        a = articles[i]
        first = next((c.text for c in a.cuts if c.position == 0), "")
        if " " in first and fits(first) and folded(first) not in _FURNITURE | {folded(a.title)}:
            lines[first].append(i)
            titles[first].add(a.title.casefold())
            again[first] += _again(a, first)
    out = {}
    for name, rows in lines.items():
        if len(titles[name]) >= NEIGHBOURS and again[name] * 2 >= len(rows):
            out |= dict.fromkeys(rows, name)
    return out


def _again(article: Article, name: str) -> bool:
    """Whether a name stands in an article a second time, besides its first line."""
    return name in article.text or sum(name in c.text for c in article.cuts) > 1
