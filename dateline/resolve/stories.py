"""Stories: articles on one event, grouped through time.

Two articles are as like as the cosine of their weighted words, less the further apart they were published; stories are
the clusters of average link at a cosine distance of .8 (Aggarwal & Zhai 2012, "A survey of text clustering algorithms",
§4.1). An article without a date counts by its text alone; near-identical copies are of one story whatever their date;
an article like no other has a story of its own.

Articles are compared only with those that share one of their rarer words and lie within the time in which they could
still be alike, so that the work grows about as the pile does. The result does not depend on the order of the articles.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from dateline.resolve.topics import weigh
from dateline.resolve.words import languages_of, stop_words

LINK = 0.2
"""Mean likeness from which two groups of articles are one story: a cosine distance of .8."""
HALF_LIFE = 10.0
"""Days after which two articles count as half as like as their words are."""
_FREE_DAYS = 2.0
"""Days that cost nothing: a report, the next morning's papers, the reaction."""
_LEAST = 0.08
"""Likeness below which a pair is taken for unlike."""
_WINDOW = _FREE_DAYS + HALF_LIFE * np.log2(1 / LINK)
_RARE_WORDS = 30
"""Heaviest words of an article by which others are looked up."""
_COMMON = 800
"""A word in more articles than this looks nothing up."""
_NEIGHBOURS = 150
"""Earlier articles that one is compared with at most, the most promising ones."""
_PART = 2_000
"""Articles that are linked at once; a larger part of the pile is first cut at its weaker links."""
_BLOCK = 500
_LEAD = 1_000
"""Characters of the text that are compared: what happened stands at the head, background is shared by many stories."""
_DAY = 86_400.0


def stories(articles: pd.DataFrame, previous: pd.DataFrame | None = None) -> pd.Series:
    """The story_id (str) of each article; ``articles`` as schema.ARTICLES.

    A story is named after its earliest article. ``previous``: the articles frame of an earlier run (article_id,
    story_id); a story keeps the name under which most of its articles were known.
    """
    order = _order(articles)
    frame = articles.iloc[order]
    texts = [t[:_LEAD] for t in frame.text]
    stop = stop_words(languages_of(list(frame.language)))
    _, vectors = weigh.fit(list(frame.title), texts, stop, 1 if len(texts) < 50 else 2)
    when = frame.published.to_numpy().astype("datetime64[s]").astype(float) / _DAY
    when[frame.published.isna().to_numpy()] = np.nan
    pairs = _pairs(vectors, when)
    group = _grouped(len(frame), pairs, _copies(frame))
    names = _named(frame, group, previous)
    out = np.empty(len(frame), object)
    out[order] = names
    return pd.Series(out, index=articles.index, dtype="str", name="story_id")


def _order(articles: pd.DataFrame) -> np.ndarray:
    """Rows by date (undated last), then by id: the same for any order of the input."""
    when = articles.published.to_numpy().astype("datetime64[us]")
    return np.lexsort((articles.article_id.to_numpy(object), when))


def _copies(frame: pd.DataFrame) -> list[tuple[int, int]]:
    place = {a: i for i, a in enumerate(frame.article_id)}
    return [(i, place[d]) for i, d in enumerate(frame.duplicate_of) if d in place]


Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Rows i < j and their likeness."""


def _pairs(vectors: sparse.csr_matrix, when: np.ndarray) -> Pairs:
    """All pairs of likeness ``_LEAST`` or more."""
    none = np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float32)
    i, j, alike = (np.concatenate(part) for part in zip(none, *_alike(vectors, when), strict=True))
    return i, j, alike


def _alike(vectors: sparse.csr_matrix, when: np.ndarray) -> Iterator[Pairs]:
    """The pairs, block by block of the later row."""
    sketch = _sketch(vectors)
    turned = sketch.T.tocsr()
    n = len(when)
    dated = int(np.searchsorted(np.isnan(when), True))
    for a in range(0, n, _BLOCK):
        b = min(a + _BLOCK, n)
        # dated rows stand in order of time; the undated after them are compared with everything
        low = int(np.searchsorted(when[:dated], when[a] - _WINDOW)) if a < dated else 0
        near = (sketch[a:b] @ turned[:, low:b]).tocoo()
        keep = (near.data >= 0.75 * _LEAST) & (near.col + low < near.row + a)
        i, j = _promising(near.row[keep], near.col[keep], near.data[keep])
        i, j = i + a, j + low
        for k in range(0, len(i), 200_000):
            x, y = i[k : k + 200_000], j[k : k + 200_000]
            cosine = np.asarray(vectors[x].multiply(vectors[y]).sum(1)).ravel()
            apart = np.nan_to_num(np.abs(when[x] - when[y]))
            alike = cosine * 0.5 ** (np.maximum(apart - _FREE_DAYS, 0) / HALF_LIFE)
            keep = alike >= _LEAST
            yield y[keep].astype(np.int32), x[keep].astype(np.int32), alike[keep].astype(np.float32)


def _promising(row: np.ndarray, column: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The entries with the largest values of each row."""
    order = np.lexsort((column, -value, row))
    row, column = row[order], column[order]
    first = np.searchsorted(row, row)
    keep = np.arange(len(row)) - first < _NEIGHBOURS
    return row[keep], column[keep]


