"""A reference to an article: plain text, BibTeX, RIS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    c: "\\" + c for c in "&%$#_{}"
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of an article; unknown text is '', an unknown date None. ``authors`` are names in reading order."""

    title: str
    source: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    url: str = ""
    key: str = ""

    def plain(self, seen: date | None = None) -> str:
        """One sentence a part: Authors. “Title.” Outlet, 2 December 2015. Address (seen 3 March 2025)."""
        who = " and ".join(filter(None, [", ".join(self.authors[:-1]), *self.authors[-1:]]))
        title = self.title.rstrip(".") or "Untitled"
        where = ", ".join(filter(None, [self.source, _day(self.published) if self.published else "no date"]))
        parts = [f"{who}." if who else "", f"“{title}{'' if title[-1] in '?!' else '.'}”", f"{where}."]
        if self.url:
            parts.append(self.url + (f" (seen {_day(seen)})." if seen else "."))
        return " ".join(filter(None, parts))

    def bibtex(self) -> str:
        """A BibTeX entry of the kind ``article``; special characters are escaped."""
        fields = {
            "title": "{" + _tex(self.title) + "}",
            "author": _tex(" and ".join(self.authors)),
            "journal": _tex(self.source),
            "year": str(self.published.year) if self.published else "",
            "month": f"{self.published:%b}".lower() if self.published else "",
            "day": str(self.published.day) if self.published else "",
            "url": self.url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        }
        lines = [f"  {n} = {v if n == 'month' else '{' + v + '}'}," for n, v in fields.items() if v and v != "{}"]
        return "\n".join([f"@article{{{self._label()},", *lines, "}", ""])

    def ris(self) -> str:
        """A RIS record of the type NEWS; one line a tag, as reference managers read it."""
        rows = [("TY", "NEWS"), ("TI", self.title), *(("AU", a) for a in self.authors), ("T2", self.source)]
        if self.published:
            rows += [("PY", str(self.published.year)), ("DA", f"{self.published:%Y/%m/%d}")]
        rows += [("UR", self.url), ("ID", self.key)]
        lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
        return "\r\n".join([*lines, "ER  - ", ""])

    def _label(self) -> str:
        word = self.authors[0].split()[-1] if self.authors else self.source or "article"
        year = str(self.published.year) if self.published else "nd"
        first = next((w for w in re.findall(r"[^\W\d_]{4,}", self.title)), "")
        return re.sub(r"[^a-z0-9]", "", f"{word}{year}{first}".lower()) or "article"


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in " ".join(text.split()))
