"""Shelf: the articles of a pile as they are to be shown, read from its ledger when they are asked for.

What only the whole pile tells (ids, outlets, furniture) and what readers put right is found out once, in a few rounds
over the articles, and laid over each as it is taken down. A hundred thousand articles on the shelf take some 20 MB,
not the gigabyte that their texts have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.amend import Amendments, amended
from dateline.ledger import Ledger
from dateline.load.article import Article, unique_ids
from dateline.load.outlets import outlets_of
from dateline.load.recur import furniture_of, without

_AT_ONCE = 100
"""Articles read from the ledger at once where all are gone through."""
Change = Callable[[int, Article], Article]
"""What is laid over an article, which is given with its number among all that were loaded."""


class Shelf(Sequence[Article]):
    """Articles of a ledger, ordered by content hash. Valid as long as the ledger is open and nothing is loaded."""

    def __init__(self, ledger: Ledger, rows: Sequence[int], numbers: Sequence[int], changes: Sequence[Change]) -> None:
        self._ledger, self._rows, self._numbers, self._changes = ledger, rows, numbers, tuple(changes)

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, i: int) -> Article:
        return self._taken([self._numbers[i]])[0]

    def __iter__(self) -> Iterator[Article]:
        for i in range(0, len(self._numbers), _AT_ONCE):
            yield from self._taken(self._numbers[i : i + _AT_ONCE])

    def _taken(self, numbers: Sequence[int]) -> list[Article]:
        out = []
        for n, article in zip(numbers, self._ledger.at([self._rows[n] for n in numbers]), strict=True):
            for change in self._changes:
                article = change(n, article)
            out.append(article)
        return out


def shelved(ledger: Ledger, amendments: Amendments | None = None) -> Shelf:
    """The shelf of a ledger: its articles with their ids, settled outlets, without furniture, and as amended."""
    kept = ledger.kept()
    rows = [row for row, _, _ in kept]
    ids = unique_ids([given for _, _, given in kept], [own for _, own, _ in kept])
    every = range(len(rows))
    # ids are made from the articles as they were loaded, so that a correction does not change them
    changes: list[Change] = [lambda n, a: a.with_(given_id=ids[n])]
    outlets = outlets_of(Shelf(ledger, rows, every, changes))
    changes.append(outlets.of)
    furniture = furniture_of(Shelf(ledger, rows, every, changes))
    changes.append(lambda n, a: without(a, furniture))
    if amendments is None:
        return Shelf(ledger, rows, every, changes)
    put_right = amendments.now()
    removed = {i for i, fields in put_right.items() if amended(Article(""), fields) is None}
    changes.append(lambda n, a: amended(a, put_right[ids[n]]) or a if ids[n] in put_right else a)
    return Shelf(ledger, rows, [n for n in every if ids[n] not in removed], changes)


def ids_by_hash(ledger: Ledger) -> dict[str, str]:
    """Content hash of each article as it was loaded → its id in the pile."""
    kept = ledger.kept()
    hashes = [own for _, own, _ in kept]
    return dict(zip(hashes, unique_ids([given for _, _, given in kept], hashes), strict=True))
