"""Date of publication: read where it is stated, never guessed from dates that a text merely mentions.

Statements, in this order of trust: what the input gives, the page's metadata, a label or date line at the head of the
article, the address, the file name. Dates are the newsroom's local time, without zone.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

from dateline.load.months import LABELS, MONTHS
from dateline.settings import EARLIEST_YEAR

Dated = tuple[datetime | None, str]
"""A date, or None and the reason why there is none."""

_WORD = "|".join(sorted((re.escape(m) for m in MONTHS), key=len, reverse=True))
_CLOCK = re.compile(
    r"[\s,|·•–—\-–T@(um]{0,6}(?:at |kl\.? ?|à |a las |alle |ore |um |время )?"
    r"(\d{1,2})[:.hH時시点]\s?(\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s?(分|분)?\s?([ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
# the shapes of a full date; two-digit years only where the caller says that a date must stand there
_ISO = re.compile(r"(?<![\d./-])((?:1[6-9]|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
_EAST = re.compile(r"((?:1[6-9]|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:1[6-9]|20)\d\d(?![\d:])|\d\d)(?![\d/-])")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°)?(?:\.|,|-)?\s?(?:de\s|of\s|din\s|di\s)?\s?({_WORD})\b\.?,?(?:\s|-)?(?:de\s|del\s)?\s?"
    r"((?:1[6-9]|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<!\w)({_WORD})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s?(?:at\s)?((?:1[6-9]|20)\d\d)(?!\d)", re.IGNORECASE
)
_YEAR_MONTH_DAY = re.compile(rf"((?:1[6-9]|20)\d\d)[.,]?\s({_WORD})\.?\s(\d{{1,2}})(?!\d)", re.IGNORECASE)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d{1,2}|[a-z]{3,9})[/-]?(\d{1,2})(?=[/_-]|$)", re.IGNORECASE)
_FILE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
# as Unix and its many children write it: Tue Feb 02 07:30:00 +0000 2021
_UNIX_WORDS = re.compile(
    r"(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d(?::\d\d)?)"
    r"(?: [A-Z]{2,5}| [+-]\d{4})? ((?:19|20)\d\d)"
)
_EXCEL = 25_569.0, 54_789.0
"""The years 1970 to 2050 as spreadsheets number their days: what stands in a column of dates that lost its format."""
_DIGITS = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)")
_HAS_YEAR = re.compile(r"\d\d")
_GIVEN_LIMIT = 200


def parse_given(value: object, dayfirst: bool | None = None) -> Dated:
    """The date that an input states: ISO 8601, RFC 2822, Unix time, or the usual ways of writing a date.

    ``dayfirst`` settles 03/04/2021; without it such a date is not used, and the reason says so. An empty value gives
    None without a reason.
    """
    if isinstance(value, datetime):
        return doubt(value.replace(tzinfo=None))
    if isinstance(value, bool) or value is None:
        return None, ""
    if isinstance(value, int | float):
        return _unix(float(value), str(value))
    text = str(value).strip()
    if not text or text.casefold() in ("none", "null", "nan", "nat", "n/a", "unknown", "-"):
        return None, ""
    try:
        return doubt(datetime.fromisoformat(text).replace(tzinfo=None))
    except ValueError:
        pass
    text = text[:_GIVEN_LIMIT]
    if re.fullmatch(r"\d{9,13}(\.\d+)?", text):
        return _unix(float(text), text)
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and _EXCEL[0] <= float(text) <= _EXCEL[1]:
        return doubt(datetime(1899, 12, 30) + timedelta(seconds=round(float(text) * 86_400)))
    if found := _DIGITS.fullmatch(text):
        year, month, day, *clock = found.groups()
        return _made(year, month, day, " " + ":".join(clock))
    if (found := _UNIX_WORDS.fullmatch(text)) and found.group(1).casefold() in MONTHS:
        month, day, clock, year = found.groups()
        return _made(year, month, day, f" {clock}")
    if found := _COMPACT.match(text):
        return _made(found.group(1), found.group(2), found.group(3), text[found.end() :])
    when, note, _ = find(text, dayfirst, two_digits=True)
    if when is None and not note:
        note = f"{text[:40]!r} is not a date that can be read"
    return when, note


def _unix(value: float, shown: str) -> Dated:
    if value > 1e11:
        value /= 1000
    if not 1e8 <= value <= 1e11:
        return None, f"{shown[:40]!r} is not a date that can be read"
    try:
        return doubt(datetime(1970, 1, 1) + timedelta(seconds=int(value)))
    except OverflowError:
        return None, f"{shown[:40]!r} is not a date that can be read"


def doubt(when: datetime) -> Dated:
    """The date, or None and why it cannot be right: in the future (a day's grace for zones) or before newspapers."""
    if when > datetime.now() + timedelta(days=1):
        return None, f"the stated date {when:%Y-%m-%d} lies in the future: not used"
    if when.year < EARLIEST_YEAR or (when.month, when.day, when.year) == (1, 1, 1970):
        return None, f"the stated date {when.isoformat()[:10]} cannot be right: not used"
    return when, ""


def find(text: str, dayfirst: bool | None = None, two_digits: bool = False) -> tuple[datetime | None, str, int]:
    """The first full date written in a short text: date, why a date there was not used, and where it starts (-1)."""
    if not _HAS_YEAR.search(text):
        return None, "", -1
    best: tuple[int, Dated] | None = None
    for pattern, order in _SHAPES:
        for found in pattern.finditer(text):
            if best is not None and found.start() >= best[0]:
                break
            g = found.groups()
            if order == "numbers":
                if len(g[3]) == 2 and not two_digits:
                    continue
                got = _numbers(int(g[0]), int(g[2]), g[3], g[1], dayfirst, text[found.end() :], found.group())
            else:
                parts = dict(zip(order, (x for x in g if x not in ("-", "/", ".")), strict=True))
                got = _made(parts["y"], parts["m"], parts["d"], text[found.end() :], text[: found.start()])
            if got[0] is not None or got[1]:
                best = found.start(), got
                break
    return (*best[1], best[0]) if best else (None, "", -1)


_SHAPES = (
    (_ISO, "ymd"),
    (_EAST, "ymd"),
    (_DAY_MONTH, "dmy"),
    (_MONTH_DAY, "mdy"),
    (_YEAR_MONTH_DAY, "ymd"),
    (_NUMBERS, "numbers"),
)


def _numbers(a: int, b: int, year: str, sign: str, dayfirst: bool | None, rest: str, shown: str) -> Dated:
    if len(year) == 2:
        year = f"{'19' if int(year) > 69 else '20'}{year}"
    if (a > 12 and b <= 12) or sign == ".":
        first = True
    elif b > 12 and a <= 12:
        first = False
    elif a == b:
        first = True
    elif dayfirst is None:
        return None, f"{shown!r} can be read in two ways: say whether the day or the month stands first"
    else:
        first = dayfirst
    day, month = (a, b) if first else (b, a)
    return _made(year, str(month), str(day), rest)


def _made(year: str, month: str, day: str, rest: str = "", before: str = "") -> Dated:
    try:
        number = int(month) if month.isdigit() else MONTHS[month.casefold()]
        when = datetime(int(year), number, int(day))
    except (ValueError, KeyError):
        return None, ""
    clock = _CLOCK.match(rest)
    if clock:
        hour, minute, second = int(clock.group(1)), int(clock.group(2)), int(clock.group(3) or 0)
        half = (clock.group(5) or "")[:1].lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60 and second < 60:
            when = when.replace(hour=hour, minute=minute, second=second)
    return doubt(when)


def labelled(text: str, start: int) -> str:
    """The label word that stands before a date in a line ('Published'), as written, or ''."""
    words = re.findall(r"\w+", text[max(0, start - 60) : start])
    return next((w for w in words if w.casefold() in LABELS), "")


@lru_cache(maxsize=1024)
def from_address(url: str) -> Dated:
    """The date in the path of an address: /2015/12/02/, /2015-12-02-, /20151202/, /2015/dec/02/."""
    path = url.split("://", 1)[-1].partition("/")[2].split("?")[0].split("#")[0]
    found = _ADDRESS.search("/" + path)
    if found and len(found.group()) >= 9:
        y, m, d = found.groups()
        return _made(y, m, d)
    return None, ""


def from_file_name(name: str) -> Dated:
    """The date in a file name: 2015-12-02, 2015_12_02, 20151202."""
    found = _FILE.search(name.rsplit("/", 1)[-1])
    return _made(found.group(1), found.group(3), found.group(4)) if found else (None, "")
