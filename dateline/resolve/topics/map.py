"""Map: a place in the plane for each topic and each article, so that like lies near like. It holds still as topics do.

Topics are placed once, when they are fitted, by classical scaling of the angles between their centroids (Torgerson
1952), topics of one theme drawn together, then pushed apart until their discs do not overlap. An article lies in the
disc of its topic: the more typical the nearer to the middle, and drawn towards the topic that it is like next.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from scipy import sparse

_TOGETHER = 0.6
"""What the distance of two topics of one theme is multiplied by."""
_SPREAD = 0.6
"""How far from the middle topics lie before they are pushed apart; their discs together have the area of one of .5."""
_ROUNDS = 300
_PULL = 0.4


def places(centres: sparse.csr_matrix, theme: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """x, y and radius of each topic (float32, k × 3), all discs within the unit square. ``sizes``: articles of each."""
    k = centres.shape[0]
    if k == 0:
        return np.empty((0, 3), np.float32)
    distance = np.sqrt(np.clip(2 - 2 * (centres @ centres.T).toarray(), 0, None))
    distance = np.where(theme[:, None] == theme[None], _TOGETHER * distance, distance)
    at = _scaled(distance)
    radius = np.sqrt(np.maximum(sizes, 1) / max(sizes.sum(), 1)) / 2
    at *= _SPREAD / max(np.abs(at).max(), 1e-9)
    for _ in range(_ROUNDS):
        apart = at[:, None] - at[None]
        far = np.linalg.norm(apart, axis=2) + 1e-9
        overlap = np.clip(radius[:, None] + radius[None] - far, 0, None)
        np.fill_diagonal(overlap, 0)
        if not overlap.any():
            break
        at += (apart / far[..., None] * overlap[..., None] / 2).sum(1)
    low, high = (at - radius[:, None]).min(0), (at + radius[:, None]).max(0)
    scale = (high - low).max()
    at = (at - low + (scale - (high - low)) / 2) / scale
    return np.column_stack([at, radius / scale]).astype(np.float32)


def near(place: np.ndarray, cosine: np.ndarray, own: np.ndarray, keys: np.ndarray, usual: float = 0.0) -> np.ndarray:
    """x and y of articles (float32, n × 2; -1 for those without a topic).

    ``place``: of the topics, as ``places`` gives them; ``cosine``: n × k, of each article to each topic; ``own``: row
    of the topic of each article, -1 none; ``keys``: n × 2 numbers from 0 to 1 that never change for an article;
    ``usual``: the cosine of a usual article, the median of these where it is 0. Only where it is given do articles stay
    in place when others come.
    """
    out = np.full((len(own), 2), -1, np.float32)
    there = np.flatnonzero(own >= 0)
    if len(there) == 0:
        return out
    own, cosine, keys = own[there], cosine[there].copy(), keys[there]
    rows = np.arange(len(own))
    first = cosine[rows, own]
    cosine[rows, own] = -1
    next_ = cosine.argmax(1)
    second = np.maximum(cosine[rows, next_], 0)
    typical = np.minimum(first / (2 * (usual or np.median(first)) + 1e-9), 1)
    turn, far = 2 * np.pi * keys[:, 0], np.sqrt(keys[:, 1]) * (1 - 0.8 * typical)
    offset = np.column_stack([np.cos(turn), np.sin(turn)]) * far[:, None]
    towards = place[next_, :2] - place[own, :2]
    length = np.linalg.norm(towards, axis=1, keepdims=True) + 1e-9
    pull = _PULL * (2 * second / (first + second + 1e-9))[:, None] ** 2
    step = offset + np.where(len(place) > 1, pull * towards / length, 0)
    size = np.linalg.norm(step, axis=1, keepdims=True)
    step = np.where(size > 1, step / np.maximum(size, 1e-9), step)
    out[there] = place[own, :2] + step * place[own, 2:]
    return out


def keys(titles: Sequence[str], texts: Sequence[str]) -> np.ndarray:
    """Two numbers from 0 to 1 for each article, made from what it says."""
    found = [
        hashlib.blake2b(f"{a}\x1f{b}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for a, b in zip(titles, texts, strict=True)
    ]
    return (np.frombuffer(b"".join(found), "<u4").reshape(-1, 2) / 2**32).astype(np.float32)


def _scaled(distance: np.ndarray) -> np.ndarray:
    """Points in the plane whose distances come near to those given."""
    k = len(distance)
    if k == 1:
        return np.zeros((1, 2))
    centre = np.eye(k) - 1 / k
    values, axes = np.linalg.eigh(-centre @ distance**2 @ centre / 2)
    axes, values = axes[:, ::-1][:, :2], np.clip(values[::-1][:2], 0, None)
    # the sign of an eigenvector is arbitrary: its largest entry is made positive
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), range(axes.shape[1])])
    at = axes * np.sqrt(values)
    return at if at.shape[1] == 2 else np.column_stack([at, np.zeros(k)])
