"""Keys of pages in the address bar: what is read, what is refused, and that no page takes a parameter of the lens."""

import pytest

from dateline import lens
from dateline.web.keys import PAGE_KEYS, read_keys, write_keys


@pytest.mark.parametrize("page", PAGE_KEYS)
def test_no_key_of_a_page_is_called_as_a_parameter_of_the_lens(page):
    taken = {key.param for key in PAGE_KEYS[page]} & {*lens.PARAMS, "pile", "v"}
    assert not taken, f"{page}: {taken} would change the lens"


READ = [
    # a passage: the lens must not take its end for a last day
    ("read", {"article": ["a1"], "at": ["5"], "end": ["9"]}, {"article": "a1", "at": 5, "to": 9}, []),
    ("read", {"at": ["-5"]}, {"at": -1}, ["“-5” is not a number"]),
    # what is no choice is dropped one by one, and said
    ("quotes", {"kind": ["direct", "sung"]}, {"kind": ("direct",)}, ["“sung” is not one of direct, mixed, indirect"]),
    ("quotes", {"sure": ["very"], "seed": ["7"]}, {"sure": (), "seed": 7}, ["“very” is not one of sure, fairly"]),
    ("quotes", {"view": ["pie"]}, {"view": "table"}, ["“pie” is not one of"]),
]


@pytest.mark.parametrize(("page", "params", "values", "problems"), READ)
def test_read(page, params, values, problems):
    got, said = read_keys(page, params)
    assert got | values == got
    assert len(said) == len(problems)
    assert all(a in b for a, b in zip(problems, said, strict=True))


def test_written_keys_are_read_again():
    values = {"article": "a1", "at": 5, "to": 9, "near": "We will"}
    params = write_keys("read", values)
    assert params == {"article": ["a1"], "at": ["5"], "end": ["9"], "near": ["We will"]}
    assert read_keys("read", params)[0] | values == read_keys("read", params)[0]
