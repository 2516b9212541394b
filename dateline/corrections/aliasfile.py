"""The alias file: corrections as plain CSV, to be read, edited in a spreadsheet, taken along and loaded elsewhere.

One row a correction and thing, columns in this order:

    action        merge, split, rename, retype, hide or apart
    name          the thing as it is called
    label         PERSON ORG GPE LOC NORP FAC EVENT WORK_OF_ART LAW PRODUCT; '' for any
    to            merge: the thing it becomes part of; split: the name of what is split off; rename: the new name;
                  retype: the new label; apart: the other thing
    to_label      label of ``to`` (merge, split, apart); '' for the same
    only_names    split: the names that are split off, joined by '; '
    only_articles split: the ids of the articles in which, joined by '; '
    id, to_id     the ids the two had where the file was written; may be left out or empty

UTF-8, comma, a header row; columns may stand in any order and further ones are ignored. A file that a spreadsheet saved
with semicolons or tabs is read too. A cell that a spreadsheet would take for a formula has an apostrophe before it,
which is taken off again.
"""

from __future__ import annotations

import csv
import io
from dataclasses import asdict

from dateline.corrections import KINDS, Action, Corrections, Thing
from dateline.errors import InputError
from dateline.schema import LABELS

COLUMNS = ("action", "name", "label", "to", "to_label", "only_names", "only_articles", "id", "to_id")
_JOIN = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NEEDS_TO = ("merge", "split", "rename", "retype", "apart")


def export(actions: list[Action]) -> str:
    """The alias file of the corrections that hold, as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for a in actions:
        things = a.things[:1] if a.kind == "apart" else a.things
        to = a.things[1] if a.kind == "apart" else a.to
        for t in things:
            cells = [a.kind, t.name, t.label, to.name if to else a.value, to.label if to else "", _JOIN.join(a.names),
                     _JOIN.join(a.articles), t.id, to.id if to else ""]  # fmt: skip
            writer.writerow(["'" + c if c.startswith(_FORMULA) else c for c in cells])
    return out.getvalue()


def load(text: str, corrections: Corrections, by: str = "") -> tuple[int, list[str]]:
    """Append the corrections of an alias file; returns how many, and a sentence for every row that cannot be used.

    Rows that are there already (the file loaded twice) are passed over. Raises InputError where the text is no alias
    file.
    """
    text = text.lstrip("\ufeff")
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    header = [h.strip().lower() for h in reader.fieldnames or ()]
    missing = [c for c in ("action", "name") if c not in header]
    if missing:
        raise InputError(f"the alias file has no column {' and no column '.join(missing)}: its first row must name the "
                         f"columns {', '.join(COLUMNS[:5])}")  # fmt: skip
    there = {
        _signature(a.kind, t, a) for a in corrections.actions() for t in a.things[: 1 if a.kind == "apart" else None]
    }
    entries: list[tuple[str, dict]] = []
    problems: list[str] = []
    for n, row in enumerate(reader, 2):
        cells = {(k or "").strip().lower(): _bare(v) if isinstance(v, str) else "" for k, v in row.items()}
        if not any(cells.values()):
            continue
        try:
            action = _read(cells)
        except InputError as e:
            problems.append(f"row {n}: {e}")
            continue
        mark = _signature(action.kind, action.things[0], action)
        if mark not in there:
            there.add(mark)
            entries.append((action.kind, _data(action)))
    if entries:
        corrections.log.add_all(entries, by)
    return len(entries), problems


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, else what spreadsheets write in Western Europe."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _bare(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _read(cells: dict[str, str]) -> Action:
    kind = cells["action"].lower()
    if kind not in KINDS:
        raise InputError(f"{cells['action']!r} is no action: use one of {', '.join(KINDS)}")
    if not cells["name"]:
        raise InputError("the name is empty: write what the thing is called")
    label, to_label = cells.get("label", "").upper(), cells.get("to_label", "").upper()
    for value in (label, to_label):
        if value and value not in LABELS:
            raise InputError(f"{value!r} is no kind of name: use one of {', '.join(LABELS)}")
    to = cells.get("to", "")
    if kind in _NEEDS_TO and not to:
        raise InputError(f"{kind} needs a value in the column to")
    thing = Thing(cells.get("id", ""), cells["name"], label)
    other = Thing(cells.get("to_id", ""), to, to_label or label)
    if kind == "retype" and to.upper() not in LABELS:
        raise InputError(f"{to!r} is no kind of name: use one of {', '.join(LABELS)}")
    names, articles = _list(cells.get("only_names", "")), _list(cells.get("only_articles", ""))
    if kind == "split" and not names and not articles:
        raise InputError("split needs names in only_names or article ids in only_articles")
    if kind == "merge":
        return Action(0, kind, (thing,), other)
    if kind == "split":
        return Action(0, kind, (thing,), other, "", names, articles)
    if kind == "apart":
        return Action(0, kind, (thing, other))
    return Action(0, kind, (thing,), None, to.upper() if kind == "retype" else to if kind == "rename" else "")


def _list(cell: str) -> tuple[str, ...]:
    return tuple(x.strip() for x in cell.split(";") if x.strip())


def _data(a: Action) -> dict:
    return {
        "things": [asdict(t) for t in a.things],
        "to": asdict(a.to) if a.to else None,
        "value": a.value,
        "names": list(a.names),
        "articles": list(a.articles),
    }


def _signature(kind: str, thing: Thing, a: Action) -> tuple:
    to = a.things[1] if kind == "apart" else a.to
    return (kind, thing.name, thing.label, to.name if to else a.value, a.names, a.articles)
