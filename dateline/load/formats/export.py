# ruff: noqa: E501 (patterns of labels)
"""Exports of news databases (Nexis, Nexis Uni, Factiva): one file, many articles, each with its fields.

The text of the file is split, whatever it came in (text, Word, RTF, HTML). Articles found are counted against the number
that the export states; what is missing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.errors import RefusedError
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
# Factiva: "Document FTFT000020151202ebc20001h" after each
_FACTIVA = re.compile(r"^[ \t]*(?:AN[ \t]+)?(?:Document|Dokument) ([A-Z][A-Z0-9]{3,24}\d{8}[a-z0-9]{9})[ \t]*$", re.M)
_CODES = re.compile(
    r"^[ \t]*(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|SE|CO|IN|NS|RE|IPD|IPC|PUB|AN|ART|CLM|VOL|RF|CT|PBC|SN)[ \t]*(?:\n|[ \t]{1,12}(?=\S)|$)",
    re.M,
)
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
_WORDS = re.compile(r"^\s*([\d,.]{1,7}) (?:words|Wörter|mots|palabras|parole|woorden|ord)\s*$", re.I)
_BY = re.compile(r"^\s*(?:by|von|par|por|di)\s+(?=\S)", re.I)


def is_export(text: str) -> bool:
    """Whether a text is an export of a news database, by the marks between its articles."""
    if _FACTIVA.search(text):
        return True
    nexis = _NEXIS.search(text[:3000])
    if (
        nexis
        and 1 <= int(nexis.group(1)) <= int(nexis.group(2))
        and ("LENGTH:" in text or "documents" in nexis.group().lower())
    ):
        return True
    return bool(_UNI_END.search(text) and re.search(r"^[ \t]*(?:Load-Date|Length|Copyright|Body)\b", text, re.M))


def articles(name: str, text: str) -> Raws:
    """The articles of an export."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if _FACTIVA.search(text):
        found, stated = (
            list(_factiva(text)),
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


def _stated(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found.group(1)) if found else 0


def _nexis(text: str) -> Iterator[Raw]:
    """Classic Nexis: outlet, date, headline, fields, body, fields, copyright."""
    marks = list(_NEXIS.finditer(text))
    for m, after in zip(marks, [*marks[1:], None], strict=True):
        part = text[m.end() : after.start() if after else len(text)]
        yield _labelled(part)


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
    head = part[: fields[0][2] if fields else start]
    lines = [x.strip() for x in _COPYRIGHT.sub("", head).split("\n") if x.strip()]
    lines = [x for x in lines if not re.match(r"(?:Page|Seite) \d+( (?:of|von) \d+)?$|Link to (?:Image|PDF)|\d+$", x)]
    dated = next((i for i, x in enumerate(lines) if find(x)[0] is not None and len(x) < 80), -1)
    title, source = get.get("HEADLINE", ""), ""
    if dated > 0:
        source = lines[dated - 1]
        rest = lines[: dated - 1] if uni else lines[dated + 1 :]
        rest = [x for x in rest if not re.search(r"\bEdition\b|^Documents? \(", x)] or rest
        title = title or " ".join(rest if uni else rest[:2])
    elif lines:
        title = title or lines[0]
    text = _COPYRIGHT.sub("", part[start:end]) if not uni else part[start:end]
    return Raw(
        _joined(text), kind="body", title=title, source=re.sub(r"\s*\((?:[A-Z][^()]{2,40})\)$", "", source),
        published=lines[dated] if dated >= 0 else get.get("LOAD-DATE", ""), author=_BY.sub("", get.get("BYLINE", "") or get.get("AUTOR", "")),
        url=get.get("URL", ""), language=get.get("LANGUAGE", "") or get.get("SPRACHE", ""), deck=get.get("HIGHLIGHT", ""), dayfirst=None,
    )  # fmt: skip


def _factiva(text: str) -> Iterator[Raw]:
    """Factiva, with codes (HD, BY, PD ...) or as plain lines; the document number stands last."""
    start = 0
    for m in _FACTIVA.finditer(text):
        part, start = text[start : m.start()], m.end()
        raw = _coded(part) if len(_CODES.findall(part)) >= 3 else _plain(part)
        raw.given_id = m.group(1)
        yield raw


def _coded(part: str) -> Raw:
    marks = list(_CODES.finditer(part))
    get: dict[str, str] = {}
    for m, after in zip(marks, [*marks[1:], None], strict=True):
        value = part[m.end() : after.start() if after else len(part)].strip()
        get[m.group(1)] = (
            f"{get[m.group(1)]}\n\n{value}"
            if m.group(1) in ("LP", "TD") and m.group(1) in get
            else get.get(m.group(1)) or value
        )
    text = "\n\n".join(get[k] for k in ("LP", "TD") if get.get(k))
    return Raw(
        _joined(text), kind="body", title=" ".join(get.get("HD", "").split()), source=get.get("SN", ""),
        published=f"{get.get('PD', '')} {get.get('ET', '')}".strip(), author=_BY.sub("", get.get("BY", "")), language=get.get("LA", ""),
    )  # fmt: skip


def _plain(part: str) -> Raw:
    lines = [x.strip() for x in part.split("\n")]
    at = next((i for i, x in enumerate(lines) if _WORDS.match(x)), -1)
    if at < 0:
        return Raw(_joined(part), kind="body")
    head = [x for x in lines[max(0, at - 8) : at] if x]
    author = _BY.sub("", head.pop()) if head and _BY.match(head[-1]) else ""
    title = (
        " ".join(head[-2:])
        if len(head) > 1 and len(head[-1]) > 25 and head[-2].isupper() is False and len(head) < 3
        else (head[-1] if head else "")
    )
    below = [x for x in lines[at + 1 : at + 14] if x]
    dated = next((i for i, x in enumerate(below[:4]) if find(x)[0] is not None), -1)
    when = below[dated] if dated >= 0 else ""
    follow = below[dated + 1 :] if dated >= 0 else below
    if follow and re.match(r"\d{1,2}:\d{2}", follow[0]):
        when, follow = f"{when} {follow[0]}", follow[1:]
    source = follow[0] if follow else ""
    close = next((i for i, x in enumerate(follow[:9]) if re.match(r"(?:Copyright|©|\(c\))", x, re.I)), -1)
    language = follow[close - 1] if close > 1 else ""
    seen, body = 0, at + 1
    for i in range(at + 1, len(lines)):
        body = i + 1
        seen += bool(lines[i])
        if close >= 0 and re.match(r"(?:Copyright|©|\(c\))", lines[i], re.I):
            break
        if close < 0 and seen >= dated + 4:
            break
    return Raw(
        _joined("\n".join(lines[body:])),
        kind="body",
        title=title,
        source=source,
        published=when,
        author=author,
        language=language,
    )


def _joined(text: str) -> str:
    """Paragraphs, a blank line between; lines that the export wrapped are joined."""
    from dateline.load.clean.blocks import split

    return "\n\n".join(b.text for b in split(text.strip("\n")))
