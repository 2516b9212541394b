"""Markdown: told from plain text, and its marks taken off."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.load.columns import by_name

_FOOT = 400
"""Characters that a note under the last line across has at most."""
_FRONT = re.compile(r"---[ \t]*\n((?:[\w-]+:.*\n|[ \t].*\n|-.*\n|\n){1,60})---[ \t]*\n")
_FIELD = re.compile(r"^([\w-]+):[ \t]*(.*(?:\n[ \t]*-[ \t]+.*)*)$", re.M)
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.M)
_QUOTED = re.compile(r"^>[ \t]?", re.M)
_RULE = re.compile(r"^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$", re.M)
_MARKS = re.compile(r"^#{1,6} \S|\]\(https?://|^\*\*\S", re.M)


def is_markdown(text: str, name: str) -> bool:
    """Whether a text is Markdown: by its name, or because headings and links are marked up."""
    return name.lower().endswith((".md", ".markdown")) or len(_MARKS.findall(text[:20000])) >= 3


class Plain(NamedTuple):
    """Markdown without its marks: the text, what stands under its last line across, and what its front matter says.

    ``fields`` has the names of ``columns.FIELDS``; the first heading is the title where the front matter gives none.
    """

    text: str
    foot: str
    fields: dict[str, str]


def plain(text: str) -> Plain:
    """Markdown as plain text. A few lines under a last line across (``---``) are no part of the article."""
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        given = {k: _value(v) for k, v in _FIELD.findall(front.group(1))}
        fields = {f: given[k] for f, k in by_name([k for k, v in given.items() if v]).items() if f != "text"}
        if fields.get("source", "").startswith(("http://", "https://")):
            # clippers of web pages call the address so
            fields["url"] = fields.pop("source")
        text = text[front.end() :]
    first = re.match(r"\s*#[ \t]+(.+)", text)
    if first and not fields.get("title"):
        fields["title"] = _inline(first.group(1).strip())
        text = text[first.end() :]
    text, foot = _parted(text)
    return Plain(_unmarked(text), _unmarked(foot).strip(), fields)


def _value(text: str) -> str:
    """A value of front matter: a list's items joined, without quotation marks and brackets of links."""
    items = [x.strip().removeprefix("- ").strip(" \"'[]") for x in text.split("\n")]
    return ", ".join(x for x in items if x)


def _parted(text: str) -> tuple[str, str]:
    rules = list(_RULE.finditer(text))
    if not rules:
        return text, ""
    before, after = text[: rules[-1].start()], text[rules[-1].end() :]
    small = len(after) < _FOOT and len(after) * 5 < len(before)
    return (before, after) if small else (text, "")


def _unmarked(text: str) -> str:
    return _inline(_HEADING.sub(r"\1", _RULE.sub("", _QUOTED.sub("", text)))).lstrip("\n")


def _inline(text: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _IMAGE.sub("", text)))
