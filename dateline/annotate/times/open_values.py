"""TIMEX3 values of what stays open: X for each digit that is not known."""

from __future__ import annotations

from dateline.annotate.times.meaning import Meaning

_UNITS = {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
          "P": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX", "2W": "XXXX-WXX", "6M": "XXXX-XX"}  # fmt: skip


def value(m: Meaning) -> str:
    """What the words alone say: Wednesday is XXXX-WXX-3, last month XXXX-XX, 27 October XXXX-10-27."""
    if m.value:
        return m.value
    year = f"{m.year:04}" if m.year else "XXXX"
    if m.month:
        place = f"{year}-{m.month:02}" + (f"-{m.day:02}" if m.day else "")
    elif m.weekday:
        place = f"{year}-WXX-{m.weekday}"
    elif m.season or m.quarter or m.half:
        place = f"{year}-" + (m.season or (f"Q{m.quarter}" if m.quarter else f"H{m.half}"))
    elif m.holiday:
        place = f"{year}-XX-XX"
    elif m.day:
        place = f"{year}-XX-{m.day:02}"
    else:
        place = _UNITS.get(m.unit, "XXXX-XX-XX") if not m.year else year
    return place + m.clock
