"""Articles of a ProQuest export: labelled fields, of which 'Full text' is the article."""

from __future__ import annotations

import re

from dateline.load.clean.blocks import joined
from dateline.load.source import Raw

_LABELS = (
    "Abstract|Author|Publication info|Publication title|Publication date|Publication year|Publication subject|Title|"
    "Subtitle|Alternate title|Full text|Links|Subject|Location|Company / organization|People|Identifier / keyword|"
    "Classification|Volume|Issue|Pages|First page|Number of pages|Section|Year|Publisher|Place of publication|"
    "Country of publication|ISSN|ISBN|Source type|Language of publication|Document type|Dateline|Credit|Column|"
    "ProQuest document ID|Document URL|Copyright|Last updated|Database|Document feature|Accession number"
)
_FIELD = re.compile(rf"^[ \t]*({_LABELS}):[ \t]*", re.M)
_INFO_DATE = re.compile(r"\d{1,2} \w{3,9} \d{4}")
_LINK = re.compile(r"^[ \t]*https?://\S+[ \t]*$", re.M)


def fits(part: str) -> bool:
    """Whether a part of an export has ProQuest's fields."""
    found = {m.group(1) for m in _FIELD.finditer(part)}
    return "Full text" in found and bool(found & {"Publication info", "Publication title", "ProQuest document ID"})


def article(part: str) -> Raw:
    """The article of such a part."""
    marks = list(_FIELD.finditer(part))
    get: dict[str, str] = {}
    for m, after in zip(marks, [*marks[1:], None], strict=True):
        get.setdefault(m.group(1), part[m.end() : after.start() if after else len(part)].strip())
    info = get.get("Publication info", "")
    dated = _INFO_DATE.search(info)
    above = next((x.strip() for x in part[: marks[0].start()].split("\n") if x.strip()), "")
    text = _LINK.sub("", get["Full text"])
    link = get.get("Document URL", "").split()
    return Raw(
        joined(text),
        kind="body",
        given_id=get.get("ProQuest document ID", ""),
        title=_line(get.get("Title", "")) or above,
        source=_line(get.get("Publication title", "")) or info.split(";")[0].strip(" ."),
        published=get.get("Publication date", "") or (dated.group() if dated else ""),
        author=_names(get.get("Author", "")),
        url=link[0] if link else "",
        language=get.get("Language of publication", ""),
    )


def _line(value: str) -> str:
    return " ".join(value.split("\n\n")[0].split())


def _names(value: str) -> str:
    """'Fenn, Ada; Lind, Bo' the way names are said."""
    parts = (p.strip().rstrip(".").split(", ", 1) for p in value.split("\n")[0].split(";") if p.strip())
    return ", ".join(" ".join(reversed(p)) for p in parts)
