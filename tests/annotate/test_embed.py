"""Words embedded once: the same vectors, whatever the batch."""

import numpy as np
import pytest
import spacy

from dateline.annotate import model
from dateline.annotate.embed import embed_once

TEXTS = [
    "The ferry did not sail on Monday; the ferry's owner said it couldn't.",
    "",
    "THE FERRY sailed. The ferry  sailed\n\ntwice, the owner said.",
]


@pytest.fixture(scope="module")
def pipes():
    plain, once = (model.load(model.find("en"), exclude=["lemmatizer", "attribute_ruler"]) for _ in range(2))
    embed_once(once)
    embed_once(once)  # a second time changes nothing
    return plain, once


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1]])
@pytest.mark.parametrize("pipe", ["tok2vec", "ner"])
def test_the_vectors_are_those_of_the_model(pipes, texts, pipe):
    got = []
    for nlp in pipes:
        tok2vec = next(n for n in nlp.get_pipe(pipe).model.walk() if n.has_ref("embed"))
        got.append(tok2vec.predict([nlp.make_doc(t) for t in texts]))
    assert [len(v) for v in got[1]] == [len(v) for v in got[0]]
    for a, b in zip(*got, strict=True):
        np.testing.assert_allclose(b, a, atol=1e-5)


def test_a_word_is_embedded_once(pipes):
    _, nlp = pipes
    embed = next(n for n in nlp.get_pipe("ner").model.walk() if n.name == "embed_once")
    seen = []
    inner = embed.layers[0]
    real = inner._func
    inner._func = lambda m, docs, is_train: (seen.append(sum(map(len, docs))), real(m, docs, is_train))[1]
    try:
        embed.predict([nlp.make_doc("rain " * 50), nlp.make_doc("rain rain")])
    finally:
        inner._func = real
    assert seen == [1]


def test_other_pipelines_stay_as_they_are():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    embed_once(nlp)
    assert nlp("It rained.").has_annotation("SENT_START")
