"""What pages read: cached corpora and the rows that a lens selects. Nothing is copied, nothing is written to.

A corpus is kept once for all visitors (``st.cache_resource``: ``cache_data`` would pickle it at every use). Results
that depend on a lens are kept by lens; all keys are small and hashable.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline import corpus as corpora
from dateline import lens as lenses
from dateline import piles, store, work
from dateline.amend import Amendments
from dateline.checks import CheckBook
from dateline.corpus import Corpus
from dateline.corrections import Corrections
from dateline.corrections.retopic import Went, laid_over
from dateline.corrections.speakers import Fix, Speakers
from dateline.corrections.topics import Edit, TopicEdits
from dateline.counts import tally as tallies
from dateline.counts.tally import Tally
from dateline.errors import PileNotFoundError, QueryError
from dateline.lens import Lens, Marks
from dateline.marks import MarkBook
from dateline.piles import Pile
from dateline.resolve.identity.correct import Redirect, correct
from dateline.resolve.speakers import put_right
from dateline.search import Index, Matcher, matching
from dateline.store import Frames
from dateline.web import state
from dateline.web.nav import ROOT

DEMO = "demo"


def pile() -> Pile | None:
    """The present pile, None when the link names one that is not here."""
    try:
        return piles.get(state.pile())
    except PileNotFoundError:
        return None


def default_pile() -> str:
    """The pile of a visit without a link: the newest of the reader's own that can be read, else the demonstration."""
    own = [p for p in piles.piles() if p.id != DEMO and p.version]
    return max(own, key=lambda p: (p.created, p.id)).id if own else DEMO


@st.cache_resource(show_spinner=False)
def ensure_demo() -> None:
    """Make the demonstration pile once, and go on with builds that a stopped server left unfinished."""
    source = ROOT / "data"
    if DEMO not in {p.id for p in piles.piles()} and source.is_dir():
        note = "Invented places, people and outlets: to show what Dateline does."
        made = piles.create("Demonstration (fictional)", DEMO, note)
        if made.id != DEMO:  # somebody else was quicker
            shutil.rmtree(made.folder)
        else:
            work.hand_in_folder(made, source)
    for p in piles.piles():
        if work.unfinished(p):
            work.start(p)


@st.cache_resource(max_entries=3, show_spinner=False)
def _frames(pile_id: str, version: int) -> tuple[Frames, dict[str, Any]]:
    return store.read(piles.get(pile_id).frames(version))


@dataclass(frozen=True)
class Opened:
    """A corpus with readers' corrections, and where the ids went that they took away.

    ``found`` is its frame of quotations (the same rows) with the speakers that were found, ``fixes`` are the readers'
    decisions about speakers, by quote id. ``went`` says where topics went, ``waiting`` are edits of topics that the
    next version of the pile will show. ``lost`` are the numbers of corrections whose names this pile does not hold.
    """

    corpus: Corpus
    redirects: dict[str, Redirect]
    found: pd.DataFrame
    fixes: dict[str, Fix]
    went: dict[int, Went] = field(default_factory=dict)
    waiting: tuple[Edit, ...] = ()
    lost: frozenset[int] = frozenset()


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(pile_id: str, version: int, corrected: int) -> Opened:
    corrections = _corrections(pile_id)
    base = _named(pile_id, version, corrections.names_version)
    # a speaker put right changes the quotations alone: the rest of a large pile is not made anew for it
    went = {i: r.to for i, r in base.redirects.items()}
    corpus = base.corpus
    quotes, fixes = put_right(corpus.quotes, corpus.entities, Speakers(corrections.log).fixes(), went)
    return replace(base, corpus=corpus.with_quotes(quotes) if fixes else corpus, found=corpus.quotes, fixes=fixes)


