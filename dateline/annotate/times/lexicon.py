"""The words of English time expressions: word or phrase → (class, value). The grammar is written in these classes.

``WORDS`` and ``PHRASES`` are in lower case. ``CAPITAL`` words are time words only with a capital letter ("March",
"Sun."), ``DOTTED`` ones only before a full stop or a date. Compiled from dictionaries, AP and Guardian style guides and
the ISO 8601 and TIMEX3 codes; nothing is taken over from another tagger.
"""

from __future__ import annotations

from typing import Any

Entry = tuple[str, Any]

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
                 "nov": 11, "dec": 12}  # fmt: skip
_SHORT_DAYS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
MONTH_NAMES = ("", *(m.capitalize() for m in _MONTHS))
DAY_NAMES = ("", *(d.capitalize() for d in _DAYS))

CAPITAL = {"march", "may", "august", *_SHORT_MONTHS, *_SHORT_DAYS}
DOTTED = {*_SHORT_DAYS, "mar", "dec", "jan", "jun", "jul"}
ABBREVIATED = {*_SHORT_MONTHS, *_SHORT_DAYS, "yr", "yrs", "hr", "hrs", "min", "mins", "approx"}
"""Words that take a full stop with them."""

# TIMEX3 writes minutes and months with the same letter; T in front tells them apart.
UNITS: dict[str, str] = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "week": "W", "fortnight": "2W",
    "month": "M", "quarter": "Q", "year": "Y", "yr": "Y", "decade": "E", "century": "C", "centurie": "C",
    "millennium": "L", "night": "N", "semester": "6M", "weekday": "D", "workday": "D",
}  # fmt: skip
_UNIT_CLASS = {u: "u_" + u for u in ("day", "week", "month", "year", "decade")} | {"quarter": "quarter", "yr": "u_year"}

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: E501
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
CARDINALS: dict[str, int] = {w: i for i, w in enumerate(_ONES)} | _TENS
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
ORDINALS: dict[str, int] = (
    {w + "th": i for i, w in enumerate(_ONES) if i > 3} | {w[:-1] + "ieth": n for w, n in _TENS.items()} | _IRREGULAR
)

DECADES = {w[:-1] + "ies": n for w, n in _TENS.items()}

DAYPARTS: dict[str, str] = {
    "morning": "TMO", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "noon": "T12:00", "midday": "T12:00",
    "lunchtime": "TMI", "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "night": "TNI",
    "midnight": "T24:00", "nighttime": "TNI", "daytime": "TDT",
}  # fmt: skip

ZONES = "est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest eet msk ist jst aest eastern".split()