def _sketch(vectors: sparse.csr_matrix) -> sparse.csr_matrix:
    """The heaviest words of each row that are not too common to look others up by."""
    n = vectors.shape[0]
    df = np.bincount(vectors.indices, minlength=vectors.shape[1])
    out = vectors.copy()
    out.data[df[out.indices] > max(_COMMON, n // 200)] = 0
    for i in range(n):
        part = out.data[out.indptr[i] : out.indptr[i + 1]]
        if len(part) > _RARE_WORDS:
            part[part < np.partition(part, -_RARE_WORDS)[-_RARE_WORDS]] = 0
    out.eliminate_zeros()
    return out


def _grouped(n: int, pairs: Pairs, copies: Sequence[tuple[int, int]]) -> np.ndarray:
    """The group of each row: average link in each part of the pile that strong pairs hold together."""
    group = np.arange(n)
    twins = np.array(copies, np.int32).reshape(-1, 2)
    todo = [(pairs, twins, LINK)]
    while todo:
        (i, j, alike), twins, link = todo.pop()
        strong = alike >= link
        rows, columns = np.concatenate([i[strong], twins[:, 0]]), np.concatenate([j[strong], twins[:, 1]])
        links = sparse.coo_matrix((np.ones(len(rows), np.int8), (rows, columns)), shape=(n, n))
        _, part = connected_components(links, directed=False)
        inside = part[i] == part[j]
        i, j, alike = i[inside], j[inside], alike[inside]
        order, twin_order = np.argsort(part[i], kind="stable"), np.argsort(part[twins[:, 0]], kind="stable")
        of_pair, of_twin = part[i][order], part[twins[:, 0]][twin_order]
        size = np.bincount(part, minlength=n)
        for p in np.union1d(of_pair, of_twin):
            own = order[slice(*np.searchsorted(of_pair, [p, p + 1]))]
            held = (i[own], j[own], alike[own])
            same = twins[twin_order[slice(*np.searchsorted(of_twin, [p, p + 1]))]]
            # a chain of likenesses through half the pile: only its stronger links can be stories
            if size[p] > _PART and link < 0.9:
                todo.append((held, same, link * 1.2))
            else:
                _linked(group, held, same.tolist())
    return group


def _linked(group: np.ndarray, pairs: Pairs, copies: Sequence[Sequence[int]]) -> None:
    """Average link over a sparse likeness (pairs that are not given are unlike); fills in the group of each row."""
    i, j, alike = (p.tolist() for p in pairs)
    known = sorted({*i, *j, *(x for pair in copies for x in pair)})
    number = {x: k for k, x in enumerate(known)}
    n = len(known)
    # likeness summed over all pairs of two groups; the mean is the sum over the product of their sizes
    total: list[dict[int, float]] = [{} for _ in range(n)]
    for x, y, s in zip(i, j, alike, strict=True):
        total[number[x]][number[y]] = total[number[y]][number[x]] = s
    copies = [(number[x], number[y]) for x, y in copies]
    size = [1] * n
    root = list(range(n))
    heap: list[tuple[float, int, int]] = []

    def join(x: int, y: int) -> int:
        """One group of two; the lower number, which is the earlier article's, stays."""
        x, y = min(x, y), max(x, y)
        root[y] = x
        size[x] += size[y]
        for z, s in total[y].items():
            if z != x:
                both = total[x].get(z, 0.0) + s
                total[x][z] = total[z][x] = both
                del total[z][y]
        total[x].pop(y, None)
        total[y] = {}
        return x

    for x, y in copies:
        x, y = _find(root, x), _find(root, y)
        if x != y:
            join(x, y)
    for x in range(n):
        heap += [
            (-s / (size[x] * size[y]), x, y) for y, s in total[x].items() if x < y and s >= LINK * size[x] * size[y]
        ]
    heapq.heapify(heap)
    while heap:
        mean, x, y = heapq.heappop(heap)
        if root[x] != x or root[y] != y or -mean != total[x].get(y, 0.0) / (size[x] * size[y]):
            continue  # one of the two has changed since
        x = join(x, y)
        for z, s in total[x].items():
            mean = s / (size[x] * size[z])
            if mean >= LINK:
                heapq.heappush(heap, (-mean, min(x, z), max(x, z)))
    for k, x in enumerate(known):
        group[x] = known[_find(root, k)]


def _find(root: list[int], x: int) -> int:
    while root[x] != x:
        root[x] = root[root[x]]
        x = root[x]
    return x


def _named(frame: pd.DataFrame, group: np.ndarray, previous: pd.DataFrame | None) -> list[str]:
    ids = frame.article_id.tolist()
    members: dict[int, list[int]] = {}
    for i, g in enumerate(group.tolist()):
        members.setdefault(g, []).append(i)
    name: dict[int, str] = {}
    if previous is not None:
        was = dict(zip(previous.article_id, previous.story_id, strict=True))
        votes: dict[tuple[str, int], int] = {}
        for i, g in enumerate(group.tolist()):
            if old := was.get(ids[i], ""):
                votes[old, g] = votes.get((old, g), 0) + 1
        for (old, g), _ in sorted(votes.items(), key=lambda v: (-v[1], v[0])):
            if g not in name and old not in name.values():
                name[g] = old
    taken = set(name.values())
    for g, rows in members.items():
        if g not in name:
            name[g] = next((ids[i] for i in rows if ids[i] not in taken), f"{ids[rows[0]]}-story")
            taken.add(name[g])
    return [name[g] for g in group.tolist()]
