# ruff: noqa: E501 (patterns of labels)
"""Exports of news databases (Nexis, Nexis Uni, Factiva, ProQuest): one file, many articles, each with its fields.

The text of the file is split, whatever it came in (text, Word, RTF, HTML). Articles found are counted against the number
that the export states; what is missing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from dateline.errors import RefusedError
from dateline.load.clean.blocks import joined
from dateline.load.formats import factiva, proquest
from dateline.load.formats.factiva import BY
from dateline.load.published import find
from dateline.load.source import Raw, Raws

# Nexis: "3 of 25 DOCUMENTS" before each article; Nexis Uni: "End of Document" after each
_NEXIS = re.compile(
    r"^[ \t]*(?:(?:document|dokument) )?(\d{1,5}) (?:of|von|de|di|van) (\d{1,5})(?: (?:documents?|dokumente?n?|documentos?|documenti|documenten))?[ \t]*$",
    re.I | re.M,
)
_UNI_END = re.compile(r"^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)[ \t]*$", re.M)
_UNI_COUNT = re.compile(r"^[ \t]*(?:Documents|Dokumente|Documentos) \((\d{1,5})\)", re.M)
_UNI_BODY = re.compile(r"^[ \t]*(?:Body|Text|Corps|Cuerpo)[ \t]*$", re.M)
_FIELD = re.compile(
    r"^[ \t]*(BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|HIGHLIGHT|BODY|URL|SUBJECT|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|"
    r"CORRECTION|CORRECTION-DATE|PERSON|ORGANIZATION|COMPANY|INDUSTRY|GEOGRAPHIC|CITY|STATE|COUNTRY|DOCUMENT-TYPE|TICKER|"
    r"JOURNAL-CODE|ACC-NO|SERIES|TYPE|NOTES|DISTRIBUTION|CLASSIFICATION|EDITION|UPDATE|RUBRIK|AUTOR|LÄNGE|SPRACHE|"
    r"Byline|Section|Length|Dateline|Highlight|Language|Publication-Type|Subject|Load-Date|Graphic|Journal Code|Edition):[ \t]*(.*)$",
    re.M,
)
_AFTER = ("URL", "SUBJECT", "LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "CORRECTION", "PERSON", "ORGANIZATION",
          "COMPANY", "INDUSTRY", "GEOGRAPHIC", "CITY", "STATE", "COUNTRY", "DOCUMENT-TYPE", "TICKER", "JOURNAL-CODE",
          "ACC-NO", "NOTES", "CLASSIFICATION", "SPRACHE", "CORRECTION-DATE", "JOURNAL CODE", "DISTRIBUTION")  # fmt: skip
_COPYRIGHT = re.compile(r"^[ \t]*(?:Copyright|©|\(c\)).*(?:\n[ \t]*All Rights Reserved.*)?", re.I | re.M)
_CLASS = re.compile(r"^[ \t]*(?:Classification|Klassifizierung|Graphic|Load-Date:.*)[ \t]*$", re.M)
_ANY_MARK = ("ocument", "OCUMENT", "okument", "OKUMENT", "LENGTH:")
"""Words of which every mark of an export has one."""
_EDITION = re.compile(r"\bEdition\b|^Documents? \(")
_PAGE_LINE = re.compile(r"(?:Page|Seite) \d+( (?:of|von) \d+)?$|Link to (?:Image|PDF)|\d+$")
_TITLE_LINES = 3


def is_export(text: str) -> bool:
    """Whether a text is an export of a news database, by the marks between its articles."""
    if not any(w in text for w in _ANY_MARK):
        return False  # as most texts: the marks need not be looked for line by line
    if factiva.fits(text):
        return True
    nexis = _NEXIS.search(text[:3000])
    if (
        nexis
        and 1 <= int(nexis.group(1)) <= int(nexis.group(2))
        and ("LENGTH:" in text or "documents" in nexis.group().lower())
    ) or _numbered(text):
        return True
    return bool(_UNI_END.search(text) and re.search(r"^[ \t]*(?:Load-Date|Length|Copyright|Body)\b", text, re.M))


def articles(name: str, text: str) -> Raws:
    """The articles of an export."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if factiva.fits(text):
        found, stated = (
            list(factiva.articles(text)),
            _stated(r"(?:Results Found|Treffer|Résultats trouvés)\s*:?\s*(\d{1,5})", text),
        )
    elif _UNI_END.search(text):
        counted = _UNI_COUNT.search(text)
        found, stated = list(_uni(text)), int(counted.group(1)) if counted else 0
    else:
        found, stated = list(_nexis(text)), max(int(m.group(2)) for m in _NEXIS.finditer(text))
    for n, raw in enumerate(found, 1):
        raw.place = f"article {n}"
        if raw.text.strip():
            yield raw
        else:
            yield RefusedError(name, "the export holds no text of this article", "export its full text", raw.place)
    if stated and stated != len(found):
        what = "more than it states" if len(found) > stated else "fewer than it states"
        yield RefusedError(
            name,
            f"the export states {stated} articles and {len(found)} were found, {what}",
            "compare the two lists",
            "count",
        )


