"""Whom a role means by the rest of the pile: names → speaker of an article → entity."""

import pandas as pd
import pytest

from dateline.resolve.bearers import Bearers, head_of

# article, entity, label, role
MENTIONS = [
    (0, "ada", "PERSON", "Infrastructure Minister"),
    (0, "ada", "PERSON", "infrastructure minister"),
    (0, "ben", "PERSON", "prime minister"),
    (0, "ben", "PERSON", "Prime Minister"),
    (0, "cem", "PERSON", "director of the port"),
    (0, "cem", "PERSON", "director of the port"),
    # a role said once is not enough
    (0, "dora", "PERSON", "mayor"),
    # article 1 names two of them without roles, article 2 none
    (1, "ada", "PERSON", ""),
    (1, "ben", "PERSON", ""),
    (1, "dora", "PERSON", ""),
    (2, "else", "PERSON", ""),
]


@pytest.fixture(scope="module")
def bearers():
    frame = pd.DataFrame(MENTIONS, columns=["article", "entity_id", "label", "role"])
    return Bearers(frame.assign(entity=frame.entity_id.str.title()))


CASES = [
    (1, "the minister", "ada"),
    (1, "The new minister", "ada"),
    (1, "the prime minister", "ben"),
    (0, "the director", "cem"),
    # not named in this article, once only, a word too many, somebody else, no single person
    (1, "the director", ""),
    (1, "the mayor", ""),
    (1, "the health minister", ""),
    (1, "the former minister", ""),
    (1, "a minister", ""),
    (1, "the minister of health", ""),
    (2, "the minister", ""),
]


@pytest.mark.parametrize(("article", "speaker", "entity"), CASES)
def test_who(bearers, article, speaker, entity):
    assert bearers.who(article, speaker) == (entity, entity.title())


@pytest.mark.parametrize(
    ("role", "head"), [("infrastructure minister", "minister"), ("director of the port", "director"), ("", "")]
)
def test_head_of(role, head):
    assert head_of(role) == head
