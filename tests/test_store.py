"""Frames on disk: what was written is read, and a write that is cut short leaves the old frames."""

import json

import pandas as pd
import pytest

from dateline import schema, store
from dateline.errors import StoreError

from .conftest import MANIFEST


def test_round_trip(tmp_path, frames):
    store.write(tmp_path, frames, MANIFEST)
    back, manifest = store.read(tmp_path)
    assert manifest == MANIFEST
    for name, frame in frames.items():
        schema.check(name, back[name])
        pd.testing.assert_frame_equal(back[name], frame, check_dtype=False)


@pytest.fixture
def cut_short(tmp_path, frames, monkeypatch):
    """A folder with one version in it, and a function that writes a second one and dies at a point."""
    store.write(tmp_path, frames, {**MANIFEST, "n": 1})
    newer = {**frames, "articles": frames["articles"].head(1)}

    def die_at(point):
        with monkeypatch.context() as m:
            if point == "before":  # while the new frames are being written beside the old ones
                m.setattr(pd.DataFrame, "to_parquet", lambda *a, **k: (_ for _ in ()).throw(KeyboardInterrupt))
            else:  # after the new frames are complete, in the middle of moving them into place
                real, moved = type(tmp_path).replace, []

                def replace(self, target):
                    if len(moved) == 3:
                        raise KeyboardInterrupt
                    moved.append(target)
                    return real(self, target)

                m.setattr(type(tmp_path), "replace", replace)
            with pytest.raises(KeyboardInterrupt):
                store.write(tmp_path, newer, {**MANIFEST, "n": 2})

    return die_at


@pytest.mark.parametrize(("point", "version", "articles"), [("before", 1, 4), ("between", 2, 1)])
def test_a_killed_write_leaves_one_whole_version(tmp_path, cut_short, point, version, articles):
    cut_short(point)
    frames, manifest = store.read(tmp_path)
    assert (manifest["n"], len(frames["articles"])) == (version, articles)
    assert not (tmp_path / ".next").exists()


def test_no_frames_here(tmp_path):
    with pytest.raises(StoreError, match="holds no frames"):
        store.read(tmp_path)


def test_a_newer_contract_is_refused(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"versions": {"frames": 99}}))
    with pytest.raises(StoreError, match="newer Dateline"):
        store.read(tmp_path)
