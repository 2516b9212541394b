# ruff: noqa: E501 (patterns of labels)
"""Articles of a Factiva export, with field codes (HD, BY, PD ...) or as plain lines; a document number ends each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.load.clean.blocks import joined
from dateline.load.published import find
from dateline.load.source import Raw

# Factiva: "Document FTFT000020151202ebc20001h" after each
_FACTIVA = re.compile(r"^[ \t]*(?:AN[ \t]+)?(?:Document|Dokument) ([A-Z][A-Z0-9]{3,24}\d{8}[a-z0-9]{9})[ \t]*$", re.M)
_CODES = re.compile(
    r"^[ \t]*(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|SE|CO|IN|NS|RE|IPD|IPC|PUB|AN|ART|CLM|VOL|RF|CT|PBC|SN)[ \t]*(?:\n|[ \t]{1,12}(?=\S)|$)",
    re.M,
)
_WORDS = re.compile(r"^\s*([\d,.]{1,7}) (?:words|Wörter|mots|palabras|parole|woorden|ord)\s*$", re.I)
_WRAPPED = 50
"""Characters of a line that may be half a headline."""
BY = re.compile(r"^\s*(?:by|von|par|por|di)\s+(?=\S)", re.I)
"""The word before the names of a byline."""


def fits(text: str) -> bool:
    """Whether a text is such an export."""
    return _FACTIVA.search(text) is not None


def articles(text: str) -> Iterator[Raw]:
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
        joined(text), kind="body", title=" ".join(get.get("HD", "").split()), source=get.get("SN", ""),
        published=f"{get.get('PD', '')} {get.get('ET', '')}".strip(), author=BY.sub("", get.get("BY", "")), language=get.get("LA", ""),
    )  # fmt: skip


def _plain(part: str) -> Raw:
    lines = [x.strip() for x in part.split("\n")]
    at = next((i for i, x in enumerate(lines) if _WORDS.match(x)), -1)
    if at < 0:
        return Raw(joined(part), kind="body")
    head = [x for x in lines[max(0, at - 8) : at] if x]
    author = BY.sub("", head.pop()) if head and BY.match(head[-1]) else ""
    # the section may stand over the headline; a line that fills the page is the headline's first half
    title = " ".join(head[-2:]) if len(head) > 1 and len(head[-2]) >= _WRAPPED else head[-1] if head else ""
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
    paragraphs = joined("\n".join(lines[body:])).split("\n\n")
    if len(paragraphs) > 1 and close >= 0 and len(paragraphs[-1]) < 80 and paragraphs[-1].strip(".") in follow[close]:
        paragraphs.pop()  # the publisher, as in the copyright line
    return Raw(
        "\n\n".join(paragraphs),
        kind="body",
        title=title,
        source=source,
        published=when,
        author=author,
        language=language,
    )
