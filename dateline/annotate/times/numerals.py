"""Numbers in digits and in words: their class and value."""

from __future__ import annotations

from typing import Any

from dateline.annotate.times.lexicon import CARDINALS, ORDINALS, SCALES


def number(s: str) -> tuple[str, Any]:
    """Class and value of a number in digits: year, decadeno (1990s), decadeshort (90s), dayno (1 to 31), dayth (31st),
    ordinal or number; x for what is none of these."""
    tail = s.lstrip("0123456789,.")
    digits = s[: len(s) - len(tail)].rstrip(",.").replace(",", "")
    if len(digits) > 9 or not digits.replace(".", "", 1).isdigit():
        return "x", None
    if not digits.isdigit():
        return ("x", None) if tail else ("number", float(digits))
    n = int(digits)
    if tail == "s":
        if len(digits) == 4 and n % 10 == 0 and 1000 <= n < 2200:
            return "decadeno", n // 10
        return ("decadeshort", n) if len(digits) == 2 and n % 10 == 0 else ("x", None)
    if tail:
        return ("dayth" if 1 <= n <= 31 else "ordinal"), n
    if len(digits) == 4 and "," not in s and 1000 <= n < 2200:
        return "year", n
    return ("dayno" if 1 <= n <= 31 else "number"), n


def spelled(words: list[str], i: int) -> tuple[str, Any, int]:
    """Class, value and length of the number in words that starts at word i.

    "nineteen ninety-six" is a year, "two thousand and five" a bigyear (a year or a plain number, as the grammar finds),
    "twenty-first" a dayth, else cardinal.
    """
    total, current, parts, j, last = 0, 0, [], i, i
    while j < len(words):
        w = words[j]
        if w in CARDINALS:
            n = CARDINALS[w]
            if parts and words[j - 1] == "-" and not (parts[-1] >= 20 and n < 10):
                break  # "two-three" are two numbers
            current += n
            parts.append(n)
        elif w in SCALES:
            current = max(current, 1) * SCALES[w]
            parts.append(SCALES[w])
            if SCALES[w] >= 1000:
                total, current = total + current, 0
        elif w in ORDINALS and (not parts or (parts[-1] in range(20, 100, 10) and ORDINALS[w] < 10)):
            n = total + current + ORDINALS[w]
            return ("second" if w == "second" and not parts else "dayth" if n <= 31 else "ordinal"), n, j - i + 1
        elif parts and _joins(w, parts[-1]) and j + 1 < len(words) and words[j + 1] in _NUMERALS:
            j += 1
            continue
        else:
            break
        last = j
        j += 1
    value, size = total + current, last - i + 1
    if len(parts) >= 2 and 10 <= parts[0] <= 20 and 10 <= parts[1] < 100:
        return "year", parts[0] * 100 + sum(parts[1:]), size
    return ("bigyear" if 1900 <= value < 2200 and 1000 in parts else "cardinal"), value, size


def _joins(word: str, before: int) -> bool:
    """Whether a word joins two numerals: "twenty-five", "two thousand and five"."""
    return word == "-" or (word == "and" and before in (100, 1000))


_NUMERALS = CARDINALS.keys() | ORDINALS.keys()