WORDS: dict[str, Entry] = {
    **{m: ("month", i) for i, m in enumerate(_MONTHS, 1)},
    **{m: ("month", i) for m, i in _SHORT_MONTHS.items()},
    **{d: ("weekday", i) for i, d in enumerate(_DAYS, 1)},
    **{d: ("weekday", i) for d, i in _SHORT_DAYS.items()},
    **{d + "s": ("weekdays", i) for i, d in enumerate(_DAYS, 1)},
    **{w: ("cardinal", n) for w, n in CARDINALS.items()},
    **{w: ("scale", n) for w, n in SCALES.items()},
    **{w: ("ordinal", n) for w, n in ORDINALS.items() if w != "second"},
    **{w: ("decadeword", n) for w, n in DECADES.items()},
    **{w: ("daypart", v) for w, v in DAYPARTS.items() if w != "night"},
    **{w + "s": ("dayparts", v) for w, v in DAYPARTS.items() if v in ("TMO", "TAF", "TEV")},
    **{z: ("zone", z) for z in ZONES},
    **{u: (_UNIT_CLASS.get(u, "unit"), v) for u, v in UNITS.items() if u not in ("second", "night", "centurie")},
    **{u + "s": ("units", v) for u, v in UNITS.items() if u not in ("millennium", "century")},
    "secs": ("units", "TS"), "mins": ("units", "TM"), "hrs": ("units", "TH"), "yrs": ("units", "Y"),
    "centuries": ("units", "C"), "millennia": ("units", "L"), "nights": ("nights", "N"),
    "second": ("second", 2), "night": ("night", "TNI"), "half": ("half", "H"),
    "weekend": ("weekend", "WE"), "weekends": ("weekends", "WE"), "period": ("period", "P"), "term": ("term", ""),
    "spring": ("season", "SP"), "summer": ("season", "SU"), "autumn": ("season", "FA"), "fall": ("season", "FA"),
    "winter": ("season", "WI"), "springtime": ("season", "SP"), "summertime": ("season", "SU"),
    "wintertime": ("season", "WI"), "springs": ("seasons", "SP"), "summers": ("seasons", "SU"),
    "autumns": ("seasons", "FA"), "winters": ("seasons", "WI"),
    "the": ("the", ""), "a": ("a", 1), "an": ("a", 1), "this": ("this", 0), "these": ("these", 0), "that": ("that", 0),
    "last": ("last", -1), "past": ("past", -1), "latest": ("latest", -1), "previous": ("previous", -1),
    "preceding": ("previous", -1), "prior": ("previous", -1), "next": ("next", 1), "coming": ("coming", 1),
    "upcoming": ("coming", 1), "following": ("following", 1), "subsequent": ("following", 1), "ensuing": ("following", 1),
    "current": ("current", 0), "same": ("same", 0), "each": ("every", 1), "every": ("every", 1), "other": ("other", 2),
    "alternate": ("other", 2), "entire": ("whole", 1), "whole": ("whole", 1), "full": ("whole", 1), "all": ("all", 1),
    "comparable": ("like", ""), "corresponding": ("like", ""), "like": ("likeword", ""), "year-ago": ("yearago", -1),
    "early": ("early", "START"), "earlier": ("earlier", -1), "late": ("late", "END"), "later": ("later", 1),
    "mid": ("mid", "MID"), "middle": ("edge", "MID"), "beginning": ("edge", "START"), "start": ("edge", "START"),
    "end": ("edge", "END"), "close": ("edge", "END"), "rest": ("edge", "END"), "remainder": ("edge", "END"),
    "outset": ("edge", "START"), "height": ("edge", "MID"), "turn": ("edge", "START"), "course": ("edge", "MID"),
    "of": ("of", ""), "in": ("in", ""), "on": ("on", ""), "at": ("at", ""), "and": ("and", ""), "or": ("or", ""),
    "to": ("to", ""), "through": ("to", ""), "until": ("to", ""), "till": ("to", ""), "from": ("from", ""),
    "between": ("from", ""), "so": ("so", ""), "per": ("per", ""), "for": ("for", ""),
    "ago": ("ago", -1), "before": ("before", -1), "after": ("after", 1), "afterward": ("after", 1),
    "afterwards": ("after", 1), "hence": ("hence", 1), "ahead": ("ahead", 1), "long": ("long", ""), "old": ("old", ""),
    "more": ("more", ""), "additional": ("more", ""), "extra": ("more", ""), "consecutive": ("straight", ""),
    "straight": ("straight", ""), "successive": ("straight", ""), "full-time": ("x", ""), "fiscal": ("fiscal", ""),
    "financial": ("fiscal", ""), "calendar": ("calendar", ""), "trading": ("working", ""), "business": ("working", ""),
    "working": ("working", ""), "calender": ("calendar", ""), "fy": ("fiscal", ""), "time": ("time", ""),
    "moment": ("moment", ""), "few": ("few", "X"), "several": ("few", "X"), "many": ("few", "X"), "some": ("some", "X"),
    "couple": ("couple", 2), "dozen": ("dozen", 12), "dozens": ("few", "X"), "once": ("once", 1), "twice": ("twice", 2),
    "times": ("times", ""), "ad": ("era", ""), "bc": ("era", "BC"), "bce": ("era", "BC"),
    "about": ("approx", "APPROX"), "around": ("approx", "APPROX"), "nearly": ("approx", "APPROX"),
    "almost": ("approx", "APPROX"), "roughly": ("approx", "APPROX"), "approximately": ("approx", "APPROX"),
    "circa": ("approx", "APPROX"), "over": ("over", "MORE_THAN"), "within": ("within", "EQUAL_OR_LESS"),
    "just": ("just", ""), "only": ("just", ""), "barely": ("just", ""), "exactly": ("just", ""),
    "ended": ("ended", ""), "ending": ("ended", ""), "century": ("century", "C"), "o'clock": ("oclock", ""),
    # days and parts of days counted from today
    "today": ("today", 0), "yesterday": ("today", -1), "tomorrow": ("today", 1), "tonight": ("tonight", "TNI"),
    "overnight": ("overnight", "TNI"),
    # what repeats
    "daily": ("set", "P1D"), "weekly": ("set", "P1W"), "monthly": ("set", "P1M"), "quarterly": ("set", "P3M"),
    "yearly": ("set", "P1Y"), "annually": ("set", "P1Y"), "annual": ("annual", "P1Y"), "hourly": ("set", "PT1H"),
    "nightly": ("set", "XXXX-XX-XXTNI"), "fortnightly": ("set", "P2W"), "biweekly": ("set", "P2W"),
    "biennial": ("set", "P2Y"), "biannual": ("set", "P6M"), "bimonthly": ("set", "P2M"), "semiannual": ("set", "P6M"),
    "semiannually": ("set", "P6M"), "semi-annually": ("set", "P6M"),
    # what lasts
    "daylong": ("length", "P1D"), "weeklong": ("length", "P1W"), "monthlong": ("length", "P1M"),
    "yearlong": ("length", "P1Y"), "nightlong": ("length", "PT12H"), "hourlong": ("length", "PT1H"),
    "decadelong": ("length", "P1E"), "while": ("while", "PXX"),
    # what points somewhere without naming a date
    "now": ("vague", "PRESENT_REF"), "currently": ("vague", "PRESENT_REF"), "presently": ("vague", "PRESENT_REF"),
    "nowadays": ("vague", "PRESENT_REF"), "recently": ("vague", "PAST_REF"), "recent": ("recent", "PAST_REF"),
    "lately": ("vague", "PAST_REF"), "someday": ("vague", "FUTURE_REF"),
    "future": ("future", "FUTURE_REF"), "near": ("near", ""), "short": ("near", ""), "present": ("present", "PRESENT_REF"),
    "foreseeable": ("near", ""), "right": ("right", ""), "distant": ("near", ""), "sometime": ("sometime", ""),
    "then": ("then", "PAST_REF"), "ends": ("x", ""),
    # holidays that stand as one word
    "christmas": ("holiday", "christmas"), "xmas": ("holiday", "christmas"), "thanksgiving": ("holiday", "thanksgiving"),
    "easter": ("holiday", "easter"), "halloween": ("holiday", "halloween"), "juneteenth": ("holiday", "juneteenth"),
    "hogmanay": ("holiday", "new year's eve"),
}  # fmt: skip

