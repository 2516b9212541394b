"""How sure a speaker is: every construct has a figure, and the order of the figures is that of the evidence."""

import re
from pathlib import Path

import pytest

from dateline import schema
from dateline.annotate import quotes
from dateline.annotate.quotes.trust import CONSTRUCT, RESOLVED, sure

MADE = re.compile(r"""(?:at_verb\(tree,|Event\(|Quotation\(|\.after\()\s*["'](\w[\w-]*)["']""")


def test_every_construct_has_a_figure():
    source = "".join(p.read_text(encoding="utf-8") for p in Path(quotes.__file__).parent.glob("*.py"))
    made = set(MADE.findall(source)) | {"floating", "multi"}
    assert len(made) > 15
    assert made <= set(CONSTRUCT)


@pytest.mark.parametrize("construct", CONSTRUCT)
@pytest.mark.parametrize("resolved", schema.RESOLVED)
def test_figures_lie_between_0_and_1(construct, resolved):
    assert 0 <= sure(construct, resolved) <= 1


def test_order():
    assert sure("quotation", "named") > sure("quotation", "pronoun") > sure("quotation", "unresolved") == 0
    assert sure("quotation", "named") > sure("lead", "named") > sure("floating", "named")
    # a role without a bearer in the article claims less, so that it is surer
    assert sure("clause", "role", identified=False) > sure("clause", "role")
    assert set(RESOLVED) | {"unresolved"} == set(schema.RESOLVED)
