"""Quotation marks of every style, and of none."""

import pytest

from dateline.annotate.quotes import marks

CASES = [
    # straight marks, interrupted
    ('"No," she said. "Never."', ['"No,"', '"Never."']),
    # curly marks with single ones inside
    ("“He told me ‘no’,” she said.", ["“He told me ‘no’,”"]),
    # a quotation inside a quotation of the same marks: the outermost
    ("“I read “The Tide” twice,” she said.", ["“I read “The Tide” twice,”"]),
    # wire copy: doubled single marks, and backticks
    ("''It holds,'' he said, ''for now.''", ["''It holds,''", "''for now.''"]),
    ("``It holds,'' he said.", ["``It holds,''"]),
    # guillemets, both ways round, and low marks
    ("«It holds,» he said.", ["«It holds,»"]),
    ("»It holds«, he said.", ["»It holds«"]),
    ("„It holds“, he said.", ["„It holds“"]),
    # British: single outside, double inside, apostrophes and a plural possessive
    ("‘It’s the ferries’ fault, not “ours”,’ she said.", ["‘It’s the ferries’ fault, not “ours”,’"]),
    ("'It's the ferries' fault,' she said. 'Not ours.'", ["'It's the ferries' fault,'", "'Not ours.'"]),
    # apostrophes alone are no marks
    ("the '90s, rock 'n roll and the ferries' fares", []),
    # inches and feet
    ("She is 5'4\" and he is 6'2\" tall.", []),
    # marks typed the wrong way round
    ("”It holds,” he said.", ["”It holds,”"]),
    # blanks inside
    ('They call it " the pit " here.', ['" the pit "']),
    # the space on the wrong side of a straight closing mark
    ('"It holds, "he said.', ['"It holds, "']),
    # the first mark is never closed
    ('"It holds. "No," he said.', ['"No,"']),
    # nothing to close
    ("It holds,” he said.", []),
    ("“", ["“"]),
    ('""', ['""']),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks(text, expected):
    assert [text[q.start : q.end] for q in marks.find(text)] == expected


def test_inner_text_and_style():
    (q,) = marks.find("‘We wait,’ he said.")
    assert (q.inner_start, q.inner_end, q.closed, q.single) == (1, 9, True, True)


PARAGRAPHS = [
    # each paragraph opens with a mark, only the last closes
    (["“The wall held.", "“Then it fell,” she said."], [["“The wall held."], ["“Then it fell,”"]]),
    # opened in one paragraph, closed in the next, which opens with no mark
    (["He said: “The wall held.", "Then it fell.” She left."], [["“The wall held."], ["Then it fell.”"]]),
    # not closed, and nobody goes on
    (["She said “The wall held.", "It rained."], [[], []]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), PARAGRAPHS)
def test_paragraphs(paragraphs, expected):
    text = "\n\n".join(paragraphs)
    bounds = [(text.index(p), text.index(p) + len(p)) for p in paragraphs]
    found = marks.find_all(text, bounds)
    assert [[text[q.start : q.end] for q in of] for of in found] == expected


@pytest.mark.parametrize("noise", ['"', "“", "‘", "'", "``", "''", '" ', "“a ", "’ b", "«»"])
def test_noise_never_raises(noise):
    text = noise * 3000
    for q in marks.find(text):
        assert 0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