PHRASES: dict[str, Entry] = {
    "year - ago": ("yearago", -1), "year - earlier": ("yearago", -1), "year - end": ("yearend", ""),
    "year end": ("yearend", ""), "year 's end": ("yearend", ""), "month - end": ("monthend", ""),
    "at least": ("bound", "EQUAL_OR_MORE"), "at most": ("bound", "EQUAL_OR_LESS"), "more than": ("bound", "MORE_THAN"),
    "no more than": ("bound", "EQUAL_OR_LESS"), "less than": ("bound", "LESS_THAN"), "up to": ("bound", "EQUAL_OR_LESS"),
    "fewer than": ("bound", "LESS_THAN"), "as much as": ("bound", "EQUAL_OR_LESS"), "no less than": ("bound", "EQUAL_OR_MORE"),
    "as long as": ("bound", "EQUAL_OR_LESS"), "as many as": ("bound", "EQUAL_OR_LESS"), "as little as": ("bound", "LESS_THAN"),
    "a few": ("few", "X"), "a number of": ("few", "X"), "a handful of": ("few", "X"), "scores of": ("few", "X"),
    "a couple of": ("couple", 2), "a couple": ("couple", 2), "couple of": ("couple", 2), "dozens of": ("few", "X"),
    "half a dozen": ("cardinal", 6), "half - dozen": ("cardinal", 6), "a half": ("ahalf", 0.5), "one - half": ("ahalf", 0.5),
    "half a": ("halfa", 0.5), "half an": ("halfa", 0.5), "a quarter": ("aquarter", 0.25),
    "from now": ("hence", 1), "now on": ("x", ""), "from then": ("hence", 1),
    "right now": ("vague", "PRESENT_REF"), "just now": ("vague", "PRESENT_REF"), "by now": ("vague", "PRESENT_REF"),
    "at present": ("vague", "PRESENT_REF"), "at the moment": ("vague", "PRESENT_REF"),
    "at this moment": ("vague", "PRESENT_REF"), "at this point": ("vague", "PRESENT_REF"),
    "at the present time": ("vague", "PRESENT_REF"), "at this time": ("vague", "PRESENT_REF"),
    "this time": ("x", ""), "these days": ("vague", "PRESENT_REF"), "until now": ("vague", "PRESENT_REF"),
    "now that": ("x", ""), "the now": ("the", ""), "as soon as": ("x", ""), "as soon as possible": ("vague", "FUTURE_REF"),
    "so soon": ("x", ""), "sooner": ("x", ""), "no longer": ("x", ""), "more recently": ("vague", "PAST_REF"),
    "most recently": ("vague", "PAST_REF"), "not long ago": ("vague", "PAST_REF"), "long ago": ("vague", "PAST_REF"),
    "not so long ago": ("vague", "PAST_REF"), "some time ago": ("vague", "PAST_REF"), "a while ago": ("vague", "PAST_REF"),
    "a long time ago": ("vague", "PAST_REF"), "a short time ago": ("vague", "PAST_REF"), "too long": ("x", ""),
    "most recent": ("latest", -1), "as of": ("asof", ""), "day to day": ("x", ""), "day - to - day": ("x", ""),
    "year - to - year": ("x", ""), "quarter - to - quarter": ("x", ""), "month - to - month": ("x", ""),
    "hours a day": ("x", ""), "days a week": ("x", ""), "the early hours": ("x", ""), "early hours": ("x", ""), "later in the day": ("laterday", 0), "earlier in the day": ("laterday", 0), "late in the day": ("laterday", 0), "early in the day": ("laterday", 0), "the small hours": ("x", ""), "year - on - year": ("x", ""), "year over year": ("x", ""), "year - over - year": ("x", ""),
    "day - old": ("dayold", ""), "day and night": ("x", ""), "day by day": ("x", ""), "day in": ("x", ""),
    "per cent": ("x", ""), "last but not least": ("x", ""), "at last": ("x", ""), "at long last": ("x", ""),
    "last minute": ("x", ""), "last - minute": ("x", ""), "next door": ("x", ""), "next to": ("x", ""), "last name": ("x", ""),
    "day before": ("daybefore", -1), "day after": ("dayafter", 1), "day before yesterday": ("today", -2),
    "day after tomorrow": ("today", 2), "the day before yesterday": ("today", -2), "the day after tomorrow": ("today", 2),
    "yet": ("x", ""), "second hand": ("x", ""), "second - hand": ("x", ""), "second half": ("halfno", 2),
    "first half": ("halfno", 1), "first - half": ("halfno", 1), "second - half": ("halfno", 2), "last half": ("halfno", 2),
    "latter half": ("halfno", 2), "no time": ("x", ""), "of time": ("x", ""), "every time": ("x", ""),
    "every now and then": ("x", ""), "now and then": ("x", ""), "from time to time": ("x", ""), "once again": ("x", ""),
    "the other day": ("vague", "PAST_REF"), "one day": ("oneday", "P1D"), "some day": ("vague", "FUTURE_REF"),
    "home run": ("x", ""), "final second": ("x", ""), "second to": ("x", ""), "second only": ("x", ""),
    "same time": ("x", ""), "world war": ("x", ""), "the twenties": ("decade", 192), "the roaring twenties": ("decade", 192),
    "saturday night live": ("x", ""), "good morning america": ("x", ""), "monday night football": ("x", ""),
    "the daily": ("x", ""), "now defunct": ("x", ""), "present day": ("vague", "PRESENT_REF"),
    # holidays
    "christmas day": ("holiday", "christmas"), "christmas eve": ("holiday", "christmas eve"),
    "boxing day": ("holiday", "boxing day"), "new year 's day": ("holiday", "new year"),
    "new years day": ("holiday", "new year"), "new year 's eve": ("holiday", "new year's eve"),
    "new years eve": ("holiday", "new year's eve"), "new year 's": ("holiday", "new year"),
    "thanksgiving day": ("holiday", "thanksgiving"), "easter sunday": ("holiday", "easter"),
    "easter monday": ("holiday", "easter monday"), "good friday": ("holiday", "good friday"),
    "palm sunday": ("holiday", "palm sunday"), "ash wednesday": ("holiday", "ash wednesday"),
    "mardi gras": ("holiday", "mardi gras"), "valentine 's day": ("holiday", "valentine's day"),
    "st . patrick 's day": ("holiday", "st patrick's day"), "st patrick 's day": ("holiday", "st patrick's day"),
    "april fools ' day": ("holiday", "april fool's day"), "april fool 's day": ("holiday", "april fool's day"),
    "may day": ("holiday", "may day"), "mother 's day": ("holiday", "mother's day"),
    "father 's day": ("holiday", "father's day"), "memorial day": ("holiday", "memorial day"),
    "labor day": ("holiday", "labor day"), "independence day": ("holiday", "independence day"),
    "fourth of july": ("holiday", "independence day"), "veterans day": ("holiday", "veterans day"),
    "veterans ' day": ("holiday", "veterans day"), "armistice day": ("holiday", "veterans day"),
    "columbus day": ("holiday", "columbus day"), "presidents day": ("holiday", "presidents' day"),
    "presidents ' day": ("holiday", "presidents' day"), "martin luther king jr . day": ("holiday", "king day"),
    "martin luther king day": ("holiday", "king day"), "groundhog day": ("holiday", "groundhog day"),
    "election day": ("holiday", "election day"), "halloween night": ("holiday", "halloween"),
    "bonfire night": ("holiday", "bonfire night"), "bastille day": ("holiday", "bastille day"),
    "st . george 's day": ("holiday", "st george's day"), "burns night": ("holiday", "burns night"),
    "canada day": ("holiday", "canada day"), "australia day": ("holiday", "australia day"),
    "anzac day": ("holiday", "anzac day"), "black friday": ("holiday", "black friday"),
    "earth day": ("holiday", "earth day"), "inauguration day": ("holiday", "inauguration day"),
    "9 / 11": ("sept11", "2001-09-11"), "7 / 7": ("x", ""),
}  # fmt: skip
