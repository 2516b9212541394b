"""JSON Lines and JSON: a record an article.

Keys as in the data contract (id, title, text, published, source, author, url; only text is required) or in other common
spellings (``columns.NAMES``); nested keys count by their last part. A bad line or element costs itself only.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import IO, Any, NamedTuple

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.columns import Choose, Mapping, by_name, guess, left_out, summarises
from dateline.load.decode import encoding_of, whole
from dateline.load.formats.nested import KEYS, articles_in, cell, flattened, plain
from dateline.load.sniff import kind
from dateline.load.source import HEAD, Item, Raw, Raws

_SPACE = " \t\r\n\ufeff"
_CHUNK = 1 << 20
_LINE_LIMIT = 4 * settings.ARTICLE_LIMIT
_SAMPLE, _SAMPLE_CHARACTERS = 200, 300_000
"""Records that keys are told from, and characters of them."""
_CUT_OFF = re.compile(r"\[\+\d+ chars\]\s*$")
_BEGINNING = "only the beginning that the service gives"
_SUMMARY = "only the summary that the record gives"
_MARKUP = ("</p>", "<br", "</div>", "<p>", "</a>", "<p ")


class _Record(NamedTuple):
    """A value of the file, where it stands, and how many characters it takes."""

    place: str
    record: Any
    size: int


_Found = _Record | RefusedError


def read_lines(item: Item, columns: Choose | None = None) -> Raws:
    """One JSON object a line. Blank lines are skipped; a line that is no object is refused with its number."""
    yield from _articles(item.name, _each_line(item), columns)


def read_json(item: Item, columns: Choose | None = None) -> Raws:
    """A JSON list of objects, or an object that is an article or holds a list of them at any depth."""
    yield from _articles(item.name, _each_element(item), columns)


def mapping_of(item: Item) -> list[Mapping]:
    """The guess for the keys of the first records, for a page that shows it; empty where there are none."""
    records = _each_line(item) if kind(item) == "jsonl" else _each_element(item)
    _, keys, rows = _sampled(records)
    return [guess(keys, rows)] if keys else []


def _articles(name: str, records: Iterator[_Found], choose: Choose | None) -> Raws:
    """The articles of records. What readers chose comes first, then the names of the keys, then what they hold."""
    first, keys, rows = _sampled(records)
    chosen = choose(keys) if choose and keys else None
    if chosen is not None and chosen.skip:
        yield left_out(name)
        return
    if chosen is None:
        guessed = guess(keys, rows)
        if "text" not in guessed.fields and len(rows) > 1:
            # said once, not for each of many thousand records
            yield _without_text(name, keys, "")
            return
        # where names tell, they are looked at in each record: records of one file may differ
        mapping = replace(guessed, fields={} if "text" in by_name(keys) else guessed.fields)
    else:
        mapping = chosen.settled(keys, rows)
    for found in chain(first, records):
        yield found if isinstance(found, RefusedError) else one(name, found.record, found.place, mapping)


def _sampled(records: Iterator[_Found]) -> tuple[list[_Found], list[str], list[list[str]]]:
    """The first records, taken from the iterator, all their keys in order, and their values as cells."""
    first: list[_Found] = []
    size = 0
    for found in records:
        first.append(found)
        size += 0 if isinstance(found, RefusedError) else found.size
        if size > _SAMPLE_CHARACTERS or len(first) >= _SAMPLE:
            break
    # the record that passes the limit is not looked at: a page that sees the beginning of a file may not have it whole
    seen = first[:-1] if size > _SAMPLE_CHARACTERS and len(first) > 1 else first
    flat = [flattened(f.record) for f in seen if isinstance(f, _Record) and isinstance(f.record, dict)]
    keys = list(dict.fromkeys(k for r in flat for k in r))[:KEYS]
    return first, keys, [[cell(r.get(k)) for k in keys] for r in flat]


def _each_line(item: Item) -> Iterator[_Found]:
    with item.open() as f:
        for n, line in enumerate(_lines(_text(item, f)), 1):
            if not line.strip(_SPACE):
                continue
            place = f"line {n}"
            if len(line) > _LINE_LIMIT:
                yield RefusedError(item.name, f"longer than {_LINE_LIMIT:,} characters", "split the article", place)
                continue
            try:
                record = json.loads(line.strip(_SPACE))
            except (ValueError, RecursionError) as e:
                yield RefusedError(item.name, f"not JSON ({_why(e)})", "correct or remove the line", place)
                continue
            yield _Record(place, record, len(line))


def _each_element(item: Item) -> Iterator[_Found]:
    if item.head.lstrip(b" \t\r\n\xef\xbb\xbf")[:1] == b"[":
        yield from _array(item)
        return
    try:
        data = json.loads(_decoded(item))
    except (ValueError, RecursionError) as e:
        yield RefusedError(item.name, f"not JSON ({_why(e)})", "export it again, or save it as JSON Lines")
        return
    rows = articles_in(data)
    if rows is None:
        yield _Record("", data, 0)
        return
    for n, row in enumerate(rows, 1):
        yield _Record(f"item {n}", row, 0)


def _array(item: Item) -> Iterator[_Found]:
    """The elements of a top-level list, read piece by piece so that a large file needs little memory."""
    decoder, buffer, n, ended, cut = json.JSONDecoder(), "", 0, False, False
    with item.open() as f:
        stream = _text(item, f)
        buffer = stream.read(_CHUNK).lstrip(_SPACE)[1:]
        while True:
            buffer = buffer.lstrip(_SPACE + ",")
            if buffer.startswith("]"):
                break
            try:
                record, end = decoder.raw_decode(buffer)
            except (ValueError, RecursionError) as e:
                more = stream.read(max(_CHUNK, len(buffer))) if len(buffer) <= _LINE_LIMIT else ""
                if more:
                    buffer += more
                    continue
                ended = ended or not buffer.strip(_SPACE)
                if not ended:
                    n += 1
                    yield RefusedError(
                        item.name, f"not JSON from here on ({_why(e)})", "export the file again", f"item {n}"
                    )
                cut = True
                break
            n += 1
            buffer = buffer[end:]
            yield _Record(f"item {n}", record, end)
    if cut and ended:
        yield RefusedError(item.name, "the list is not closed: the file is cut short", "export the file again", "end")


def one(name: str, record: Any, place: str, mapping: Mapping | None = None) -> Raw | RefusedError:
    """The article that a record holds, or why it holds none.

    A ``mapping`` without fields leaves them to be told by the names of the record's keys.
    """
    if not isinstance(record, dict):
        return RefusedError(
            name, f"a JSON {_kind(record)}, not an object", 'write it as {"text": "…", "title": "…"}', place
        )
    said = mapping.fields if mapping else {}
    flat = record if not said and isinstance(record.get("text"), str) else flattened(record)
    if said.get("text") in flat:
        fields = {f: c for f, c in said.items() if c in flat}
    else:
        # records of one file may differ: what is said of its keys need not hold for all
        fields = by_name([k for k, v in flat.items() if v not in (None, "", [], {})])
        if "text" not in fields and any(k in flat for k in ("text", "body", "content")):
            # an empty text is still an article
            fields = fields | {"text": next(k for k in ("text", "body", "content") if k in flat)}
    if "text" not in fields:
        return _without_text(name, list(flat), place)
    text = flat.get(fields["text"])
    if isinstance(text, list) and all(isinstance(t, str) for t in text):
        text = "\n\n".join(text)
    if text is None:
        text = ""
    if not isinstance(text, str):
        return RefusedError(name, f"{fields['text']} is a JSON {_kind(text)}, not a string", "give the text", place)
    get = {f: flat.get(c) for f, c in fields.items() if f != "text"}
    html = sum(text.count(m) for m in _MARKUP) >= 2 and text.lstrip()[:1] == "<"
    note = _BEGINNING if _CUT_OFF.search(text[-60:]) else _SUMMARY if summarises(fields["text"]) else ""
    return Raw(
        whole(text), place, html, "record",
        given_id=plain(get.get("id")), title=plain(get.get("title")), published=_date(get.get("published")),
        source=plain(get.get("source")), author=plain(get.get("author")), url=plain(get.get("url")),
        language=plain(get.get("language")), dayfirst=mapping.dayfirst if mapping else None, note=note,
    )  # fmt: skip


def _without_text(name: str, keys: list[str], place: str) -> RefusedError:
    listed = ", ".join(keys[:12]) or "none"
    cure = "drop the file on the Load page and say which key is the text, or name that key 'text'"
    return RefusedError(name, f"no key holds the text (keys: {listed})", cure, place)


def _date(value: Any) -> Any:
    if isinstance(value, dict):
        value = value.get("$date", value.get("value"))
    if isinstance(value, dict):
        value = value.get("$numberLong")
    return value if isinstance(value, str | int | float) else None


def _decoded(item: Item) -> str:
    data = item.bytes()
    name, skip = encoding_of(data)
    return data[skip:].decode(name, "dateline_western" if name == "utf-8" else "replace")


def _text(item: Item, f: IO[bytes]) -> io.TextIOWrapper:
    name, skip = encoding_of(item.head[:HEAD])
    f.seek(skip)
    return io.TextIOWrapper(f, name, "dateline_western" if name == "utf-8" else "replace", newline="\n")


def _lines(stream: io.TextIOWrapper) -> Iterator[str]:
    """Lines, each cut where it passes the limit: a line without end must not fill the memory."""
    while line := stream.readline(_LINE_LIMIT + 1):
        yield line
        while len(line) > _LINE_LIMIT and not line.endswith("\n"):
            line = stream.readline(_LINE_LIMIT + 1)


def _kind(value: Any) -> str:
    names = {list: "list", dict: "object", str: "string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "number")


def _why(e: Exception) -> str:
    return "nested too deeply" if isinstance(e, RecursionError) else str(e)[:80]
