"""Model: the topics of a pile, frozen. What an article's topic is depends on the model and that article alone.

So nothing moves when articles are added: they join the topics there are (``joining``). A model is made by ``fit``,
changed by the reader's edits (``dateline.resolve.topics.edits``) and made anew only when that is asked for (``refit``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from scipy import sparse

from dateline.resolve.topics import cluster, joining, weigh
from dateline.resolve.topics import english as en
from dateline.resolve.topics.joining import NONE
from dateline.resolve.topics.naming import Namer
from dateline.resolve.words import languages_of, stop_words

_SAMPLE = 8_000
"""Articles that the groups are found in; the others join them."""
_BLOCK = 20_000
_CENTROID_WORDS = 300
_ROUNDS = 3
_TOO_FAR = 0.3
"""An article whose cosine is below this part of the median has no topic."""
_TERMS = 12


@dataclass(frozen=True, slots=True)
class Leaf:
    """A centroid: the topic number it was made for, its label and terms, its theme. A topic is one leaf or several.

    ``bar``: the cosine that an article which holds no word of the label must exceed (see ``joining``).
    """

    id: int
    label: str
    terms: tuple[str, ...]
    theme: int
    bar: float = 0.0


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as the reader sees it, after edits."""

    id: int
    label: str
    terms: tuple[str, ...]
    theme: int
    edited: bool = False


@dataclass(frozen=True)
class Model:
    """Topics frozen. ``leaves`` and the rows of ``centres`` belong together; ``themes`` gives their labels by number.

    ``edits``: what the reader changed, in order (see ``edits``); ``floor``: cosine below which an article has no topic;
    ``fitted``: number of articles it was made from; ``wanted``: number of topics asked for, 0 chosen.
    """

    space: weigh.Space
    leaves: tuple[Leaf, ...]
    centres: sparse.csr_matrix
    themes: dict[int, str]
    floor: float
    fitted: int
    wanted: int = 0
    edits: tuple[dict[str, Any], ...] = field(default=())

    def with_(self, **changes: object) -> Model:
        """A copy with some fields changed."""
        return replace(self, **changes)

    @property
    def topics(self) -> list[Topic]:
        """The topics after edits, by number."""
        from dateline.resolve.topics.edits import applied

        return applied(self).topics

    def vectors(self, titles: Sequence[str], texts: Sequence[str]) -> sparse.csr_matrix:
        """Vectors of articles in the model's space."""
        return self.space.vectors(titles, texts)

    def assign(self, titles: Sequence[str], texts: Sequence[str]) -> np.ndarray:
        """Topic number of each article (int32, -1 none), after edits."""
        blocks = range(0, len(texts), _BLOCK)
        parts = [self.assign_vectors(self.vectors(titles[i : i + _BLOCK], texts[i : i + _BLOCK])) for i in blocks]
        return np.concatenate(parts) if parts else np.empty(0, np.int32)

    def assign_vectors(self, vectors: sparse.csr_matrix) -> np.ndarray:
        """As ``assign``, from vectors."""
        from dateline.resolve.topics.edits import applied

        state = applied(self)
        if not state.active:
            return np.full(vectors.shape[0], NONE, np.int32)
        active = np.array(state.active)
        own = [self.leaves[i] for i in state.active]
        keys = joining.key_columns([x.label for x in own], self.space)
        bars = np.array([x.bar for x in own])
        leaf = joining.placed(vectors, self.centres[active], keys, self.floor, bars)
        topic = np.array([*(state.topic_of[i] for i in state.active), NONE], np.int32)
        return topic[leaf]

    def likeness(self, vectors: sparse.csr_matrix, topic: np.ndarray) -> np.ndarray:
        """Cosine of each article to the nearest centroid of its topic (float32, 0 for none): how typical it is."""
        from dateline.resolve.topics.edits import applied

        state = applied(self)
        out = np.zeros(vectors.shape[0], np.float32)
        for t in np.unique(topic[topic >= 0]):
            rows = np.flatnonzero(topic == t)
            own = [i for i in state.active if state.topic_of[i] == t]
            out[rows] = cluster.nearest(vectors[rows], self.centres[own])[1]
        return out


