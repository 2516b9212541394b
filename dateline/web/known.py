"""How a date of publication and an outlet are known, in a reader's words."""

from __future__ import annotations

import pandas as pd

_FROM = {
    "given": "as given",
    "metadata": "from the page’s data",
    "text": "from the text",
    "filename": "from the file name",
    "hand": "set by hand",
}
# notes of loading (dateline.load) that a reader would not say so
_NOTES = {
    "URL": "from the address",
    "front matter": "from the head of the file",
    "mail header": "from the mail’s header",
    "date line": "from the date line",
    "time element": "from the page’s date line",
    "file name": "from the file name",
    "set by hand": "set by hand",
}

_LANGUAGES = dict(
    pair.split(":")
    for pair in "ar:Arabic bg:Bulgarian cs:Czech da:Danish de:German el:Greek en:English es:Spanish et:Estonian "
    "fa:Persian fi:Finnish fr:French he:Hebrew hi:Hindi hr:Croatian hu:Hungarian id:Indonesian it:Italian ja:Japanese "
    "ko:Korean lt:Lithuanian lv:Latvian nl:Dutch no:Norwegian pl:Polish pt:Portuguese ro:Romanian ru:Russian "
    "sk:Slovak sl:Slovenian sr:Serbian sv:Swedish th:Thai tr:Turkish uk:Ukrainian vi:Vietnamese zh:Chinese".split()
)


def language(code: str) -> str:
    """The name of a language by its two-letter code; the code where the name is not known."""
    return _LANGUAGES.get(code, f"the language “{code}”")


def date_from(article: pd.Series) -> str:
    """How the date is known ("from the date line"); "no date found", with the reason for a doubt, where it is not."""
    note = str(article.published_note)
    if pd.isna(article.published):
        return f"no date found: {note}" if note and note not in _NOTES else "no date found"
    if note in _NOTES:
        return _NOTES[note]
    if note.startswith("label "):
        return f"from the label {_curled(note.removeprefix('label '))}"
    return _FROM.get(str(article.published_from), "")


def _curled(name: str) -> str:
    return "“" + name.strip("'\"") + "”"