@st.cache_resource(max_entries=3, show_spinner=False)
def _named(pile_id: str, version: int, corrected: int) -> Opened:
    if not version:
        return _nothing()
    frames, manifest = _frames(pile_id, version)
    made = correct(frames, _corrections(pile_id).actions())
    corpus = Corpus(made.frames, manifest, piles.get(pile_id).frames(version))
    found = Opened(corpus, made.redirects, corpus.quotes, {}, lost=frozenset(a.id for a in made.unmatched))
    # Streamlit collects garbage after every run; what is frozen is not walked through each time
    gc.collect()
    gc.freeze()
    return found


def _nothing() -> Opened:
    corpus = corpora.empty()
    return Opened(corpus, {}, corpus.quotes, {})


@st.cache_resource(max_entries=4, show_spinner=False)
def _retopiced(pile_id: str, version: int, corrected: int, edited: int) -> Opened:
    found = _opened(pile_id, version, corrected)
    edits = _topic_edits(pile_id).standing() if edited else []
    if not edits or not len(found.corpus):
        return found
    done = laid_over(found.corpus.articles, found.corpus.topics, found.corpus.leaves, edits)
    return replace(
        found, corpus=found.corpus.with_topics(done.articles, done.topics), went=done.went, waiting=done.waiting
    )


def opened() -> Opened:
    """The present version of the present pile, as corrected by readers up to now; empty where there is none."""
    here = pile()
    if here is None:
        return _nothing()
    return _retopiced(here.id, here.version, _corrections(here.id).version, _topic_edits(here.id).version)


def corpus() -> Corpus:
    """The corpus of the present pile; empty where there is none."""
    return opened().corpus


@st.cache_resource(max_entries=20, show_spinner=False)
def _corrections(pile_id: str) -> Corrections:
    return Corrections(piles.get(pile_id).corrections)


def corrections() -> Corrections | None:
    """Readers' corrections of names in the present pile."""
    here = pile()
    return _corrections(here.id) if here else None


def speakers() -> Speakers | None:
    """Readers' decisions about speakers in the present pile."""
    here = corrections()
    return Speakers(here.log) if here else None


@st.cache_resource(max_entries=20, show_spinner=False)
def _checks(pile_id: str) -> CheckBook:
    return CheckBook(piles.get(pile_id).checks)


def checks() -> CheckBook | None:
    """What readers found right or wrong in the quotations of the present pile."""
    here = pile()
    return _checks(here.id) if here else None


@st.cache_resource(max_entries=20, show_spinner=False)
def _topic_edits(pile_id: str) -> TopicEdits:
    return TopicEdits(piles.get(pile_id).topics)


def topic_edits() -> TopicEdits | None:
    """Readers' edits of the topics of the present pile."""
    here = pile()
    return _topic_edits(here.id) if here else None


def version() -> int:
    """Number of the present version of the pile."""
    here = pile()
    return here.version if here else 0


@st.cache_resource(max_entries=20, show_spinner=False)
def _book(pile_id: str) -> MarkBook:
    return MarkBook(piles.get(pile_id).marks)


def book() -> MarkBook | None:
    """Tags, stars, read and notes of the present pile."""
    here = pile()
    return _book(here.id) if here else None


@st.cache_resource(max_entries=20, show_spinner=False)
def _amendments(pile_id: str) -> Amendments:
    return Amendments(piles.get(pile_id).amendments)


def amendments() -> Amendments | None:
    """What readers put right on articles of the present pile."""
    here = pile()
    return _amendments(here.id) if here else None


@st.cache_resource(max_entries=20, show_spinner=False)
def _marks(pile_id: str, stamp: tuple[int, int]) -> Marks:
    return _book(pile_id).marks()


def marks() -> Marks:
    """All marks of the present pile."""
    found = book()
    return _marks(state.pile(), found.stamp) if found else lenses.NO_MARKS


@st.cache_resource(max_entries=256, show_spinner=False)
def _rows(
    pile_id: str, version: int, corrected: int, edited: int, lens: Lens, stamp: tuple[int, int] | None
) -> np.ndarray:
    known = _retopiced(pile_id, version, corrected, edited).corpus
    found = lenses.select(known, lens, find, _marks(pile_id, stamp) if stamp else lenses.NO_MARKS)
    found.flags.writeable = False
    return found


