"""The outlet that speaks of itself: "told the Gazette" in The Northport Gazette, "NPA" in a report of that agency."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.names.chains import initials
from dateline.resolve.identity.chains import Chain, org_key

_SHORT = 4
"""Letters that the last word of an outlet's name needs at least to stand for it."""


def own_outlets(chains: list[Chain], outlets: Sequence[str], texts: Sequence[str], starts: Sequence[int]) -> None:
    """Names of an article that mean its own outlet become that outlet: its last word behind "the", and its initials."""
    for c in chains:
        outlet = " ".join(outlets[c.article].split())
        if " " not in outlet or not (how := _how(c, outlet, texts[c.article], starts)):
            continue
        c.kind, c.label, c.relabelled, c.person = "org", "ORG", True, None
        c.key, c.name, c.called = org_key(outlet), outlet, outlet
        c.reason = c.reason or how
        c.forms[outlet] += 1


def _how(c: Chain, outlet: str, text: str, starts: Sequence[int]) -> str:
    """Why a chain is the outlet, else ''."""
    if org_key(outlet) in {org_key(f) for f in c.forms}:
        return "the outlet of this article"
    words = outlet.split()
    if len(c.forms) != 1 or " " in c.name:
        return ""
    if (
        c.name == words[-1]
        and len(c.name) >= _SHORT
        and any(text[max(0, starts[row] - 4) : starts[row]].lower() == "the " for row in c.rows)
    ):
        return f"short for {outlet}, the outlet of this article"
    if len(c.name) > 2 and c.name.isupper() and c.name == initials(outlet.removeprefix("The ")):
        return f"initials of {outlet}, the outlet of this article"
    return ""
