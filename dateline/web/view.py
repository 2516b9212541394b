"""The present view in words: for files that are saved from it, so that a table still says what it was a table of."""

from __future__ import annotations

import re
from datetime import date

from dateline.corpus import Corpus
from dateline.lens import Lens
from dateline.web import data, state
from dateline.web.sidebar import FILTERS


def words() -> str:
    """Pile, version, filters and unit, a line each."""
    lens, corpus = state.lens(), data.corpus()
    here = data.pile()
    lines = [
        f"Dateline, {date.today().isoformat()}: pile “{here.name if here else state.pile()}”, version {data.version()}"
    ]
    lines += filters(corpus, lens)
    lines.append(f"{len(data.rows()):,} of {len(corpus):,} articles; counts are of {lens.unit}")
    return "\n".join(lines)


def filters(corpus: Corpus, lens: Lens) -> list[str]:
    """The filters of a lens in words: "Outlets: The Post, Courier"."""
    lines = []
    for name in lens.narrows:
        if name == "dates":
            value = f"{lens.since or 'the beginning'} to {lens.until or 'the end'}"
        elif name in ("entity", "speaker"):
            codes = [corpus.entity_code(i) for i in getattr(lens, name)]
            joined = " and " if name == "entity" and lens.match == "all" else ", "
            value = joined.join(corpus.entities.entity.iat[c] for c in codes if c >= 0)
        elif name == "topic":
            names = dict(zip(corpus.topics.topic_id, corpus.topics.topic, strict=True))
            value = ", ".join(names.get(t, str(t)) for t in lens.topic)
        elif name == "theme":
            titles = dict(zip(corpus.topics.theme_id, corpus.topics.theme, strict=True))
            value = ", ".join(titles.get(t, str(t)) for t in lens.theme)
        else:
            value = getattr(lens, name)
            value = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        lines.append(f"{FILTERS[name]}: {value}")
    return lines


def file_name(title: str) -> str:
    """A file name without ending: the title's words, letters and digits only."""
    return "dateline-" + (re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "table")
