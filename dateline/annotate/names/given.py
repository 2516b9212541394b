"""Given names and the gender they suggest: lists of Faker (MIT), the Latin-script ones of many countries."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from dateline.annotate.names.known import nicknames

# Locales whose lists are of their own country and in Latin letters.
LOCALES = """
    en_US en_GB en_IE en_IN en_KE en_NG en_NZ en_PK de_DE de_AT de_CH fr_FR fr_CA fr_DZ es_ES es_MX es_AR es_CO
    it_IT pt_BR pt_PT nl_NL nl_BE pl_PL cs_CZ sk_SK hu_HU ro_RO hr_HR sl_SI sv_SE no_NO da_DK fi_FI et_EE lt_LT
    lv_LV tr_TR id_ID vi_VN az_AZ ga_IE is_IS zu_ZA yo_NG ha_NG ig_NG tw_GH sw uz_UZ
    """.split()


@cache
def genders() -> dict[str, str]:
    """Given name (lower case) → 'm', 'f', or '' where both bear it."""
    out: dict[str, str] = {}
    for locale in LOCALES:
        try:
            provider = import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:  # a later Faker may drop a locale; the others do
            continue
        for gender, attribute in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in getattr(provider, attribute, ()):
                key = str(name).lower()
                if len(key) > 1 and key.isalpha():
                    out[key] = gender if out.get(key, gender) == gender else ""
    return out


def gender_of(given: str) -> str:
    """'m', 'f' or '' (both, or unknown) for a given name; the part before a hyphen counts where the whole is
    unknown, and the long form of a short one ("Chuck")."""
    known = genders()
    key = given.lower()
    if found := known.get(key) or known.get(key.split("-")[0]):
        return found
    long = {known.get(name, "") for name in nicknames().get(key, ())} - {""} if key not in known else set()
    return long.pop() if len(long) == 1 else ""


@cache
def common_surnames() -> frozenset[str]:
    """The thousand commonest family names of the United States and Britain (lower case): many people share them."""
    out: set[str] = set()
    for locale in ("en_US", "en_GB"):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        out |= {str(n).lower() for n in provider.last_names}
    return frozenset(out)