def rows(lens: Lens | None = None) -> np.ndarray:
    """Article rows (int32, ascending, read-only) of a lens, the present one unless given.

    A query that cannot be read finds nothing rather than everything; ``problem`` says what is wrong with it.
    """
    try:
        return _rows_of(lens or state.lens())
    except QueryError:
        return np.empty(0, np.int32)


def problem() -> str:
    """What is wrong with the words of the present lens; '' where they can be read."""
    try:
        _rows_of(state.lens())
    except QueryError as e:
        return str(e)
    return ""


def _rows_of(lens: Lens) -> np.ndarray:
    chosen = lens.with_(unit="articles", scale="count")
    here = pile()
    if here is None:
        return np.empty(0, np.int32)
    # marks change often and matter to few lenses
    stamp = _book(here.id).stamp if chosen.tag or chosen.read != "any" else None
    edited = _topic_edits(here.id).version
    return _rows(here.id, here.version, _corrections(here.id).version, edited, chosen, stamp)


@st.cache_resource(max_entries=3, show_spinner="Making the search index …")
def _index(pile_id: str, version: int) -> Index:
    # of the frames as they were written: a correction must not have the words of the whole pile indexed anew
    return Index.open(piles.get(pile_id).frames(version), _frames(pile_id, version)[0])


def index() -> Index | None:
    """The full-text index of the present pile; None where it has no version yet."""
    here = pile()
    return _index(here.id, here.version) if here and here.version else None


def find(query: str) -> np.ndarray:
    """Article rows that a full-text query finds in the present pile; raises QueryError."""
    words = index()
    return matching(corpus(), words, query) if words else np.empty(0, np.int32)


def hits(row: int, query: str = "") -> list[tuple[int, int]]:
    """Where the words of the lens, and those of ``query``, stand in an article's text, as offsets."""
    text, found = corpus().articles.text.iat[row], set()
    for words in filter(None, {state.lens().words, query}):
        try:
            found.update((h.start, h.end) for h in Matcher(words).hits(text))
        except QueryError:
            continue
    return sorted(found)


@st.cache_data(max_entries=100, show_spinner=False)
def _manifest(pile_id: str, version: int) -> dict[str, Any]:
    return store.read_manifest(piles.get(pile_id).frames(version)) if version else {}


def manifest(of: Pile) -> dict[str, Any]:
    """The manifest of a pile's present version; empty where there is none."""
    return _manifest(of.id, of.version)


@st.cache_resource(max_entries=2, show_spinner="Counting the words …")
def _counted(pile_id: str, version: int) -> Tally:
    # of the frames as they were written, as the search index: a correction has no word counted anew
    folder, (frames, _) = piles.get(pile_id).frames(version), _frames(pile_id, version)
    found = tallies.stored(folder, frames["articles"], frames["mentions"])
    if found is None:
        subprocess.run([sys.executable, "-m", tallies.__name__, str(folder)], cwd=ROOT, check=False)
        found = tallies.load(folder, frames["articles"], frames["mentions"])
    return found


@st.cache_resource(max_entries=2, show_spinner=False)
def _tally(pile_id: str, version: int, corrected: int) -> Tally:
    counted, ids = _counted(pile_id, version), _frames(pile_id, version)[0]["articles"].article_id
    here = _named(pile_id, version, corrected).corpus
    if not corrected and ids.equals(here.articles.article_id):
        return counted
    return tallies.of_corpus(counted, ids, here)


def tally() -> Tally | None:
    """How often each word and name stands in each article of the present pile; None where it has no version yet."""
    here = pile()
    return _tally(here.id, here.version, _corrections(here.id).names_version) if here and here.version else None


def forget(pile_id: str) -> None:
    """Close what is kept open of a pile that is about to be deleted."""
    for kept in (_book, _amendments, _corrections, _checks, _topic_edits):
        kept(pile_id).close()
        kept.clear(pile_id)
