"""Columns: which column of a table, or key of a record, is the text, the title, the date ... of an article.

Guessed by name in many spellings, then by content; the guess can be shown and changed. What a reader chose is passed to
``read`` as a function that is asked for each table's columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dateline.errors import RefusedError
from dateline.load.published import parse_given

FIELDS = ("id", "title", "text", "published", "source", "author", "url", "language")
"""What a column can be; only text is required."""

# spellings by field, best first; compared without case, spaces and signs
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "fulltext", "articletext", "bodytext", "articlebody", "maintext", "articlecontent",
        "contenttext", "cleantext", "plaintext", "rawtext", "story", "storytext", "article", "contents", "paragraphs",
        "bodyhtml", "contenthtml", "html", "document", "doc", "passage", "transcript", "texte", "contenu", "inhalt",
        "volltext", "artikeltext", "texto", "cuerpo", "contenido", "testo", "corpo", "tekst", "treść", "текст",
        "postcontent", "posttext", "message", "tweet", "leadparagraph", "snippet", "abstractnote", "abstract",
        "description", "summary",
    ),
    "title": (
        "title", "headline", "head", "hed", "articletitle", "headlines", "newstitle", "documenttitle", "titre",
        "titel", "überschrift", "schlagzeile", "título", "titulo", "titular", "titolo", "kop", "tytuł", "заголовок",
        "webtitle", "posttitle", "subject", "name",
    ),
    "published": (
        "published", "publishedat", "publicationdate", "publisheddate", "datepublished", "publishdate", "pubdate",
        "datepublish", "postdate",
        "publicationtime", "publishtime", "publishedtime", "datetime", "date", "created", "createdat", "timestamp",
        "time", "issuedate", "loaddate", "versioncreated", "firstpublished", "webpublicationdate",
        "datum", "erscheinungsdatum", "fecha", "data", "дата", "year",
    ),
    "source": (
        "source", "outlet", "publication", "publisher", "newspaper", "paper", "sourcename", "mediaoutlet",
        "outletname", "media", "medianame", "sitename", "site", "journal", "domain", "sourcedomain",
        "sourcecommonname", "publicationname", "publicationtitle", "provider", "channel", "quelle", "zeitung",
        "medium", "fuente", "medio", "fonte", "testata", "bron", "источник", "sourceurl",
    ),
    "author": (
        "author", "authors", "byline", "writer", "creator", "journalist", "reporter", "bylines", "auteur", "autor",
        "autorin", "autore", "auteurs", "автор", "username", "screenname", "handle",
    ),
    "url": ("url", "link", "weburl", "articleurl", "href", "permalink", "address", "uri", "canonicalurl", "pageurl"),
    "id": ("id", "articleid", "docid", "documentid", "guid", "uuid", "key", "recordid", "accessionnumber", "doi", "an"),
    "language": ("language", "lang", "langue", "sprache", "idioma", "lingua", "taal"),
}  # fmt: skip
_BY_NAME = {n: (f, rank) for f, names in NAMES.items() for rank, n in enumerate(names)}
_SIGNS = re.compile(r"[\W_]+")
# keys that say nothing of what they hold: title.rendered, headline.main
_INNER = frozenset(("main", "rendered", "value", "original", "plain", "raw", "default", "cdata"))
_HANDLES = frozenset(("username", "screenname", "handle"))


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column is what: field of ``FIELDS`` to column name. ``dayfirst`` settles dates like 03/04/2021.

    ``columns`` are all columns of the table in order and ``rows`` the first rows, for a page that shows the guess;
    ``place`` is the sheet of a workbook or the file in an archive that it is about. ``skip`` leaves the table out.
    """

    fields: dict[str, str]
    dayfirst: bool | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    place: str = ""
    skip: bool = False

    def settled(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping:
        """The mapping with the order of day and month told from the rows, where it is not settled."""
        at = self.index(columns).get("published")
        if self.dayfirst is not None or at is None:
            return self
        return replace(self, dayfirst=_day_first([r[at] for r in rows if at < len(r)]))

    def index(self, columns: Sequence[str]) -> dict[str, int]:
        """Field to position among ``columns``; fields whose column is not there are left out."""
        at = {c: i for i, c in reversed(list(enumerate(columns)))}
        return {f: at[c] for f, c in self.fields.items() if c in at}


def left_out(name: str, place: str = "") -> RefusedError:
    """The refusal of a table that the reader does not want."""
    cure = "drop it there again and choose which column is the text"
    return RefusedError(name, "left out on the Load page", cure, place)


Choose = Callable[[Sequence[str]], Mapping | None]
"""Asked for the mapping of a table with these columns; None leaves it to be guessed."""


def folded(name: str) -> str:
    """A column name without case, spaces and signs."""
    return _SIGNS.sub("", name).casefold()


def by_name(columns: Sequence[str]) -> dict[str, str]:
    """Field to column, by the columns' names alone; each column serves one field."""
    best: dict[str, tuple[int, str]] = {}
    for c in columns:
        field, rank = _BY_NAME.get(_telling(c), ("", 0))
        if field and rank < best.get(field, (999, ""))[0]:
            best[field] = (rank, c)
    out = {f: c for f, (_, c) in best.items()}
    if _telling(out.get("title", "")) == "name" and any(_telling(c) in _HANDLES for c in columns):
        # in posts it is the person's
        out["author"] = out.pop("title")
    return out


def summarises(column: str) -> bool:
    """Whether a column of this name holds no text of an article but what it says in short."""
    field, rank = _BY_NAME.get(_telling(column), ("", 0))
    return field == "text" and rank >= NAMES["text"].index("leadparagraph")


def _telling(column: str) -> str:
    """The part of a dotted name that says what the column holds, folded."""
    parts = [folded(p) for p in column.split(".")[-2:]]
    return parts[0] if len(parts) > 1 and parts[1] in _INNER else parts[-1]


def guess(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping:
    """The mapping of a table by the names of its columns, then by what stands in its first rows.

    ``fields`` lacks "text" where no column can be it: no name fits and none holds sentences.
    """
    fields = by_name(columns)
    cells = {c: [r[i] for r in rows if i < len(r) and r[i].strip()] for i, c in enumerate(columns)}
    text = fields.get("text")
    mean = {c: sum(map(len, v)) / len(v) if v else 0.0 for c, v in cells.items()}
    longest = max(columns, key=lambda c: mean[c], default=None)
    weak = text is None or _BY_NAME[_telling(text)][1] >= NAMES["text"].index("message")
    taken = {v for f, v in fields.items() if f != "text"}
    if (
        longest is not None
        and weak
        and longest not in taken
        and mean[longest] >= max(200, 2 * mean.get(text or "", 0.0))
    ):
        # a column of summaries gives way to one that holds far longer text
        fields["text"] = longest
    if "published" not in fields:
        for c in columns:
            if c not in fields.values() and cells[c] and all(_like_date(v) for v in cells[c][:20]):
                fields["published"] = c
                break
    if "url" not in fields:
        for c in columns:
            if c not in fields.values() and cells[c] and all(v.startswith(("http://", "https://")) for v in cells[c]):
                fields["url"] = c
                break
    dates = cells.get(fields.get("published", ""), [])
    return Mapping(fields, _day_first(dates), tuple(columns), tuple(tuple(r) for r in rows[:5]))


def _like_date(value: str) -> bool:
    return (
        6 <= len(value) <= 40
        and any(c.isdigit() for c in value)
        and any(parse_given(value, first)[0] for first in (True, False))
    )


def _day_first(values: Sequence[str]) -> bool | None:
    """True or False where the dates of a column tell whether the day stands first, None where they do not."""
    first = second = 0
    for v in values:
        found = re.match(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", v)
        if found:
            first, second = max(first, int(found.group(1))), max(second, int(found.group(2)))
    return True if first > 12 else False if second > 12 else None
