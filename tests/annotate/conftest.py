"""Cases that depend on how a sentence is parsed, and that the small model (Python 3.11) parses otherwise."""

import pytest

from dateline.annotate import model as models

PARSED_OTHERWISE = (
    "but he had a warning:",
    "The ruling made it clear the port takes no blame",
    "Ada Hale repeated her claim that the wall was safe",
    "Quill, meanwhile, who has no seat on the board",
    "Workers marching through the streets chanted",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect these to fail where only the small model is installed; one that passes is no failure."""
    if not models.find("en").name.endswith("_sm"):
        return
    for item in items:
        values = getattr(item, "callspec", None)
        texts = [v for v in values.params.values() if isinstance(v, str)] if values else []
        if any(part in text for part in PARSED_OTHERWISE for text in texts):
            item.add_marker(pytest.mark.xfail(reason="the small model parses this sentence otherwise", strict=False))
