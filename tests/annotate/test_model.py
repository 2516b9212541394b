"""The lean way to load a model reads as the full one does."""

from dateline.annotate import model as models

TEXT = "“We shall not wait,” Zoltana Perriwick told the Harbour Board in Oslo on 3 May. Unfathomably, 12 quays shut."


def read(nlp):
    doc = nlp(TEXT)
    tokens = [(t.text, t.norm_, t.tag_, t.dep_, t.shape_, t.is_oov, t.is_stop) for t in doc]
    return tokens, [(e.text, e.label_) for e in doc.ents]


def test_a_lean_model_reads_the_same_with_few_words_in_its_list():
    model, left = models.find("en", "sm"), ["lemmatizer", "attribute_ruler"]
    full, lean = models.load(model, exclude=left), models.load_lean(model, exclude=left)
    assert read(lean) == read(full)
    assert len(lean.vocab.strings) < len(full.vocab.strings) / 10
