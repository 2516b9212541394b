"""A plain pipeline with the component, loaded once for the tests of this folder."""

import pytest

from dateline.annotate import model, quotes


@pytest.fixture(scope="session")
def nlp():
    pipeline = model.load(model.find("en"), exclude=["lemmatizer", "attribute_ruler"])
    quotes.register()
    pipeline.add_pipe("dateline_quotes")
    return pipeline
