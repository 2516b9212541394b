"""Where the article stands: the stretch of blocks that says most, its insets (boxes, teasers, adverts) left out.

The best path through four states, before, body, inset, after, found by dynamic programming: a body block earns its
points, an inset costs a little to enter and a little a block, so that a box in the middle is skipped but a page of
furniture is not jumped over to reach the next story.
"""

from __future__ import annotations

from collections import Counter

from dateline.load.clean.score import Scored

INSET = 1.6
INSET_BLOCK = 0.2
INSET_HARD = 3.5
"""What it costs to skip a heading that ends articles (comments, most read, about the author)."""
HARD = ("most read", "comments", "about the author", "newsletter and subscription", "topics", "legal")
_FAR = -1e9


def body(scored: list[Scored], points: list[float]) -> list[bool]:
    """Which blocks are body."""
    n = len(scored)
    # value and way of the best path that ends in (before, body, inset, after) at each block
    value = [0.0, _FAR, _FAR, _FAR]
    back: list[tuple[int, int, int, int]] = []
    for i in range(n):
        s = scored[i]
        cost = INSET_BLOCK + (INSET_HARD if s.hard else 0.0)
        b, m, t, a = value
        enter = max((b, 0), (m, 1), (t, 2))
        inset = max((m - INSET, 1), (t, 2))
        after = max((m, 1), (a, 3))
        back.append((0, enter[1], inset[1], after[1]))
        value = [b, enter[0] + points[i], inset[0] - cost, after[0]]
    state = max((0, 1, 3), key=lambda k: value[k]) if n else 0
    out = [False] * n
    for i in range(n - 1, -1, -1):
        out[i] = state == 1
        state = back[i][state]
    return out


def cohesion(scored: list[Scored], inside: list[bool]) -> list[float]:
    """Points added or taken for the words that a block shares with the body found so far.

    A teaser of another story is written like body; what gives it away is that it speaks of something else.
    """
    each = [s.vocabulary if s.words >= 6 else set() for s in scored]
    count: Counter[str] = Counter()
    # teasers and notices that slipped in must not vouch for each other
    core = [keep and not s.flanked and not s.reader and not s.reason for s, keep in zip(scored, inside, strict=True)]
    for t, keep in zip(each, core, strict=True):
        if keep:
            count.update(t)
    heavy = sum(core)
    if heavy < 4:
        return [0.0] * len(scored)
    share: list[float] = []
    for t, keep in zip(each, core, strict=True):
        own = 1 if keep else 0
        share.append(sum(count[w] > own for w in t) / len(t) if len(t) >= 4 else -1.0)
    usual = sorted(x for x, keep in zip(share, core, strict=True) if keep and x >= 0)
    if len(usual) < 3:
        return [0.0] * len(scored)
    middle = max(usual[len(usual) // 2], 0.12)
    own_points = [0.0 if x < 0 else max(-1.6, min(0.6, (x / middle - 0.55) * 2.0)) for x in share]
    return [_eased(scored, own_points, i) for i in range(len(scored))]


def _eased(scored: list[Scored], points: list[float], i: int) -> float:
    """A block's points, less severe where its neighbours speak of the matter: strangers come in groups.

    Short lines without an end, the items of a list, are not held against the article.
    """
    own = points[i]
    if own >= 0:
        return own
    if not scored[i].sentence and scored[i].words < 12:
        return 0.0
    near = [points[j] for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(points) and scored[j].words >= 8]
    return max(own, min(0.0, (own + sum(near)) / (1 + len(near)))) if near else own
