"""Who said what: the component in a plain pipeline. A row: text → (kind, content, cue, speaker, resolved) each."""

import pytest
import spacy

from dateline.annotate import quotes
from dateline.errors import ModelError


def rows(doc):
    text = doc.text
    out = []
    for p in doc._.quotes:
        cue = text[p.cue_start : p.cue_end] if p.cue_start >= 0 else ""
        speaker = text[p.speaker_start : p.speaker_end] if p.speaker_start >= 0 else ""
        out.append((p.kind, text[p.start : p.end], cue, speaker, p.resolved))
    return out


CASES = [
    # direct, subject before and after the verb
    ("“The wall is safe,” Ada Hale said.", [("direct", "“The wall is safe,”", "said", "Ada Hale", "named")]),
    ("“The wall is safe,” said Ada Hale.", [("direct", "“The wall is safe,”", "said", "Ada Hale", "named")]),
    # a question, attribution after it
    ("“Is the wall safe?” asked Ada Hale.", [("direct", "“Is the wall safe?”", "asked", "Ada Hale", "named")]),
    # cue first, with a colon
    ("Ada Hale said: “The wall is safe.”", [("direct", "“The wall is safe.”", "said", "Ada Hale", "named")]),
    # indirect; "that" is not part of what was said
    ("Ada Hale said that the wall was safe.", [("indirect", "the wall was safe", "said", "Ada Hale", "named")]),
    # indirect before the cue
    ("The wall is safe, Ada Hale said.", [("indirect", "The wall is safe", "said", "Ada Hale", "named")]),
    # mixed: the whole clause, to the end of the last fragment
    (
        "Ada Hale said the wall was “safe for years.”",
        [("mixed", "the wall was “safe for years.”", "said", "Ada Hale", "named")],
    ),
    # a verb of judgement: its object belongs to the quotation
    ("Ada Hale called the wall “a disgrace.”", [("mixed", "the wall “a disgrace.”", "called", "Ada Hale", "named")]),
    # according to
    (
        "The wall will close in May, according to Ada Hale.",
        [("indirect", "The wall will close in May", "according to", "Ada Hale", "named")],
    ),
    # an aside in the middle: two pieces
    (
        "The wall, Ada Hale told them on Monday, was simply too old.",
        [
            ("indirect", "The wall", "told", "Ada Hale", "named"),
            ("indirect", "was simply too old", "told", "Ada Hale", "named"),
        ],
    ),
    # a noun of speech
    (
        "Ada Hale repeated her claim that the wall was safe.",
        [("indirect", "the wall was safe", "claim", "her", "pronoun")],
    ),
    # the reporter's tail stays out
    (
        "Ada Hale said the wall was safe, adding that it had been painted.",
        [
            ("indirect", "the wall was safe", "said", "Ada Hale", "named"),
            ("indirect", "it had been painted", "adding", "Ada Hale", "named"),
        ],
    ),
    # people without a name
    ("Officials say the wall is safe.", [("indirect", "the wall is safe", "say", "Officials", "unnamed")]),
    # a document
    ("The report said the wall was safe.", [("indirect", "the wall was safe", "said", "The report", "document")]),
    # told: who is told is not who tells
    ("Hale was told the wall was safe.", [("indirect", "the wall was safe", "was told", "", "unresolved")]),
    # a phrasal cue
    (
        "Ada Hale pointed out that the wall was old.",
        [("indirect", "the wall was old", "pointed out", "Ada Hale", "named")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rows(nlp, text, expected):
    assert rows(nlp(text)) == expected


NONE = [
    # bare topics, plans and thoughts
    "Ada Hale criticised the plan and praised the workers.",
    "Ada Hale thinks the wall is safe.",
    "Ada Hale vowed to rebuild the wall.",
    # nothing was said
    "Ada Hale did not say when the wall would reopen.",
    "Officials declined to say whether the wall was safe.",
    # titles, nicknames, shudder quotes
    "Ada Hale wrote the novel “The Tide Comes In” in 1998.",
    "George “Jay” Hale opened the wall on Monday.",
    "The so-called “wall” was opened on Monday.",
    # things that show say nothing
    "The evidence suggests that the wall was never safe.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quotation(nlp, text):
    assert rows(nlp(text)) == []


def quotations(doc):
    """quote number → (its pieces' text, speaker)."""
    out = {}
    for p in doc._.quotes:
        speaker = doc.text[p.speaker_start : p.speaker_end] if p.speaker_start >= 0 else ""
        out.setdefault(p.quote, ([], speaker))[0].append(doc.text[p.start : p.end])
    return list(out.values())


LONGER = [
    # interrupted: one quotation
    ("“The wall,” Ada Hale said, “is safe.”", [(["“The wall,”", "“is safe.”"], "Ada Hale")]),
    # continued in the paragraph
    ("“The wall is safe,” Ada Hale said. “We checked.”", [(["“The wall is safe,”", "“We checked.”"], "Ada Hale")]),
    # over paragraphs, closed only at the end
    (
        "“The wall is safe,” Ada Hale said.\n\n“We checked it twice.\n\n“Then we left.”",
        [
            (["“The wall is safe,”"], "Ada Hale"),
            (["“We checked it twice."], "Ada Hale"),
            (["“Then we left.”"], "Ada Hale"),
        ],
    ),
    # the cue stands in the second paragraph
    (
        "“The wall is safe.\n\n“We checked it,” Ada Hale said.",
        [(["“The wall is safe.", "“We checked it,”"], "Ada Hale")],
    ),
    # a lead-in with a colon and a paragraph of its own
    (
        "Ada Hale put it bluntly on Monday evening:\n\n“The wall is not safe.”",
        [(["“The wall is not safe.”"], "Ada Hale")],
    ),
    # signed
    ("“The wall is not safe.” — Ada Hale", [(["“The wall is not safe.”"], "Ada Hale")]),
    # a conversation with names before the words
    (
        "HALE: The wall is safe.\n\nQUILL: Who checked it?\n\nHALE: We did, on Monday.",
        [
            (["The wall is safe."], "HALE"),
            (["Who checked it?"], "QUILL"),
            (["We did, on Monday."], "HALE"),
        ],
    ),
    # a quotation inside a quotation is part of it
    ("Hale said that Quill had said the wall was safe.", [(["Quill had said the wall was safe"], "Hale")]),
]


def test_whose_claim_it_was_does_not_speak_next(nlp):
    text = (
        "John Quill said the port was safe. He did not repeat Peter Marlow's claim that the port was old. "
        "He added that it would pay."
    )
    doc = nlp(text)
    chains = [p.chain for p in doc._.quotes]
    assert len(chains) == 3
    assert chains[0] == chains[2] != chains[1]


def test_who_stands_beside_the_subject_is_the_one_who_goes_on(nlp):
    text = (
        "Ada Hale said the wall was old.\n\nIn the town, the head of the club, Ben Quill, got the news by letter. "
        "“We asked for a page,” he told reporters."
    )
    doc = nlp(text)
    got = [(p.resolved, p.chain) for p in doc._.quotes]
    assert got[-1] == ("pronoun", 1)


@pytest.mark.parametrize(("text", "expected"), LONGER)
def test_quotations(nlp, text, expected):
    assert quotations(nlp(text)) == expected


def test_a_crosshead_in_single_marks_is_not_a_quotation(nlp):
    text = "“The wall is safe,” Ada Hale said.\n\n‘A wall for ever’\n\nThe work began in 1998."
    assert len(nlp(text)._.quotes) == 1


def test_pipe_gives_the_same_as_one_by_one(nlp):
    texts = [t for t, _ in CASES] + NONE
    assert [rows(d) for d in nlp.pipe(texts, batch_size=5)] == [rows(nlp(t)) for t in texts]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "“", "said", "said that", "“” said “", "according to", ": “", "—\n—"]
)
def test_nothing_to_find_is_no_error(nlp, text):
    assert isinstance(nlp(text)._.quotes, list)


def test_offsets_hold_in_a_text_with_odd_characters(nlp):
    text = "\ufeffDéjà vu 😀 — “Ça va,” said Ada Hale\u00a0\u2028of the “mur”."
    for p in nlp(text)._.quotes:
        assert 0 <= p.start < p.end <= len(text)
        assert 0 <= p.sure <= 1


def test_pipelines_without_a_parser_are_refused():
    quotes.register()
    blank = spacy.blank("en")
    blank.add_pipe("dateline_quotes")
    with pytest.raises(ModelError, match="needs a tagger and a parser"):
        blank("“Yes,” she said.")
