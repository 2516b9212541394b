"""No bytes make a reader raise or hang: every format, truncated, mutated, under wrong names, and random bytes."""

import bz2
import lzma
import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import RefusedError
from dateline.load import archive
from dateline.load.article import Article
from dateline.load.clean.page import clean_page
from dateline.load.clean.text import clean_text
from dateline.load.read import READERS, Item, _unpacked, read_item
from dateline.load.sniff import kind

from . import samples

FILES = samples.files()
FILES |= {
    "one.txt.bz2": bz2.compress(FILES["plain.txt"]),
    "one.txt.xz": lzma.compress(FILES["plain.txt"]),
}
NAMES = sorted(FILES)
LIMIT = 20.0
"""Seconds that no input of a few kilobytes may need, however slow the machine."""


def swallow(name: str, data: bytes) -> None:
    start = time.process_time()
    for item in _unpacked(Item(name, data=data)):
        for x in [item] if isinstance(item, RefusedError) else read_item(item):
            assert isinstance(x, Article | RefusedError)
            if isinstance(x, Article):
                x.text.encode()
                assert Article.from_json(x.to_json()) == x
                assert all(0 <= c.position <= len(x.text) for c in x.cuts)
            else:
                assert x.reason
    assert time.process_time() - start < LIMIT


def test_every_reader_and_every_archive_is_tried():
    kinds = {kind(Item(name, data=data)) for name, data in FILES.items()}
    assert kinds >= set(READERS) | set(archive.OPENERS)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.floats(0, 1))
def test_files_cut_anywhere(name, share):
    swallow(name, FILES[name][: int(len(FILES[name]) * share)])


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.integers(0, 2**32), st.integers(1, 40))
def test_files_with_changed_bytes(name, seed, times):
    rng = random.Random(seed)
    data = bytearray(FILES[name])
    for _ in range(times):
        at = rng.randrange(len(data))
        how = rng.random()
        if how < 0.5:
            data[at] = rng.randrange(256)
        elif how < 0.75:
            del data[at : at + rng.randrange(1, 30)]
        else:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 30)))
        data = data or bytearray(b"x")
    swallow(name, bytes(data))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_files_under_wrong_names(name, data):
    swallow(name, FILES[data])


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.integers(0, 12), st.binary(max_size=2000))
def test_random_bytes_behind_true_beginnings(name, keep, data):
    swallow(name, FILES[name][:keep] + data)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=3000))
def test_any_text_can_be_cleaned(text):
    clean_text(text)
    clean_page(f"<html><body>{text}</body></html>")


# what makes regular expressions, recursion and quadratic loops slow
@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_500_000,
        " ." * 400_000,
        "\n" * 1_000_000 + "x",
        "x\n" * 300_000,
        "A. " * 300_000,
        "(" * 200_000 + ")" * 200_000,
        "1/" * 300_000,
        "By " * 300_000,
        "[a](" * 100_000,
        "**a" * 200_000,
        '"' * 500_000,
        "a,\n" * 200_000,
        "http://" * 200_000,
        "|" * 500_000,
        "Document ABC" * 100_000,
        "---\na: b\n" * 60_000,
        "1 of 2 DOCUMENTS\n" * 20_000,
        "January " * 100_000,
        "{" * 300_000,
        "<" * 300_000,
        "<div>" * 50_000,
        "<a href=''>x</a> " * 60_000,
        "<p>" + "<b>" * 30_000 + "x",
        "From a\n" * 100_000,
        "title,text\n" + '"' + "x\n" * 200_000,
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
        "<div>" * 1000 + "<aside><time>x</time></aside>" * 30_000,
        "<div hidden>" * 1900 + "<p>A sentence of some words stands here today.</p>" * 500,
        "<script type='application/ld+json'>" + '{"@graph":[' * 5000 + "</script>",
        "<table><tr><td>" * 600 + "A sentence of some words stands here today.",
        "<p>" + "<a href='/x'>link</a> " * 100_000,
    ],
    ids=["bylines", "times", "hidden", "ld+json", "tables", "links"],
)
def test_pages_made_to_be_slow(markup):
    swallow("a.html", f"<html><body>{markup}</body></html>".encode())