def fit(
    titles: Sequence[str],
    texts: Sequence[str],
    languages: Sequence[str] = (),
    wanted: int = 0,
    outlets: Sequence[str] = (),
) -> Model:
    """Topics of a pile. The order of the articles plays no part; ``wanted`` asks for a number of topics.

    ``languages``: two-letter codes of the articles ('' unknown); ``outlets``: the papers that they stood in, whose
    names are left out of labels. The result is the same on every run: seeds are fixed
    and sums are made by one thread.
    """
    from threadpoolctl import threadpool_limits

    order = _order(titles, texts)
    titles, texts = [titles[i] for i in order], [texts[i] for i in order]
    outlets = [outlets[i] for i in order] if outlets else []
    spoken = languages_of(languages)
    stop = stop_words(spoken)
    # as sums made by several threads differ in the last digit from run to run
    with threadpool_limits(1):
        space, vectors = weigh.fit(titles, texts, stop, 1 if len(texts) < cluster.SMALL else 2, outlets)
        there = np.flatnonzero(np.diff(vectors.indptr) > 0)
        if len(there) == 0:
            return Model(
                space, (), sparse.csr_matrix((0, len(space.idf)), dtype=np.float32), {}, 0.0, len(texts), wanted
            )
        first = there[:_SAMPLE]
        sayable = np.array([i for i, w in enumerate(space.shown) if w not in en.FILLER], np.int32)
        group = cluster.groups(vectors[first], wanted, len(there), sayable)
        centres, topic, cosine = _settled(vectors, cluster.centroids(vectors[first], group))
        # topic by topic, as one large topic of articles much alike would set a measure that small ones cannot meet
        usual = [np.median(cosine[topic == t]) for t in np.unique(topic[topic >= 0])]
        floor = float(_TOO_FAR * np.median(usual))
        order = _by_size(topic, centres.shape[0])
        rank = np.full(centres.shape[0] + 1, NONE)
        rank[order] = np.arange(len(order))
        topic, centres = rank[topic], centres[order]
        theme = _first_seen(cluster.themes(centres, np.bincount(topic[topic >= 0])))
    maker = Namer(titles, texts, topic, len(order), stop, spoken[0] == "en", outlets)
    found = [terms(centres[i], space) for i in range(len(order))]
    named = maker.names(np.arange(len(order)), found)
    grouped = maker.names(theme, [found[int(np.flatnonzero(theme == t)[0])] for t in range(int(theme.max()) + 1)])
    with threadpool_limits(1):
        bars = joining.bars(vectors, centres, joining.key_columns(named, space), floor, wanted > 0)
    leaves = tuple(Leaf(i, named[i], found[i], int(theme[i]), float(bars[i])) for i in range(len(order)))
    return Model(space, leaves, centres, dict(enumerate(grouped)), floor, len(texts), wanted)


def terms(centre: sparse.csr_matrix, space: weigh.Space) -> tuple[str, ...]:
    """The words that weigh most in a centroid, best first."""
    best = centre.indices[np.lexsort((centre.indices, -centre.data))]
    return tuple([w for w in (space.shown[i] for i in best[: 4 * _TERMS]) if w not in en.FILLER][:_TERMS])


def _settled(
    vectors: sparse.csr_matrix, centres: sparse.csr_matrix
) -> tuple[sparse.csr_matrix, np.ndarray, np.ndarray]:
    """Centroids, and the nearest one of each article, after a few rounds of one following the other."""
    size = centres.shape[0]
    topic, cosine = cluster.nearest(vectors, centres)
    for _ in range(_ROUNDS):
        moved = _strongest(cluster.centroids(vectors, np.where(cosine > 0, topic, NONE), size))
        if (np.diff(moved.indptr) == 0).any():
            break
        centres = moved
        topic, cosine = cluster.nearest(vectors, centres)
    return centres, np.where(cosine > 0, topic, NONE), cosine


def _strongest(centres: sparse.csr_matrix) -> sparse.csr_matrix:
    """Centroids with their heaviest words only: light ones are noise and would make the state large."""
    for i in range(centres.shape[0]):
        part = centres.data[centres.indptr[i] : centres.indptr[i + 1]]
        if len(part) > _CENTROID_WORDS:
            part[part < np.partition(part, -_CENTROID_WORDS)[-_CENTROID_WORDS]] = 0
    centres.eliminate_zeros()
    return weigh.unit(centres)


def _order(titles: Sequence[str], texts: Sequence[str]) -> list[int]:
    def digest(i: int) -> bytes:
        return hashlib.blake2b(f"{titles[i]}\x1f{texts[i]}".encode("utf-8", "surrogatepass"), digest_size=16).digest()

    keys = [digest(i) for i in range(len(texts))]
    return sorted(range(len(texts)), key=keys.__getitem__)


def _by_size(topic: np.ndarray, size: int) -> np.ndarray:
    """Topics that hold articles, largest first; of equal ones the one whose first article comes first."""
    count = np.bincount(topic[topic >= 0], minlength=size)
    first = np.full(size, len(topic))
    np.minimum.at(first, topic[topic >= 0], np.flatnonzero(topic >= 0))
    order = np.lexsort((first, -count))
    return order[count[order] > 0]


def _first_seen(codes: np.ndarray) -> np.ndarray:
    """Codes renumbered in the order in which they first stand."""
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse]
