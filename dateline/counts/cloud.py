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
from dateline.counts.keyness import KINDS, LEAST_ARTICLES, described, keyness, unwanted
from dateline.counts.tally import Tally

if TYPE_CHECKING:
    from wordcloud import WordCloud

FONT_FAMILY = "DejaVu Sans, Verdana, Geneva, sans-serif"
"""CSS fonts as wide as the one that the layout is measured with, or narrower."""
COLOURS = {"name": "#0A3F86", "word": "#4B5563"}
_LONGEST = 28
_SMALLEST = 9
_MARGIN = 3
_UPRIGHT = 0.9


def terms(
    corpus: Corpus,
    tally: Tally,
    rows: np.ndarray,
    *,
    by: str = "distinctive",
    kinds: str = "both",
    stop: Collection[str] = (),
    limit: int = 80,
) -> pd.DataFrame:
    """The terms of a cloud of the article rows, most important first.

    ``by``: "distinctive" (of the rows against the rest of the pile, see keyness) or "frequent"; where the rows are the
    whole pile there is no rest, and the most frequent are taken. Columns: term, kind, key, label, count (times in the
    rows), articles (rows that hold it), keyness (z, 0 where frequent), weight (what the size follows). Words that say
    nothing by themselves (said, Monday) are left out. Raises ValueError for another ``by``.
    """
    if by not in ("distinctive", "frequent"):
        raise ValueError(f"{by!r} is not one of distinctive, frequent")
    if by == "distinctive" and len(rows) < len(corpus):
        # the dull and the unwanted are dropped afterwards: enough must be left
        found = keyness(corpus, tally, rows, kinds=kinds, stop=stop, limit=3 * limit + 100)
        found = found[found.z > 0].rename(columns={"count_a": "count", "articles_a": "articles", "z": "keyness"})
        found["weight"] = found.keyness
    else:
        times, articles = tally.sums(rows)
        least = min(LEAST_ARTICLES, max(1, len(rows) // 4))
        codes = np.flatnonzero(np.isin(tally.kind, KINDS[kinds]) & ~tally.dull & (articles >= least))
        codes = codes[np.argsort(-times[codes], kind="stable")][: 2 * limit + len(stop)]
        found = described(corpus, tally, codes).assign(count=times[codes], articles=articles[codes], keyness=0.0)
        found = found[~unwanted(found, stop)].assign(weight=lambda f: f["count"].astype(float))
    dull = set(tally.keys[tally.dull])
    found = found[~((found.kind == "word") & found.key.isin(dull)) & (found.term.str.len() <= _LONGEST)]
    # one text is drawn once: the name rather than the word where both are there
    found = found.sort_values(["weight", "kind", "key"], ascending=[False, True, True], kind="stable")
    found = found[~found.term.str.casefold().duplicated()].head(limit)
    return found[["term", "kind", "key", "label", "count", "articles", "keyness", "weight"]].reset_index(drop=True)


def cloud(terms: pd.DataFrame, width: int = 900, height: int = 420) -> pd.DataFrame:
    """Where each term stands, as many as find room; columns of ``terms`` and, in pixels from the top left corner:

    x, y (float: middle of the word), size (int: of the font), rotated (bool: reads upwards), wide, high (int: the
    word's box). The sizes follow the root of the weights, so that one leading term leaves room for the others.
    """
    columns = {"x": "float64", "y": "float64", "size": "int32", "rotated": "bool", "wide": "int32", "high": "int32"}
    drawn = terms[terms.weight > 0]
    if drawn.empty or min(width, height) < 40:
        return terms.head(0).assign(**{c: pd.Series(dtype=t) for c, t in columns.items()})
    # letters hang a little lower than the room that is measured for them
    maker = _maker(width, height - round(_largest(height) / 5))
    maker.generate_from_frequencies(dict(zip(drawn.term, np.sqrt(drawn.weight), strict=True)))
    place = {}
    for (term, _), size, (top, left), turned, _colour in maker.layout_:
        a, b, c, d = _font(size).getbbox(term)
        wide, high = (d - b, c - a) if turned is not None else (c - a, d - b)
        across, down = ((b + d) / 2, (a + c) / 2) if turned is not None else ((a + c) / 2, (b + d) / 2)
        place[term] = (left + across, top + down, size, turned is not None, wide, high)
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
        prefer_horizontal=_UPRIGHT,
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
    from PIL import Image

    maker = _maker(width, height, scale)
    layout = []
    for t in cloud.itertuples():
        a, b, c, d = _font(t.size).getbbox(t.term)
        across, down = ((b + d) / 2, (a + c) / 2) if t.rotated else ((a + c) / 2, (b + d) / 2)
        place = (round(t.y - down), round(t.x - across))
        turn = Image.Transpose.ROTATE_90 if t.rotated else None
        layout.append(((t.term, 1.0), int(t.size), place, turn, colours.get(t.kind, "#000000")))
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
