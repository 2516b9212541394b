"""The state of a view: pile, lens and page keys. The only module that touches session_state and the address bar.

The truth is kept here, widgets only show it: before a widget is drawn its value is set from the truth (``bound``,
``lens_bound``), and a change comes back through a callback. The address bar follows the truth; when it was changed
from outside (a link, Back, Forward) the truth follows it. It is not rewritten when it only said the same in other
words: that would catch the reader's Back button in a loop.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dateline.lens import Lens, Params
from dateline.web.keys import PAGE_KEYS, SHARED, pages_with, read_keys, write_keys


def begin(page: str, default_pile: str) -> None:
    """Take over the address bar or write it; call once a run, before anything is drawn."""
    s = st.session_state
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    first = "_lens" not in s
    moved = not first and page != s["_page"]
    if first:
        s["_keys"], s["_goto"], s["_pile"] = {}, None, default_pile
        s["_lens"], s["_notices"], s["_version"] = Lens(), [], ""
    s["_page"], s["_ghost"] = page, None
    if moved and (page, params) == s.get("_left"):
        s["_lens"] = Lens.from_params(params)[0]
        s["_ghost"] = s["_told"] = want(default_pile)
    elif first or (moved and params) or (not moved and params != s["_seen"]):
        _take(page, params, default_pile)
        s["_told"] = want(default_pile)
    elif moved:
        s["_notices"], s["_told"] = [], None
    wanted = want(default_pile)
    if wanted not in (s["_told"], params):
        st.query_params.from_dict(wanted)
        params = wanted
    s["_seen"], s["_told"] = params, wanted


def _take(page: str, params: Mapping[str, list[str]], default_pile: str) -> None:
    s = st.session_state
    s["_lens"], problems = Lens.from_params(params)
    s["_keys"][page], more = read_keys(page, params)
    for name in SHARED:
        if name in s["_keys"][page]:
            _set(page, name, s["_keys"][page][name])
    s["_pile"] = (params.get("pile") or [default_pile])[-1][:80]
    s["_version"] = (params.get("v") or [""])[-1][:20]
    s["_notices"], s["_redirected"] = problems + more, []


def want(default_pile: str) -> Params:
    """What the address bar should say. The bare view of the default pile has no parameters at all."""
    s = st.session_state
    page = s["_page"]
    out = lens().to_params() | write_keys(page, s["_keys"].get(page, {}))
    return {"pile": [pile()], **out} if out or pile() != default_pile else {}


def link(page: str, lens_: Lens | None = None, /, **keys: Any) -> Params:
    """The query parameters of a page under a lens (the present one), with page keys; for links and jumps."""
    kept = st.session_state["_keys"].get(page, {})
    if keys:
        kept = {name: value for name, value in kept.items() if name in SHARED}
    return {"pile": [pile()], **(lens_ or lens()).to_params(), **write_keys(page, kept | keys)}


# -- reading ----------------------------------------------------------------------------------------------------------


def lens() -> Lens:
    """The present lens."""
    return st.session_state["_lens"]


def pile() -> str:
    """Id of the present pile."""
    return st.session_state["_pile"]


def page() -> str:
    """Name of the present page."""
    return st.session_state["_page"]


def get(name: str) -> Any:
    """A key of the present page."""
    key = _key(name)
    return st.session_state["_keys"].get(page(), {}).get(name, key.default)


def redirect(where: Mapping[str, Any], topics: Mapping[int, Any] | None = None) -> None:
    """Follow names that readers merged (old id → Redirect), and topics (number → Went), in the lens and the keys of the
    page, and say so."""
    s = st.session_state
    found: list[str] = []

    def follow(ids: tuple[str, ...]) -> tuple[str, ...]:
        found.extend(where[i].sentence for i in ids if i in where)
        return tuple(dict.fromkeys(where[i].to or i if i in where else i for i in ids))

    here, keys = s["_lens"], s["_keys"].get(page(), {})
    s["_lens"] = here.with_(entity=follow(here.entity), speaker=follow(here.speaker))
    for name in ("lane", "id", "who"):
        value = keys.get(name)
        if isinstance(value, tuple):
            keys[name] = follow(value)
        elif value in where:
            keys[name] = follow((value,))[0]
    went = {t: w for t, w in (topics or {}).items() if t in s["_lens"].topic}
    if went:
        now = [x for t in s["_lens"].topic for x in (went[t].to if t in went else (t,))]
        # a filter whose topic was excluded stays, and shows nothing: it must not widen the view
        s["_lens"] = s["_lens"].with_(topic=tuple(dict.fromkeys(now)) or s["_lens"].topic)
        found += [w.sentence for w in went.values()]
    s["_redirected"] = list(dict.fromkeys([*s.get("_redirected", []), *found]))


def redirected() -> list[str]:
    """Sentences about names of this view that readers merged or hid."""
    return st.session_state.get("_redirected", [])


def notices() -> list[str]:
    """Sentences about what the link said and could not be applied."""
    return st.session_state["_notices"]


def link_version() -> tuple[int, int] | None:
    """(version of the pile, articles shown) when the link was copied, None when the link does not say."""
    parts = st.session_state["_version"].split(".")
    return (int(parts[0]), int(parts[1])) if len(parts) == 2 and all(p.isdigit() for p in parts) else None


# -- changing (in callbacks) ------------------------------------------------------------------------------------------


def change(lens_: Lens | None = None, **keys: Any) -> None:
    """Change the lens or keys of the present page; for callbacks, which run before anything is drawn."""
    s = st.session_state
    if lens_ is not None:
        s["_lens"] = lens_
    for name, value in keys.items():
        _set(page(), _key(name).name, value)
    s["_notices"], s["_version"], s["_redirected"] = [], "", []


def jump(to: str, lens_: Lens | None = None, /, **keys: Any) -> None:
    """Go to another page, with keys of that page and perhaps another lens; for callbacks."""
    st.session_state["_goto"] = (to, link(to, lens_, **keys))


def pending() -> tuple[str, Params] | None:
    """The jump that a callback asked for, once."""
    s = st.session_state
    goto, s["_goto"] = s.get("_goto"), None
    if goto:
        s["_left"] = (page(), goto[1])
    return goto


def ghost() -> Params | None:
    """What the address bar should say where Back led to the trace of a jump, None where it did not.

    A jump to another page leaves two entries in the browser's history: Streamlit gives the page that is left the
    parameters of the other one first. Back then finds the page as it was left, and the address is put right.
    """
    return st.session_state["_ghost"]


def open_pile(id_: str) -> None:
    """Show another pile with a fresh lens; for callbacks."""
    s = st.session_state
    s["_pile"], s["_lens"] = id_, lens().cleared()
    s["_keys"], s["_notices"], s["_version"] = {}, [], ""


# -- widgets ----------------------------------------------------------------------------------------------------------


def bound(name: str, on_change: Callable[[], None] | None = None) -> dict[str, Any]:
    """``key`` and ``on_change`` for a widget of a page key: ``st.segmented_control("Kind", …, **bound("kind"))``."""
    widget = f"{page()}.{name}"
    value = get(name)
    value = list(value) if isinstance(value, tuple) else value

    def changed() -> None:
        new = st.session_state.get(widget)
        change(**{name: tuple(new) if isinstance(new, list) else _key(name).default if new is None else new})
        if on_change:
            on_change()

    return seeded(widget, value, changed)


def lens_bound(
    widget: str, value: Any, update: Callable[[Lens, Any], Lens], on_change: Callable[[], None] | None = None
) -> dict[str, Any]:
    """``key`` and ``on_change`` for a widget that shows a part of the lens; ``update`` makes a lens of its value."""

    def changed() -> None:
        change(update(lens(), st.session_state.get(f"lens.{widget}")))
        if on_change:
            on_change()

    return seeded(f"lens.{widget}", value, changed)


def seeded(widget: str, value: Any, changed: Callable[[], None]) -> dict[str, Any]:
    """Set a widget's value before it is drawn; returns its ``key`` and ``on_change``."""
    if st.session_state.get(widget, _NOTHING) != value:
        st.session_state[widget] = value
    return {"key": widget, "on_change": changed}


def value_of(widget: str, default: Any = None) -> Any:
    """What a widget, a chart or a table reported; for callbacks."""
    return st.session_state.get(widget, default)


def remember(name: str, value: Any) -> None:
    """Keep something for this visitor only, outside the address bar (an undo list, a form's draft)."""
    st.session_state[f"kept.{name}"] = value


def recall(name: str, default: Any = None) -> Any:
    """What ``remember`` kept."""
    return st.session_state.get(f"kept.{name}", default)


_NOTHING = object()


def _set(page_: str, name: str, value: Any) -> None:
    for p in pages_with(name, page_):
        st.session_state["_keys"].setdefault(p, {})[name] = value


def _key(name: str) -> Any:
    for key in PAGE_KEYS.get(page(), ()):
        if key.name == name:
            return key
    raise KeyError(f"the page {page()!r} has no key {name!r}: add it to web/keys.py")
