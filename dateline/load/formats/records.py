"""JSON Lines and JSON: a record an article.

Keys as in the data contract (id, title, text, published, source, author, url; only text is required) or in other common
spellings (``columns.NAMES``); nested keys count by their last part. A bad line or element costs itself only.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO, Any

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.columns import Mapping, by_name
from dateline.load.decode import encoding_of, whole
from dateline.load.source import HEAD, Item, Raw, Raws

_SPACE = " \t\r\n\ufeff"
_CHUNK = 1 << 20
_LINE_LIMIT = 4 * settings.ARTICLE_LIMIT
_MARKUP = ("</p>", "<br", "</div>", "<p>", "</a>", "<p ")


def read_lines(item: Item, mapping: Mapping | None = None) -> Raws:
    """One JSON object a line. Blank lines are skipped; a line that is no object is refused with its number."""
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
            yield one(item.name, record, place, mapping)


def read_json(item: Item, mapping: Mapping | None = None) -> Raws:
    """A JSON list of objects, or an object that is an article or holds a list of them at any depth."""
    if item.head.lstrip(b" \t\r\n\xef\xbb\xbf")[:1] == b"[":
        yield from _array(item, mapping)
        return
    try:
        data = json.loads(_decoded(item))
    except (ValueError, RecursionError) as e:
        yield RefusedError(item.name, f"not JSON ({_why(e)})", "export it again, or save it as JSON Lines")
        return
    rows = _longest(data)
    if rows is None:
        yield one(item.name, data, "", mapping)
        return
    for n, row in enumerate(rows, 1):
        yield one(item.name, row, f"item {n}", mapping)


def _array(item: Item, mapping: Mapping | None) -> Raws:
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
            yield one(item.name, record, f"item {n}", mapping)
    if cut and ended:
        yield RefusedError(item.name, "the list is not closed: the file is cut short", "export the file again", "end")


def one(name: str, record: Any, place: str, mapping: Mapping | None = None) -> Raw | RefusedError:
    """The article that a record holds, or why it holds none."""
    if not isinstance(record, dict):
        return RefusedError(
            name, f"a JSON {_kind(record)}, not an object", 'write it as {"text": "…", "title": "…"}', place
        )
    flat = record if mapping is None and isinstance(record.get("text"), str) else _flat(record)
    fields = mapping.fields if mapping else by_name([k for k, v in flat.items() if v not in (None, "", [], {})])
    if "text" not in fields and any(k in flat for k in ("text", "body", "content")):
        # an empty text is still an article
        fields = fields | {"text": next(k for k in ("text", "body", "content") if k in flat)}
    if "text" not in fields:
        keys = ", ".join(list(flat)[:12]) or "none"
        return RefusedError(name, f"no key holds the text (keys: {keys})", "name the key of the text 'text'", place)
    text = flat.get(fields["text"])
    if isinstance(text, list) and all(isinstance(t, str) for t in text):
        text = "\n\n".join(text)
    if text is None:
        text = ""
    if not isinstance(text, str):
        return RefusedError(name, f"{fields['text']} is a JSON {_kind(text)}, not a string", "give the text", place)
    get = {f: flat.get(c) for f, c in fields.items() if f != "text"}
    html = sum(text.count(m) for m in _MARKUP) >= 2 and text.lstrip()[:1] == "<"
    return Raw(
        whole(text), place, html, "record",
        given_id=_plain(get.get("id")), title=_plain(get.get("title")), published=_date(get.get("published")),
        source=_plain(get.get("source")), author=_plain(get.get("author")), url=_plain(get.get("url")),
        language=_plain(get.get("language")), dayfirst=mapping.dayfirst if mapping else None,
    )  # fmt: skip


def _plain(value: Any) -> str:
    """A field as text: lists of names joined, objects by their name."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    if isinstance(value, dict):
        return next((_plain(value[k]) for k in ("name", "title", "full_name", "value", "id") if value.get(k)), "")
    return whole(str(value)).strip()


def _date(value: Any) -> Any:
    if isinstance(value, dict):
        value = value.get("$date", value.get("value"))
    if isinstance(value, dict):
        value = value.get("$numberLong")
    return value if isinstance(value, str | int | float) else None


def _flat(record: dict, prefix: str = "", depth: int = 0) -> dict[str, Any]:
    """Nested objects as dotted keys, two levels deep; an object with a name stays whole."""
    out: dict[str, Any] = {}
    for k, v in record.items():
        if isinstance(v, dict) and depth < 2 and not {"name", "$date", "$oid"} & set(v):
            out |= _flat(v, f"{prefix}{k}.", depth + 1)
        else:
            out[f"{prefix}{k}"] = v
    return out


def _longest(data: Any) -> list | None:
    """The longest list of objects inside an object, up to four levels deep; None where it is itself a record."""
    best: list | None = None
    level = [data] if isinstance(data, dict) else []
    for _ in range(4):
        below: list[Any] = []
        for d in level:
            for v in d.values():
                if isinstance(v, list) and v and isinstance(v[0], dict):
                    if "text" in by_name(list(_flat(v[0]))) and len(v) > len(best or ()):
                        best = v
                elif isinstance(v, dict):
                    below.append(v)
        level = below
    own = by_name(list(data)) if isinstance(data, dict) else {}
    return None if isinstance(data.get(own.get("text", "")), str) else best if isinstance(data, dict) else None


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
