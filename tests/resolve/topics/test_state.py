import numpy as np
import pytest

from dateline.errors import StoreError
from dateline.resolve.topics import edits, fit, state
from tests.resolve.topics.invented import parts, pile


@pytest.fixture(scope="module")
def model():
    return fit(*parts(pile(20)))


def test_a_saved_model_is_the_same_model(tmp_path, model):
    edited = edits.rename(model, 0, "Häfen & Docks")
    state.save(edited, tmp_path)
    back = state.load(tmp_path)
    assert back.topics == edited.topics
    assert back.themes == edited.themes
    new = pile(5, seed=8)
    assert np.array_equal(back.assign(*parts(new)[:2]), edited.assign(*parts(new)[:2]))
    assert [p.name for p in tmp_path.iterdir()] == [state.FILE]


def test_no_file_no_model(tmp_path):
    assert state.load(tmp_path) is None


def test_an_empty_pile_can_be_saved(tmp_path):
    state.save(fit([], []), tmp_path)
    assert state.load(tmp_path).topics == []


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 half of one"])
def test_a_broken_file_is_named_with_the_cure(tmp_path, content):
    (tmp_path / state.FILE).write_bytes(content)
    with pytest.raises(StoreError, match=r"topics\.npz cannot be read .* delete it"):
        state.load(tmp_path)


def test_a_cut_file_is_refused(tmp_path, model):
    state.save(model, tmp_path)
    path = tmp_path / state.FILE
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(StoreError):
        state.load(tmp_path)
