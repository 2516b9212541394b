import time

import pytest

from dateline.resolve.topics.addresses import without


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The ferry was late.", "The ferry was late."),
        ("Write to ann@quay.example or see https://quay.example/f?x=1 now", "Write to or see now"),
        ("More at www.quay.example and quay.com.", "More at and ."),
        ("by way of gate!quay!ann today, ann@quay.example", "by way of today,"),
        ("Organization: Quay Works\nLines: 12\nThe ferry: late again", "The ferry: late again"),
        ("&quot;Late,&quot; said quot;the amp; crew", "Late, said the crew"),
        # a sentence without a space, initials, and a name that ends like an address
        ("It sank.The U.S. crew of Quay@Night", "It sank.The U.S. crew of"),
    ],
)
def test_addresses_are_left_out(text, left):
    assert " ".join(without(text).split()) == left


@pytest.mark.parametrize(
    "text", ["a" * 200_000 + "@", "a." * 100_000 + "www.", "a!" * 100_000 + "@", "From" * 50_000 + "@"]
)
def test_long_runs_take_no_time(text):
    begin = time.process_time()
    without(text)
    assert time.process_time() - begin < 3
