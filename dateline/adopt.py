"""Open a folder of frames, made by the command line here or elsewhere, as a pile of the dashboard."""

from __future__ import annotations

import shutil
from pathlib import Path

from dateline import piles, store
from dateline.ledger import Ledger
from dateline.load.article import Article, Cut
from dateline.piles import Pile


def adopt(folder: Path, name: str = "") -> Pile:
    """A new pile with the frames of ``folder``; its name is the folder's unless one is given.

    The work kept beside the frames comes along, so that articles can be added without reading the old ones again; where
    it is missing, the articles are taken from the frames. Raises StoreError where the folder holds no frames.
    """
    frames, manifest = store.read(folder)
    pile = piles.create(name or folder.resolve().name)
    try:
        work = folder / ".work" / "ledger.sqlite"
        if work.is_file():
            with Ledger(work) as ledger:
                ledger.copy(pile.ledger)
        else:
            with Ledger(pile.ledger) as ledger:
                for article in _articles(frames):
                    ledger.add(article)
        pile.publish(frames, manifest)
    except BaseException:
        shutil.rmtree(pile.folder, ignore_errors=True)
        raise
    return pile


def _articles(frames: dict) -> list[Article]:
    cuts = dict(iter(frames["cuts"].groupby("article_id")))
    names = (
        "text",
        "origin",
        "title",
        "published_from",
        "published_note",
        "source",
        "source_note",
        "author",
        "url",
        "language",
        "deck",
    )
    out = []
    for row in frames["articles"].itertuples():
        mine = cuts.get(row.article_id)
        found = () if mine is None else tuple(Cut(int(c.position), c.text, c.reason) for c in mine.itertuples())
        when = None if row.published is None or row.published != row.published else row.published.to_pydatetime()
        fields = {n: getattr(row, n) for n in names}
        out.append(Article(**fields, given_id=row.article_id, dateline=row.dateline, published=when, cuts=found))
    return out
