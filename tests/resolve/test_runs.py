import random
from collections import Counter, defaultdict

import pytest

from dateline.resolve.runs import COMMONEST, RUN, candidates


def one_by_one(wordings):
    """The same, run by run."""
    runs = [{tuple(w[i : i + RUN]) for i in range(len(w) - RUN + 1)} for w in wordings]
    index = defaultdict(list)
    for i, of in enumerate(runs):
        for run in of:
            index[run].append(i)
    out = []
    for i, of in enumerate(runs):
        shared = Counter(j for run in of if len(index[run]) <= COMMONEST for j in index[run] if j > i)
        out += [(i, j) for j, n in shared.items() if n >= max(1, 0.35 * min(len(of), len(runs[j])))]
    return sorted(out)


def said(rng, known):
    return tuple(rng.choices(known, k=rng.randrange(1, 14)))


# few words, so that much is shared; one wording in five is a cut or longer form of another; one is in all mouths
@pytest.mark.parametrize("seed", range(6))
def test_wordings_that_share_runs_are_found(seed):
    rng = random.Random(seed)
    known = "we will not leave the port this year for any price".split()
    wordings = [said(rng, known) for _ in range(150)]
    wordings += [w[1:] + said(rng, known)[:2] for w in wordings[:30]]
    wordings += [("no", "further", "comment", str(n)) for n in range(COMMONEST + 1)]
    found = candidates(wordings)
    assert found == one_by_one(wordings)
    assert found
    # a phrase that everybody uses brings nobody together
    assert all(b < 180 for _, b in found)


@pytest.mark.parametrize("wordings", [[], [("a", "b", "c")], [(), ("a",)], [("a", "b"), ("a", "b")]])
def test_what_holds_no_run_leads_nowhere(wordings):
    assert candidates(wordings) == []
