"""Addresses: what stands in a text and says nothing about what it is about: of mail, pages and hosts, fields of mail,
what is left of characters that were written by name.

Where many people write from one site, or a paper ends every report with its address, they would make topics.
"""

from __future__ import annotations

import re

_SIGNS = ("@", "://", "www.", "WWW.", ".com", ".edu", ".net", ".org", "Organization:", "Lines:")
_NAMED = ("quot;", "amp;", "nbsp;", "apos;", "lt;", "gt;")
_CHARACTER = re.compile(r"&?\b(?:quot|amp|nbsp|apos|lt|gt);")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,300}|\S{1,80}@\S{1,80}"
    r"|(?<!\S)[\w.-]{1,40}!\S{1,80}"  # by way of hosts: site!other!name
    r"|\b[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,5}\.(?:com|edu|gov|info|mil|net|org|(?:ac|co)\.[a-z]{2})\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?:article-i\.d\.|date|distribution|expires|followup-to|from|in-reply-to|lines|message-id|newsgroups"
    r"|nntp-posting-host|organi[sz]ation|originator|path|references|reply-to|sender|to|x-[a-z-]{1,30}|xref):.*$",
    re.IGNORECASE | re.MULTILINE,
)


def without(text: str) -> str:
    """The text without addresses, fields of mail and named characters; most texts are given back as they are."""
    if any(name in text for name in _NAMED):
        text = _CHARACTER.sub(" ", text)
    if not any(sign in text for sign in _SIGNS):
        return text
    return _ADDRESS.sub(" ", _FIELD.sub(" ", text))
