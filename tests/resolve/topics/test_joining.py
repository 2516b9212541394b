import numpy as np
import pytest
from scipy import sparse

from dateline.resolve.topics.joining import bars, placed

CENTRES = sparse.csr_matrix(np.eye(2, 4, dtype=np.float32))
KEYS = [[2], [3]]
FLOOR = 0.1


def vectors(cosines: list[tuple[float, float]], held: list[tuple[int, ...]]) -> sparse.csr_matrix:
    """Columns 0 and 1 are the topics, 2 and 3 the words of their labels, which weigh next to nothing."""
    rows = np.zeros((len(cosines), 4), np.float32)
    rows[:, :2] = cosines
    for i, topics in enumerate(held):
        rows[i, [2 + t for t in topics]] = 1e-6
    return sparse.csr_matrix(rows)


@pytest.mark.parametrize(
    ("cosines", "held", "topic"),
    [
        ((0.50, 0.45), (), 0),  # the nearest
        ((0.50, 0.45), (1,), 1),  # about as near, and its label is held
        ((0.50, 0.30), (1,), 0),  # held, but not about as near
        ((0.13, 0.00), (), -1),  # without a word of any label it must be half as near again
        ((0.13, 0.00), (0,), 0),
        ((0.11, 0.09), (1,), -1),  # the topic that it would go to is too far
    ],
)
def test_an_article_goes_to_the_nearest_topic_whose_label_it_bears_out(cosines, held, topic):
    assert placed(vectors([cosines], [held]), CENTRES, KEYS, FLOOR).tolist() == [topic]


@pytest.mark.parametrize(
    ("named", "unnamed", "kept"),
    [
        (25, [0.5, 0.25, 0.22, 0.16], 4),  # few: the usual bar
        (12, [0.5, 0.25, 0.22, 0.16], 2),  # as many as leave the name true of five in six
        (1, [0.5, 0.4, 0.22], 2),  # but what is very near always stays
    ],
)
def test_a_name_is_true_of_most_of_what_its_topic_holds(named, unnamed, kept):
    cosines = [(0.4, 0.0)] * named + [(c, 0.0) for c in unnamed]
    rows = vectors(cosines, [(0,)] * named + [()] * len(unnamed))
    found = placed(rows, CENTRES, KEYS, FLOOR, bars(rows, CENTRES, KEYS, FLOOR))
    assert (found == 0).sum() == named + kept


def test_topics_as_many_as_were_asked_for_keep_more():
    rows = vectors([(0.4, 0.0)] + [(0.25, 0.0)] * 4, [(0,), (), (), (), ()])
    kept = [
        (placed(rows, CENTRES, KEYS, FLOOR, bars(rows, CENTRES, KEYS, FLOOR, asked)) == 0).sum() for asked in (0, 1)
    ]
    assert kept == [1, 5]
