"""The figure of a word cloud: what can be clicked, and that words of articles stay text."""

from itertools import pairwise

import pandas as pd

from dateline.figures.cloud import cloud


def layout(*terms):
    return pd.DataFrame(
        [
            {
                "term": t, "kind": k, "label": "PERSON" if k == "name" else "", "x": 100.0, "y": 50.0 + 60 * n,
                "baseline": 60.0 + 60 * n, "size": 40, "wide": 160, "high": 30, "told": f"told {n}", "row": 7 + n,
            }
            for n, (t, k) in enumerate(terms)
        ]
    )  # fmt: skip


def test_every_word_can_be_clicked_along_its_whole_length():
    figure = cloud(layout(("storm", "word"), ("Ada Quill", "name")), 400, 200)
    ground = figure.data[0]
    assert set(ground.customdata) == {7, 8}
    across = [x for x, row in zip(ground.x, ground.customdata, strict=True) if row == 7]
    half = ground.marker.size[0] / 2
    assert min(across) - half <= 21
    assert max(across) + half >= 179
    assert max(b - a for a, b in pairwise(across)) <= 30  # no gap between two marks


def test_names_are_bold_and_words_are_not():
    figure = cloud(layout(("storm", "word"), ("Ada Quill", "name")), 400, 200)
    weights = {trace.text[0]: trace.textfont.weight for trace in figure.data[1:]}
    assert weights == {"storm": 400, "Ada Quill": 600}


def test_markup_in_a_word_is_text():
    figure = cloud(layout(("<b>x</b>", "word")), 400, 200)
    assert figure.data[1].text[0] == "&lt;b&gt;x&lt;/b&gt;"


def test_nothing_to_draw():
    assert len(cloud(layout(("a", "word")).head(0), 400, 200).data) == 0
