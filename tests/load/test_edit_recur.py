from datetime import datetime

import pytest

from dateline.errors import InputError
from dateline.load.article import Article, Cut
from dateline.load.clean.text import clean_text
from dateline.load.edit import cut, put_back
from dateline.load.recur import polish

from . import samples

PAGE = "\n\n".join(
    ("Home", "Sport", samples.TITLE, samples.LEAD, "Advertisement", samples.SECOND, samples.THIRD, samples.FOURTH,
     "Most read", "Fog delays mail boat", "Bakery reopens in old mill")
)  # fmt: skip


def cleaned(text: str = PAGE, **more: object) -> Article:
    c = clean_text(text)
    return Article(c.text, title=c.title, cuts=c.cuts, cleaned=True, **more)


def test_putting_every_cut_back_in_any_order_restores_the_page():
    for order in (lambda n: 0, lambda n: n - 1, lambda n: n // 2):
        a = cleaned()
        assert a.text == samples.BODY
        while a.cuts:
            a = put_back(a, order(len(a.cuts)))
        assert a.text.split("\n\n") == PAGE.split("\n\n")


def test_positions_stay_at_edges_of_paragraphs():
    a = put_back(cleaned(), 3)
    for c in a.cuts:
        assert c.position == 0 or a.text[c.position :].startswith("\n\n") or c.position == len(a.text)


# a paragraph, the first, the last, a part of one
@pytest.mark.parametrize("part", [samples.SECOND, samples.LEAD, samples.FOURTH, "for the third winter in a row"])
def test_a_cut_by_hand_can_be_taken_back(part):
    a = cleaned()
    start = a.text.index(part)
    b = cut(a, start, start + len(part))
    assert part not in b.text
    assert len(b.cuts) == len(a.cuts) + 1
    number = next(i for i, c in enumerate(b.cuts) if c.reason.startswith("cut by hand"))
    back = put_back(b, number)
    assert back.text == a.text
    assert back.cuts == a.cuts


def test_edits_that_mean_nothing_are_refused():
    a = cleaned()
    for span in ((5, 5), (-1, 3), (0, 10**9)):
        with pytest.raises(InputError, match="select the words again"):
            cut(a, *span)
    with pytest.raises(InputError, match="there is no number 99"):
        put_back(a, 99)


NOTE = (
    "The Courier is a member of the regional press council and answers every letter that readers send to its newsroom."
)
STORIES = [
    ("Ferry terminal closes", "Boats moved out of the old quay on Friday after the harbour wall gave way to the sea."),
    ("Bakery reopens", "Loaves left the mill's oven before dawn for the first time since the flood of last autumn."),
    (
        "School gets a new roof",
        "Workers laid the last slates in the rain while pupils watched from the gymnasium door.",
    ),
    ("Mail boat delayed", "Fog held the mail boat in port for a second day and letters piled up at the post office."),
]


def story(n: int, *extra: str, source: str = "Courier", when: int = 1) -> Article:
    title, lead = STORIES[n]
    middle = [
        f"{lead} That was story number {'abcd'[n]} of the week, said the mayor's office in its note {w}."
        for w in ("one", "two", "six")
    ]
    return Article(
        "\n\n".join((lead, *middle, *extra)),
        title=title,
        source=source,
        published=datetime(2021, 1, when),
        cleaned=True,
    )


def test_a_paragraph_that_ends_several_stories_of_one_outlet_is_furniture():
    pile = [story(n, NOTE) for n in range(4)]
    out = polish(pile)
    assert all(NOTE not in a.text for a in out)
    assert all(a.cuts == (Cut(len(a.text), NOTE, "recurs in this outlet"),) for a in out)
    # order does not matter, and once is enough
    assert polish(pile[::-1]) == out[::-1]
    assert polish(out) == out


@pytest.mark.parametrize(
    "pile",
    [
        # copies of one story recur, that is no reason to cut them
        [story(0, NOTE, when=d) for d in (1, 2, 3, 4)],
        # two stories are too few
        [story(0, NOTE), story(1, NOTE)],
        # the stories belong to different outlets
        [story(n, NOTE, source=s) for n, s in enumerate("ABCD")],
        # a quotation of substance
        [story(n, "“We will rebuild every quay on this coast,” the minister said in her address.") for n in range(4)],
        # text that was not cleaned is left as it is
        [story(n, NOTE).with_(cleaned=False) for n in range(4)],
    ],
)
def test_what_recurs_but_is_no_furniture_stays(pile):
    assert polish(pile) == pile


def test_background_in_the_middle_of_stories_stays():
    background = (
        "The harbour was built in 1911 and has been the subject of a dispute between town and county since 2004."
    )
    pile = []
    for n in range(4):
        a = story(n)
        p = a.text.split("\n\n")
        pile.append(
            a.with_(
                text="\n\n".join(
                    [*p[:2], background, *p[2:], *(f"Closing line {w} of {a.title}." for w in ("x", "y", "z"))]
                )
            )
        )
    assert polish(pile) == pile


def test_cuts_move_along_when_furniture_goes():
    pile = []
    for n in range(4):
        a = story(n)
        text = f"{NOTE}\n\n{a.text}"
        first = text.index("\n\n", len(NOTE) + 2)
        pile.append(a.with_(text=text, cuts=(Cut(0, "Home", "menu"), Cut(first, "Advertisement", "advertisement"))))
    for a in polish(pile):
        home, note, advert = a.cuts
        assert (home.position, note.position, note.text) == (0, 0, NOTE)
        assert a.text[: advert.position] == a.text.split("\n\n")[0]


def test_what_was_cut_from_other_pages_is_known_as_furniture():
    pile = [story(n).with_(cuts=(Cut(len(story(n).text), NOTE, "after the article"),)) for n in range(3)]
    *cut_already, last = polish([*pile, story(3, NOTE)])
    assert cut_already == pile
    assert (last.text, last.cuts) == (story(3).text, (Cut(len(story(3).text), NOTE, "recurs in this outlet"),))
