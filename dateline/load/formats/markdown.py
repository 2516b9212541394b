"""Markdown: told from plain text, and its marks taken off."""

from __future__ import annotations

import re

_FRONT = re.compile(r"---[ \t]*\n((?:[\w-]+:.*\n|[ \t].*\n|-.*\n|\n){1,60})---[ \t]*\n")
_FIELD = re.compile(r"^([\w-]+):[ \t]*(.*)$", re.M)
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


def plain(text: str) -> tuple[str, dict[str, str]]:
    """Markdown without its marks, and its front matter (lower case keys) with the first heading as title."""
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        fields = {k.lower(): v.strip().strip("\"'[]") for k, v in _FIELD.findall(front.group(1))}
        text = text[front.end() :]
    first = re.match(r"\s*#[ \t]+(.+)", text)
    if first and not fields.get("title"):
        fields["title"] = _inline(first.group(1).strip())
        text = text[first.end() :]
    text = _HEADING.sub(r"\1", _RULE.sub("", _QUOTED.sub("", text)))
    return _inline(text).lstrip("\n"), fields


def _inline(text: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _IMAGE.sub("", text)))
