"""Articles in, records out: the one place where the language model and Dateline's own components run.

An ``Annotator`` lives in a worker process (``dateline.annotate.pool``); it is also usable alone:

    annotator = Annotator()
    record = next(annotator.annotate([Draft("Ada Smith said on Monday that …")]))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline import settings
from dateline.annotate import model as models
from dateline.annotate import quotes
from dateline.annotate.draft import Draft
from dateline.annotate.embed import embed_once
from dateline.annotate.names import names_of, register
from dateline.annotate.names.truecase import truecase
from dateline.annotate.record import Record
from dateline.annotate.sentences import sentences
from dateline.annotate.times import component as _  # noqa: F401 (makes "dateline_times" known)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_WARMING = "“It will rain in Oslo on Monday,” Ada Smith of the Weather Office said. Reporters in Bergen asked why."


class Annotator:
    """Holds the language models; ``annotate`` yields a record for every draft, in order."""

    def __init__(self, prefer: str = "") -> None:
        self.model = models.find("en", prefer)
        self._pipes: dict[str, Language | None] = {}

    def annotate(self, drafts: Iterable[Draft]) -> Iterator[Record]:
        """One record a draft. A language without a model gives an empty record."""
        drafts = list(drafts)
        docs: dict[int, Doc] = {}
        for language in sorted({d.language for d in drafts}):
            nlp = self._pipe(language)
            rows = [i for i, d in enumerate(drafts) if d.language == language]
            if nlp is not None:
                made = (_doc(nlp, drafts[i]) for i in rows)
                docs |= dict(zip(rows, nlp.pipe(made, batch_size=settings.PIPE_BATCH), strict=True))
        for i in range(len(drafts)):
            yield _record(docs.pop(i)) if i in docs else Record()

    def warm(self) -> None:
        """Load the English model and the lists of names and places now, so that forked workers share them."""
        list(self.annotate([Draft(_WARMING)]))

    def _pipe(self, language: str) -> Language | None:
        if language not in self._pipes:
            if language in ("en", ""):
                # tagger and parser stay loaded for whoever needs them on a part of the text (nlp.get_pipe)
                nlp = models.load_lean(
                    self.model, exclude=["lemmatizer", "attribute_ruler"], disable=["tok2vec", "tagger", "parser"]
                )
                nlp.enable_pipe("senter") if "senter" in nlp.disabled else nlp.enable_pipe("parser")
            else:
                nlp = models.load(models.find(language)) if models.has(language) else None
            if nlp is not None:
                embed_once(nlp)
                if nlp.lang == "en":
                    nlp.add_pipe("dateline_times")  # before names: it reads the model's own dates
                register()
                quotes.register()
                nlp.add_pipe("dateline_names", config={"recase": False})
                if nlp.lang == "en":
                    nlp.add_pipe("dateline_quotes")  # after names: speakers are chains of names
            self._pipes[language] = nlp
        return self._pipes[language]


def _doc(nlp: Language, draft: Draft) -> Doc:
    """The draft's tokens, headlines in the case of running text (same offsets); ``doc._.source_text`` is as written."""
    text = draft.text[: settings.TEXT_LIMIT]
    doc = nlp.make_doc(truecase(text, draft.title) if nlp.lang == "en" else text)
    doc._.source_text, doc._.title = text, draft.title
    return doc


def _record(doc: Doc) -> Record:
    times = doc._.times_found if doc.has_extension("times_found") else None
    quotes = doc._.quotes if doc.has_extension("quotes") else None
    return Record(
        names=tuple(names_of(doc)),
        pieces=tuple(quotes or ()),
        times=tuple(times or ()),
        sentences=tuple(sentences(doc)),
    )
