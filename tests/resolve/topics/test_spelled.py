import pytest

from dateline.resolve.topics.spelled import spelled


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["He wrote to the Quay and Harbour Safety Board (QHSB) again."], {"QHSB": "Quay and Harbour Safety Board"}),
        (["The Ministry of Works (MoW) paid."], {"MoW": "Ministry of Works"}),
        # what stands before it has other initials
        (["The winner of the match (FC) went home to the Old Quay."], {}),
        # spelled out once in five: everybody knows what it is
        (["The Old Quay Union (OQU) met."] + ["OQU met."] * 4, {}),
        # the spelling of most
        (["The Old Quay Union (OQU) met."] * 2 + ["The Odd Quay Union (OQU) met."], {"OQU": "Old Quay Union"}),
    ],
)
def test_initials_that_a_pile_spells_out(texts, expected):
    assert spelled(texts) == expected
