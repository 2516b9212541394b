"""Two versions of a text as one: what only the earlier has struck through, what only the later has underlined."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from dateline.counts.differences import Piece

_HERE = Path(__file__).parent
_text = st.components.v2.component(
    "dateline.differences",
    css=(_HERE / "differences.css").read_text(encoding="utf-8"),
    js=(_HERE / "differences.js").read_text(encoding="utf-8"),
)


def differences(pieces: Sequence[Piece], before: str, after: str, key: str) -> None:
    """Draw the pieces; ``before`` and ``after`` say which versions they are of."""
    _text(data={"pieces": [list(p) for p in pieces], "before": before, "after": after}, key=key)
