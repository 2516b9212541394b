"""Word cloud: which terms it shows, where each stands (laid out by the wordcloud package), and the picture of it.

The layout is a small frame, so that it can be drawn with hover and clicks; PNG and SVG are made from the same frame.
The same terms give the same layout.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Collection, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.counts.everyday import plain_words, stop_words
from dateline.counts.keyness import KINDS, LEAST_ARTICLES, described, keyness, unwanted
from dateline.counts.tally import Tally

if TYPE_CHECKING:
    from wordcloud import WordCloud

COLOURS = {"name": "#0A3F86", "word": "#4B5563"}
_LONGEST = 28
_SMALLEST = 11
_MARGIN = 3


def terms(
    corpus: Corpus,
    tally: Tally,
    rows: np.ndarray,
    others: np.ndarray | None = None,
    *,
    by: str = "distinctive",
    kinds: str = "both",
    stop: Collection[str] = (),
    least: int = LEAST_ARTICLES,
    limit: int = 80,
) -> pd.DataFrame:
    """The terms of a cloud of the article rows, most important first.

    ``by``: "distinctive" (of the rows against ``others``, else the rest of the pile, see keyness) or "frequent"; where
    there is nothing to set them against, the most frequent are taken. ``least``: articles that must hold a term.
    Columns: term, kind, key, label, count (times in the rows), articles (rows that hold it), keyness (z, 0 where
    frequent), ratio (its rate here over its rate there, infinite where it is not there; NaN where frequent), weight
    (what the size follows). Words that say nothing by themselves (said, Monday) are left out, and where frequent those
    of everyday English too (called, room). Raises ValueError for another ``by``.
    """
    if by not in ("distinctive", "frequent"):
        raise ValueError(f"{by!r} is not one of distinctive, frequent")
    # a handful of articles has few words that stand in several
    least = min(least, max(1, len(rows) // 4))
    if by == "distinctive" and len(rows) and (len(rows) < len(corpus) if others is None else len(others)):
        # the dull and the unwanted are dropped afterwards: enough must be left
        found = keyness(corpus, tally, rows, others, kinds=kinds, stop=stop, least=least, limit=3 * limit + 100)
        found = found[found.z > 0].rename(columns={"count_a": "count", "articles_a": "articles", "z": "keyness"})
        with np.errstate(divide="ignore"):
            found = found.assign(weight=found.keyness, ratio=found.rate_a.to_numpy() / found.rate_b.to_numpy())
    else:
        times, articles = tally.sums(rows)
        codes = np.flatnonzero(np.isin(tally.kind, KINDS[kinds]) & ~tally.dull & (articles >= least))
        codes = codes[np.argsort(-times[codes], kind="stable")][: 5 * limit + 200 + len(stop)]
        found = described(corpus, tally, codes).assign(count=times[codes], articles=articles[codes], keyness=0.0)
        found = found[~unwanted(found, stop)].assign(weight=lambda f: f["count"].astype(float), ratio=np.nan)
        # with nothing to set them against, the words that are frequent in any text would lead
        found = found[~((found.kind == "word") & found.key.isin(plain_words()))]
    dull = stop_words().union(tally.keys[tally.dull])
    found = found[~((found.kind == "word") & found.key.isin(dull)) & (found.term.str.len() <= _LONGEST)]
    # one text is drawn once: the name rather than the word where both are there
    found = found.sort_values(["weight", "kind", "key"], ascending=[False, True, True], kind="stable")
    found = found[~found.term.str.casefold().duplicated()].head(limit)
    columns = ["term", "kind", "key", "label", "count", "articles", "keyness", "ratio", "weight"]
    return found[columns].reset_index(drop=True)


def cloud(terms: pd.DataFrame, width: int = 900, height: int = 420) -> pd.DataFrame:
    """Where each term stands, as many as find room; columns of ``terms`` and, in pixels from the top left corner:

    x, y (float: middle of the word), baseline (float: the line that its letters stand on), size (int: of the font),
    wide, high (int: the word's box). The sizes follow the root of the weights, so that one leading term leaves room for
    the others. All words are level: they are to be read.
    """
    columns = {"x": "float64", "y": "float64", "baseline": "float64", "size": "int32", "wide": "int32", "high": "int32"}
    drawn = terms[terms.weight > 0]
    if drawn.empty or min(width, height) < 40:
        return terms.head(0).assign(**{c: pd.Series(dtype=t) for c, t in columns.items()})
    maker = _maker(width, height)
    maker.generate_from_frequencies(dict(zip(drawn.term, np.sqrt(drawn.weight), strict=True)))
    place = {}
    for (term, _), size, (top, left), _turned, _colour in maker.layout_:
        a, b, c, d = _font(size).getbbox(term)
        # wordcloud has the ink of a word begin at its place, without the room that a font leaves above low letters
        baseline = top + _font(size).getmetrics()[0] - b
        place[term] = (left + (c - a) / 2, top + (d - b) / 2, baseline, size, c - a, d - b)
    drawn = drawn[drawn.term.isin(place)].reset_index(drop=True)
    rows = pd.DataFrame([place[t] for t in drawn.term], columns=list(columns)).astype(columns)
    return pd.concat([drawn, rows], axis=1)


def png(
    cloud: pd.DataFrame, width: int, height: int, colours: Mapping[str, str] = COLOURS, scale: float = 2.0
) -> bytes:
    """The picture of a layout as PNG, on a white ground; ``colours`` by kind of term."""
    out = io.BytesIO()
    _drawn(cloud, width, height, colours, scale).to_image().save(out, "PNG")
    return out.getvalue()


def svg(cloud: pd.DataFrame, width: int, height: int, colours: Mapping[str, str] = COLOURS) -> str:
    """The picture of a layout as SVG, with the letters that it needs embedded."""
    # tables of the font that a picture does not need are dropped: nothing to tell a reader about
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    return _drawn(cloud, width, height, colours).to_svg(embed_font=True)


def _maker(width: int, height: int, scale: float = 1.0) -> WordCloud:
    from wordcloud import WordCloud

    return WordCloud(
        font_path=_font_path(),
        width=width,
        height=height,
        margin=_MARGIN,
        prefer_horizontal=1.0,
        min_font_size=_SMALLEST,
        max_font_size=_largest(height),
        max_words=500,
        relative_scaling=0.7,
        background_color="white",
        random_state=Random(7),
        color_func=lambda *_, **__: "#000000",
        scale=scale,
    )


def _largest(height: int) -> int:
    return max(_SMALLEST, round(height / 6))


def _drawn(cloud: pd.DataFrame, width: int, height: int, colours: Mapping[str, str], scale: float = 1.0) -> WordCloud:
    """The wordcloud object that a layout came from, as far as drawing it needs."""
    maker = _maker(width, height, scale)
    layout = []
    for t in cloud.itertuples():
        a, b, c, d = _font(t.size).getbbox(t.term)
        place = (round(t.y - (d - b) / 2), round(t.x - (c - a) / 2))
        layout.append(((t.term, 1.0), int(t.size), place, None, colours.get(t.kind, "#000000")))
    maker.words_ = dict.fromkeys(cloud.term, 1.0)
    maker.layout_ = layout
    return maker


@cache
def _font_path() -> str:
    """DejaVu Sans, which comes with matplotlib (which wordcloud needs): it knows Greek, Cyrillic and most of Latin."""
    spec = find_spec("matplotlib")
    wide = Path(spec.origin).parent / "mpl-data/fonts/ttf/DejaVuSans.ttf" if spec and spec.origin else None
    if wide and wide.exists():
        return str(wide)
    own = find_spec("wordcloud")
    return str(Path(own.origin).parent / "DroidSansMono.ttf")


@cache
def _font(size: int):  # noqa: ANN202 - PIL is imported only where a cloud is drawn
    from PIL import ImageFont

    return ImageFont.truetype(_font_path(), size)
