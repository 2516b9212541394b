"""No bytes make a reader raise or hang: every format, truncated, mutated, under wrong names, and random bytes.

``DATELINE_EXAMPLES=2000 pytest tests/load/test_robust.py -k every`` looks longer and in other places each time.
"""

import bz2
import contextlib
import io
import lzma
import os
import random
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import RefusedError
from dateline.load import archive
from dateline.load.article import Article
from dateline.load.clean.page import clean_page
from dateline.load.clean.text import clean_text
from dateline.load.read import READERS, Item, _unpacked, mappings_of, read_item
from dateline.load.sniff import kind

from . import samples

FILES = samples.files()
FILES |= {
    "one.txt.bz2": bz2.compress(FILES["plain.txt"]),
    "one.txt.xz": lzma.compress(FILES["plain.txt"]),
    "two.zip": samples.zipped({"in.zip": FILES["pile.zip"], "table.csv": FILES["table.csv"]}),
}
NAMES = sorted(FILES)
ZIPPED = sorted(n for n, data in FILES.items() if data[:2] == b"PK")
LIMIT = 8.0
"""Seconds of the processor that no input of these tests may need, however slow the machine."""
EXAMPLES = int(os.environ.get("DATELINE_EXAMPLES", "5"))
OPTIONS = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}
if EXAMPLES < 100:
    OPTIONS["derandomize"] = True


def swallow(name: str, data: bytes) -> None:
    start = time.process_time()
    for item in _unpacked(Item(name, data=data)):
        for x in [item] if isinstance(item, RefusedError) else read_item(item):
            assert isinstance(x, Article | RefusedError)
            if isinstance(x, Article):
                x.text.encode()
                x.title.encode()
                assert Article.from_json(x.to_json()) == x
                assert all(0 <= c.position <= len(x.text) for c in x.cuts)
            else:
                assert x.reason
                str(x).encode()
    assert time.process_time() - start < LIMIT
    with contextlib.suppress(RefusedError):
        assert isinstance(mappings_of(Item(name, data=data)), list)


def damaged(data: bytes, seed: int, times: int) -> bytes:
    """Some bytes changed, taken away, put in or said again."""
    rng, out = random.Random(seed), bytearray(data)
    for _ in range(times):
        at = rng.randrange(len(out) or 1)
        how = rng.randrange(5)
        if how == 0 and out:
            out[at] = rng.randrange(256)
        elif how == 1 and out:
            out[at] ^= 1 << rng.randrange(8)
        elif how == 2:
            del out[at : at + rng.randrange(1, 30)]
        elif how == 3:
            out[at:at] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 30)))
        else:
            out[at:at] = out[at : at + rng.randrange(1, 200)] * rng.randrange(1, 9)
    return bytes(out) or b"x"


def test_every_reader_and_every_archive_is_tried():
    kinds = {kind(Item(name, data=data)) for name, data in FILES.items()}
    assert kinds >= set(READERS) | set(archive.OPENERS)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=EXAMPLES, **OPTIONS)
@given(share=st.floats(0, 1))
def test_every_file_cut_anywhere(name, share):
    swallow(name, FILES[name][: int(len(FILES[name]) * share)])


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=EXAMPLES, **OPTIONS)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 40))
def test_every_file_with_changed_bytes(name, seed, times):
    swallow(name, damaged(FILES[name], seed, times))


# what is packed is changed inside: else its check sums alone would be tried
@pytest.mark.parametrize("name", ZIPPED)
@settings(max_examples=EXAMPLES, **OPTIONS)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 20))
def test_every_part_of_packed_files_with_changed_bytes(name, seed, times):
    rng = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(FILES[name])) as z:
        parts = {n: z.read(n) for n in z.namelist()}
    for n in rng.sample(sorted(parts), min(2, len(parts))):
        parts[n] = damaged(parts[n], seed, times)
    swallow(name, samples.zipped(parts))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=EXAMPLES, **OPTIONS)
@given(data=st.sampled_from(NAMES))
def test_every_file_under_wrong_names(name, data):
    swallow(name, FILES[data])


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=EXAMPLES, **OPTIONS)
@given(keep=st.integers(0, 400), data=st.binary(max_size=2000))
def test_every_true_beginning_with_random_bytes_behind(name, keep, data):
    swallow(name, FILES[name][:keep] + data)


@settings(max_examples=12 * EXAMPLES, **OPTIONS)
@given(st.text(max_size=3000))
def test_every_text_can_be_cleaned(text):
    clean_text(text)
    clean_page(f"<html><body>{text}</body></html>")


# what makes regular expressions, recursion and quadratic loops slow
@pytest.mark.parametrize(
    "text",
    [
        "a" * 400_000,
        " ." * 100_000,
        "\n" * 300_000 + "x",
        "x\n" * 60_000,
        "A. " * 80_000,
        "(" * 60_000 + ")" * 60_000,
        "1/" * 80_000,
        "By " * 80_000,
        "[a](" * 30_000,
        "**a" * 60_000,
        '"' * 120_000,
        "a,\n" * 50_000,
        "http://" * 50_000,
        "|" * 500_000,
        "Document ABC" * 30_000,
        "---\na: b\n" * 15_000,
        "1 of 2 DOCUMENTS\n" * 20_000,
        "January " * 40_000,
        "{" * 80_000,
        "<" * 80_000,
        "<div>" * 50_000,
        "<a href=''>x</a> " * 15_000,
        "<p>" + "<b>" * 30_000 + "x",
        "From a\n" * 25_000,
        "title,text\n" + '"' + "x\n" * 50_000,
    ],
    ids=lambda t: repr(t[:12]),
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv"])
def test_long_monotonous_input_takes_no_long_time(name, text):
    swallow(name, text.encode())


# pages on which a step that looks at elements around elements would take quadratic time
@pytest.mark.parametrize(
    "markup",
    [
        "<div class='author'>" * 1900 + "x" * 1000 + "</div>" * 1900,
        "<div>" * 1000 + "<aside><time>x</time></aside>" * 10_000,
        "<div hidden>" * 1900 + "<p>A sentence of some words stands here today.</p>" * 500,
        "<script type='application/ld+json'>" + '{"@graph":[' * 5000 + "</script>",
        "<table><tr><td>" * 600 + "A sentence of some words stands here today.",
        "<p>" + "<a href='/x'>link</a> " * 20_000,
    ],
    ids=["bylines", "times", "hidden", "ld+json", "tables", "links"],
)
def test_pages_made_to_be_slow(markup):
    swallow("a.html", f"<html><body>{markup}</body></html>".encode())
