"""Clustering: from article vectors to groups, their number, and groups of groups.

Larger piles: each article is joined to its nearest neighbours; the groups are those of the normalised graph's leading
eigenvectors (Ng, Jordan & Weiss 2002, "On spectral clustering"). On news of several kinds that finds sections and
codes better than k-means on reduced vectors does. Very small piles: average link. Rows must come in an order that does
not depend on the input (by content hash): the same rows in the same order give the same groups.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from dateline.resolve.topics import number

SMALL = 60
"""Below this many articles a neighbour graph says little: average link instead."""

_FEWEST_THEMES, THEMES = 4, 8
"""Between these the number of themes is where the graph of topics falls apart most readily, if there are enough."""
_LINK = 0.92
"""Cosine distance at which average link stops in a small pile."""
_SEED = 0


def groups(vectors: sparse.csr_matrix, wanted: int = 0, size: int = 0, sayable: np.ndarray | None = None) -> np.ndarray:
    """Group of each row: 0 to k - 1, or -1 for a row of a small pile that joins none. No row may be empty.

    ``wanted`` asks for a number of groups, 0 lets it be chosen; ``size``: articles of the pile that these stand for;
    ``sayable``: the columns whose words may stand in a label (all of them).
    """
    n = vectors.shape[0]
    if n < SMALL:
        return _linked(vectors, min(wanted, n))
    graph = _neighbours(vectors, max(3, round(2.2 * np.log(n))))
    most = min(max(wanted, number.MOST), n // 2)
    values, axes = _spectrum(graph, most)
    if wanted:
        k = min(wanted, most)
        return _kmeans(axes[:, :k], k)
    held = vectors if sayable is None else vectors[:, sayable]
    for k in number.steps(max(n, size), values):
        found = _kmeans(axes[:, :k], k)
        if number.tellable(held, found) >= number.TELLABLE:
            break
    return found


def themes(centres: sparse.csr_matrix, sizes: np.ndarray) -> np.ndarray:
    """Theme of each group (0 to t - 1, t at most 8) by a normalised cut of the graph of groups.

    The weight between two groups is the cosine of their centroids times both sizes: about the likeness of all pairs.
    Their number is where the eigenvalues fall most from one to the next (von Luxburg 2007, §8.3).
    """
    k = centres.shape[0]
    if k <= 3:
        return np.arange(k)
    weight = (centres @ centres.T).toarray() * sizes[:, None] * sizes[None]
    degree = weight.sum(1) + 1e-9
    values, axes = np.linalg.eigh(weight / np.sqrt(degree[:, None] * degree[None]))
    most = min(THEMES, round(1.2 * np.sqrt(k)))
    steps = np.arange(min(_FEWEST_THEMES, most), most + 1)
    t = int(steps[np.argmax(values[::-1][steps - 1] - values[::-1][steps])])
    return _kmeans(axes[:, ::-1][:, :t], t, degree)


def centroids(vectors: sparse.csr_matrix, labels: np.ndarray, size: int = 0) -> sparse.csr_matrix:
    """Mean direction of each group: CSR, a group a row, length 1. Rows with label -1 belong to none."""
    from dateline.resolve.topics.weigh import unit

    size = size or int(labels.max(initial=-1)) + 1
    return unit((_membership(labels, size) @ vectors).tocsr().astype(np.float32))


def nearest(vectors: sparse.csr_matrix, centres: sparse.csr_matrix) -> tuple[np.ndarray, np.ndarray]:
    """The group whose centroid each row is nearest to, and the cosine; the first of several that are as near."""
    dense = np.ascontiguousarray(centres.toarray().T)
    best = np.empty(vectors.shape[0], np.int32)
    score = np.empty(vectors.shape[0], np.float32)
    for i in range(0, len(best), 20_000):
        cosine = vectors[i : i + 20_000] @ dense
        best[i : i + 20_000] = cosine.argmax(1)
        score[i : i + 20_000] = cosine.max(1)
    return best, score


def _neighbours(vectors: sparse.csr_matrix, k: int) -> sparse.csr_matrix:
    """Each row joined to its k nearest rows, weight 1 when both are near the other, ½ when one is."""
    n = vectors.shape[0]
    turned = vectors.T.tocsr()
    columns = np.empty((n, k), np.int32)
    for i in range(0, n, 500):
        cosine = (vectors[i : i + 500] @ turned).toarray()
        here = np.arange(len(cosine))
        cosine[here, i + here] = -1
        columns[i : i + 500] = np.argpartition(-cosine, k - 1, 1)[:, :k]
    graph = sparse.csr_matrix((np.ones(n * k), columns.ravel(), np.arange(0, n * k + 1, k)), shape=(n, n))
    return ((graph + graph.T) / 2).tocsr()


def _spectrum(graph: sparse.csr_matrix, k: int) -> tuple[np.ndarray, np.ndarray]:
    """The k largest eigenvalues of the normalised graph and their vectors, largest first."""
    root = sparse.diags(1 / np.sqrt(np.asarray(graph.sum(1)).ravel()))
    normal = root @ graph @ root
    if graph.shape[0] <= 600:
        values, axes = np.linalg.eigh(normal.toarray())
    else:
        from scipy.sparse.linalg import eigsh

        start = np.random.default_rng(_SEED).random(graph.shape[0])
        values, axes = eigsh(normal, k=k, which="LA", v0=start, tol=1e-4)
    order = np.argsort(-values, kind="stable")[:k]
    return values[order], axes[:, order]


def _kmeans(axes: np.ndarray, k: int, weight: np.ndarray | None = None) -> np.ndarray:
    """k-means on the rows scaled to length 1."""
    from sklearn.cluster import KMeans

    rows = axes / np.maximum(np.linalg.norm(axes, axis=1, keepdims=True), 1e-12)
    return KMeans(k, n_init=10, random_state=_SEED).fit_predict(rows, sample_weight=weight)


def _linked(vectors: sparse.csr_matrix, wanted: int) -> np.ndarray:
    """Groups of a small pile by average link; at most 8 unless more are wanted."""
    from scipy.cluster.hierarchy import fcluster, linkage

    n = vectors.shape[0]
    if n == 1:
        return np.zeros(1, np.int32)
    distance = np.clip(1 - (vectors @ vectors.T).toarray(), 0, None)
    tree = linkage(distance[np.triu_indices(n, 1)], "average")
    labels = fcluster(tree, wanted, "maxclust") if wanted else fcluster(tree, _LINK, "distance")
    kinds, labels, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    most = wanted or 8
    if len(kinds) > most:
        # the largest stay; what is left joins the nearest of them, or none (the model decides by likeness)
        kept = np.argsort(-sizes, kind="stable")[:most]
        new = np.full(len(kinds), -1)
        new[np.sort(kept)] = np.arange(most)
        labels = new[labels]
    return labels.astype(np.int32)


def _membership(labels: np.ndarray, size: int) -> sparse.csr_matrix:
    rows = np.flatnonzero(labels >= 0)
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (labels[rows], rows)), shape=(size, len(labels)))
