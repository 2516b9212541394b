"""Inputs in, articles out: every file is told by its content, read by its reader, cleaned, yielded when ready."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module

from dateline import settings
from dateline.errors import InputError, RefusedError
from dateline.load import archive
from dateline.load.article import Article
from dateline.load.columns import Choose, Mapping
from dateline.load.finish import finish
from dateline.load.sniff import kind
from dateline.load.source import Item, Raws, Source

__all__ = ["READERS", "Source", "mappings_of", "read", "read_item", "read_pasted"]

# kind → module and function: a format's library is imported when a file of that format comes
READERS: dict[str, tuple[str, str]] = {
    "text": ("word", "read_plain"),
    "html": ("page", "read_page"),
    "mhtml": ("mail", "read_mhtml"),
    "jsonl": ("records", "read_lines"),
    "json": ("records", "read_json"),
    "table": ("table", "read_table"),
    "sheet": ("sheet", "read_sheet"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("word", "read_docx"),
    "odt": ("word", "read_odt"),
    "rtf": ("word", "read_rtf"),
    "mail": ("mail", "read_mail"),
    "mbox": ("mail", "read_mbox"),
    "feed": ("feed", "read_feed"),
    "warc": ("warc", "read_warc"),
}
_MAPPED = ("table", "sheet", "jsonl", "json")
_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xls", ".xlsm", ".ods", ".json", ".jsonl", ".ndjson")
_CURES = {
    "doc": ("an old Word file (.doc)", "open it in Word or LibreOffice and save it as .docx"),
    "rar": ("a RAR archive", "unpack it and load the folder"),
    "7z": ("a 7-Zip archive", "unpack it and load the folder"),
    "xml": ("XML of a kind that is not known", "export it as CSV, JSON or HTML"),
}


def read(
    sources: Iterable[Source], clean: bool = True, columns: Choose | None = None
) -> Iterator[Article | RefusedError]:
    """Articles as they are read; what cannot be used comes as a RefusedError, not raised. Streams.

    ``columns`` is asked which column of a table is what, wherever a table comes, in an archive too; where it does not
    know, that is guessed (``dateline.load.columns``). Bad input never raises.
    """
    for source in sources:
        for item in _items(source):
            if isinstance(item, RefusedError):
                yield item
            else:
                yield from read_item(item, clean, columns)


def read_item(item: Item, clean: bool = True, columns: Choose | None = None) -> Iterator[Article | RefusedError]:
    """The articles of one file that is not an archive."""
    for raw in _guarded(item, columns):
        if isinstance(raw, RefusedError):
            yield raw
            continue
        try:
            yield finish(raw, item, clean)
        except RefusedError as e:
            yield e
        except Exception as e:  # one bad article must not stop the rest, whatever library fails on it
            yield _broken(item, e, raw.place)


def read_pasted(text: str, clean: bool = True) -> Iterator[Article | RefusedError]:
    """The articles in text that was pasted: one, or several where it is an export of a news database."""
    yield from read_item(Item("pasted text", data=text.encode("utf-8", "replace")), clean)


def mappings_of(item: Item) -> list[Mapping]:
    """The guess for a table, each sheet of a workbook, the records of a JSON file, and all of these in a zip archive.

    For a page that shows them and lets them be changed; empty for other files.

    The first megabyte of a table or of JSON Lines is enough; a workbook, an archive and JSON are needed whole.
    """
    what = kind(item)
    if what in _MAPPED:
        return import_module(f"dateline.load.formats.{READERS[what][0]}").mapping_of(item)
    if what != "zip" or item.depth:
        return []
    found = []
    for inner in archive.open_zip(item, only=_TABLES):
        if isinstance(inner, Item):
            name = inner.name.removeprefix(f"{item.name}/")
            found += [replace(m, place=" ".join(filter(None, (name, m.place)))) for m in _quietly(inner)]
    return found


def _quietly(item: Item) -> list[Mapping]:
    try:
        return mappings_of(item)
    except Exception:  # loading refuses it, with reason and cure
        return []


def _items(source: Source) -> Iterator[Item | RefusedError]:
    try:
        if source.path.is_dir():
            opened: Iterator[Item | RefusedError] = archive.open_folder(source.path, source.name)
        else:
            # a name with a slash is that of a file in a folder
            if archive.hidden(source.name):
                return
            opened = iter([archive.about(source.name) or Item(source.name, source.path)])
        for item in opened:
            yield from [item] if isinstance(item, RefusedError) else _unpacked(item)
    except OSError as e:
        yield RefusedError(source.name, f"cannot be opened ({e.strerror or e})", "check the path and its permissions")


def _unpacked(item: Item) -> Iterator[Item | RefusedError]:
    """The item itself, or what is inside where it is an archive."""
    try:
        opener = archive.OPENERS.get(kind(item))
    except Exception as e:
        yield _broken(item, e)
        return
    if opener is None:
        yield item
    elif item.depth > settings.NESTING:
        yield RefusedError(item.name, "an archive inside an archive inside an archive", "unpack it first")
    else:
        try:
            for inner in opener(item):
                yield from [inner] if isinstance(inner, RefusedError) else _unpacked(inner)
        except Exception as e:
            yield _broken(item, e)


def _guarded(item: Item, columns: Choose | None) -> Raws:
    """What the reader of a format yields, and a refusal in place of whatever it raises."""
    try:
        what = kind(item)
        if what == "empty":
            yield RefusedError(item.name, "the file is empty", "check that it was copied whole")
        elif what.startswith("foreign:"):
            yield _foreign(item, what.removeprefix("foreign:"))
        elif what in _CURES:
            yield RefusedError(item.name, *_CURES[what])
        else:
            read_format = _reader(what)
            yield from read_format(item, columns) if what in _MAPPED else read_format(item)
    except RefusedError as e:
        yield e
    except InputError as e:
        yield RefusedError(item.name, str(e))
    except Exception as e:
        yield _broken(item, e)


def _reader(what: str) -> Callable[..., Raws]:
    module, function = READERS[what]
    return getattr(import_module(f"dateline.load.formats.{module}"), function)


def _foreign(item: Item, what: str) -> RefusedError:
    what, _, cure = what.partition(": ")
    return RefusedError(item.name, f"{what}, which holds no articles", cure or "export the text of the articles")


def _broken(item: Item, e: Exception, place: str = "") -> RefusedError:
    if isinstance(e, OSError) and e.strerror:
        return RefusedError(item.name, f"cannot be opened ({e.strerror})", "check the path and its permissions", place)
    logging.getLogger(__name__).info("%s %s", item.name, place, exc_info=e)
    what = (
        "needs more memory than there is" if isinstance(e, MemoryError) else f"damaged ({type(e).__name__}: {e})"[:160]
    )
    return RefusedError(item.name, f"cannot be read: {what}", "export or copy it again", place)