def _numbered(text: str) -> bool:
    """Whether lines such as 'Document 2 of 3' part a text: two or more that count on to the same number."""
    found = (m for m in islice(_NEXIS.finditer(text), 50) if re.match(r"\s*do[ck]ument", m.group(), re.I))
    marks = [(int(m.group(1)), int(m.group(2))) for m in found]
    return len(marks) > 1 and all(b == (a[0] + 1, a[1]) for a, b in pairwise(marks)) and marks[0][0] <= marks[0][1]


def _stated(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found.group(1)) if found else 0


def _nexis(text: str) -> Iterator[Raw]:
    """Classic Nexis: outlet, date, headline, fields, body, fields, copyright."""
    marks = list(_NEXIS.finditer(text))
    for m, after in zip(marks, [*marks[1:], None], strict=True):
        part = text[m.end() : after.start() if after else len(text)]
        if proquest.fits(part):
            yield proquest.article(part)
        elif _FIELD.search(part):
            yield _labelled(part)
        else:
            # no database's form: a page like any other
            yield Raw(part.strip("\n"))


def _uni(text: str) -> Iterator[Raw]:
    """Nexis Uni: headline, outlet, date, copyright, fields, 'Body', body, fields, 'End of Document'."""
    start = 0
    for end in _UNI_END.finditer(text):
        part = text[start : end.start()]
        start = end.end()
        if not _FIELD.search(part) and not _UNI_BODY.search(part):
            continue
        yield _labelled(part, uni=True)


def _labelled(part: str, uni: bool = False) -> Raw:
    fields = [(m.group(1).upper(), m.group(2).strip(), m.start(), m.end()) for m in _FIELD.finditer(part)]
    get: dict[str, str] = {}
    for label, value, _, _ in fields:
        get.setdefault(label, value)
    body = _UNI_BODY.search(part)
    before = [f for f in fields if f[0] not in _AFTER and not (body and f[2] > body.start())]
    start = body.end() if body else before[-1][3] if before else 0
    after = [f[2] for f in fields if f[0] in _AFTER and f[2] > start]
    closing = [
        m.start() for m in (_CLASS.search(part, start), _COPYRIGHT.search(part, start)) if m and uni is bool(body)
    ]
    end = min([*after, *(c for c in closing if c > start + 200 or c in after), len(part)])
    head = _head_above(part[:start]) if uni else _head(part[: fields[0][2] if fields else start])
    text = _COPYRIGHT.sub("", part[start:end]) if not uni else part[start:end]
    return Raw(
        joined(text), kind="body", title=get.get("HEADLINE", "") or head.title,
        source=re.sub(r"\s*\((?:[A-Z][^()]{2,40})\)$", "", head.source),
        published=head.published or get.get("LOAD-DATE", ""), author=BY.sub("", get.get("BYLINE", "") or get.get("AUTOR", "")),
        url=get.get("URL", ""), language=get.get("LANGUAGE", "") or get.get("SPRACHE", ""), deck=get.get("HIGHLIGHT", ""), dayfirst=None,
    )  # fmt: skip


class _Head(NamedTuple):
    """What stands over an article."""

    title: str = ""
    source: str = ""
    published: str = ""


def _head(head: str) -> _Head:
    """Classic Nexis: outlet, date, perhaps an edition, headline."""
    lines = [x for x in _lines(head) if x]
    dated = _dated(lines)
    if dated < 0:
        return _Head(lines[0] if lines else "")
    rest = [x for x in lines[dated + 1 :] if not _EDITION.search(x)] or lines[dated + 1 :]
    return _Head(" ".join(rest[:2]), lines[dated - 1] if dated else "", lines[dated])


def _head_above(head: str) -> _Head:
    """Nexis Uni: headline, outlet, date. Over the first article stands the cover page with the list of all articles:
    the last date before the text is the article's."""
    lines = ["" if _FIELD.match(x) else x for x in _lines(head)]
    dated = _dated(lines, last=True)
    if dated < 1:
        return _Head(next((x for x in reversed(lines) if x), ""), "", lines[dated] if dated == 0 else "")
    above = lines[:dated]
    while above and (not above[-1] or _EDITION.search(above[-1])):
        above.pop()
    source = above.pop() if above else ""
    while above and not above[-1]:
        above.pop()
    title: list[str] = []
    while above and above[-1] and len(title) < _TITLE_LINES:
        title.insert(0, above.pop())
    return _Head(" ".join(title), source, lines[dated])


def _lines(head: str) -> list[str]:
    lines = [x.strip() for x in _COPYRIGHT.sub("", head).split("\n")]
    return ["" if _PAGE_LINE.match(x) else x for x in lines]


def _dated(lines: list[str], last: bool = False) -> int:
    """The first line that is a date, or the last one; -1 where there is none."""
    found = (i for i, x in enumerate(lines) if x and len(x) < 80 and find(x)[0] is not None)
    return max(found, default=-1) if last else next(found, -1)
