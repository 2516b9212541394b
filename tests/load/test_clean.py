# ruff: noqa: E501 (tables)
import textwrap
from datetime import datetime

import pytest

from dateline.load.clean.head import byline, dateline
from dateline.load.clean.page import clean_page, visible
from dateline.load.clean.text import clean_text

from . import samples

MENU = ["Home", "World", "Sport", "Weather", "Log in", "Subscribe"]
TEASERS = [
    "Most read",
    "Fog delays mail boat",
    "Letters piled up in the post office when fog held the boat in port… Continue reading",
    "Bakery reopens in old mill",
    "Loaves left the oven before dawn for the first time since the flood… Continue reading",
    "© 2021 Lindby Courier. All rights reserved.",
]


def page(*parts: str) -> str:
    return "\n\n".join(parts)


# where furniture stands: before, after, between; the body is the same
@pytest.mark.parametrize(
    "text",
    [
        samples.BODY,
        page(samples.TITLE, samples.BODY),
        page(*MENU, samples.TITLE, samples.BODY),
        page(samples.TITLE, samples.BODY, *TEASERS),
        page(*MENU, samples.TITLE, "By Ada Fenn", "Share", "Facebook", samples.BODY, *TEASERS),
        page(
            samples.TITLE, samples.LEAD, "Advertisement", samples.SECOND, samples.THIRD, "Advertisement", samples.FOURTH
        ),
        page(
            samples.TITLE,
            samples.LEAD,
            samples.SECOND,
            "Read more",
            "Fog delays mail boat",
            samples.THIRD,
            samples.FOURTH,
        ),
        page(
            samples.TITLE,
            samples.LEAD,
            samples.SECOND,
            "ALSO READ: Fog delays mail boat",
            samples.THIRD,
            samples.FOURTH,
        ),
        page(
            samples.TITLE,
            samples.LEAD,
            samples.SECOND,
            "The quay in winter",
            "Photo: Bo Lind / Coast Pictures",
            samples.THIRD,
            samples.FOURTH,
        ),
        page(samples.TITLE, samples.BODY, "(Reporting by Ada Fenn; editing by Bo Lind)"),
        page(
            samples.TITLE, samples.BODY, "3 Comments", "This council has learnt nothing since the last storm, as usual."
        ),
        page(
            samples.TITLE,
            samples.BODY,
            "Sign up for our newsletter and get the best of the coast in your inbox every day.",
        ),
        page(
            samples.TITLE,
            samples.BODY,
            "We use cookies and other technologies. By using this site you agree to our privacy policy.",
        ),
        page(samples.TITLE, samples.BODY, "Ada Fenn is a reporter who covers harbours and fisheries for the Courier."),
    ],
)
def test_furniture_goes_and_the_body_stays(text):
    assert clean_text(text).text == samples.BODY


def test_every_word_is_in_the_text_or_in_a_cut():
    text = page(*MENU, samples.TITLE, "By Ada Fenn", samples.BODY, *TEASERS)
    c = clean_text(text)
    assert sorted([*c.text.split("\n\n"), *(x.text for x in c.cuts)]) == sorted(text.split("\n\n"))
    assert all(x.reason for x in c.cuts)
    assert [x.position for x in c.cuts] == [0] * 8 + [len(c.text)] * len(TEASERS)


# the same article in the layouts that people paste
@pytest.mark.parametrize(
    "lay",
    [
        lambda t: t.replace("\n\n", "\n"),
        lambda t: "\n\n".join(textwrap.fill(p, 72) for p in t.split("\n\n")),
        lambda t: "\n".join(textwrap.fill(p, 72, initial_indent="   ") for p in t.split("\n\n")),
        lambda t: "\n\n".join("      " + p for p in t.split("\n\n")),
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.replace("\n\n", "\u2029"),
        lambda t: t.replace("\n\n", "\n\n\n\n\n"),
    ],
    ids=["lines", "wrapped", "wrapped, indented", "indented", "CRLF", "paragraph marks", "blank lines"],
)
def test_layouts_give_the_same_text(lay):
    from dateline.load.decode import tidy

    c = clean_text(tidy(lay(page(samples.TITLE, samples.BODY))))
    assert (c.title, c.text) == (samples.TITLE, samples.BODY)


def test_fields_of_the_head():
    c = clean_text(
        page(*MENU, samples.TITLE, "By Ada Fenn and Bo Lind", "Published Feb 2, 2021 at 7:15 a.m.", samples.BODY)
    )
    assert (c.title, c.author) == (samples.TITLE, "Ada Fenn, Bo Lind")
    assert (c.published, c.published_note) == (datetime(2021, 2, 2, 7, 15), "label 'Published'")


def test_a_summary_that_the_lead_repeats_is_the_deck():
    lead = "LINDBY — " + samples.LEAD
    c = clean_text(page(samples.TITLE, samples.LEAD, lead, samples.SECOND, samples.THIRD, samples.FOURTH))
    assert c.deck == samples.LEAD
    assert c.text.startswith(lead)
    assert (c.dateline, c.published) == ("LINDBY", None)
    assert [x.reason for x in c.cuts] == ["headline", "repeated deck"]


def test_a_summary_above_the_byline_is_the_deck():
    deck = "Storms broke the northern wall for the third winter in a row"
    c = clean_text(page(samples.TITLE, deck, "By Ada Fenn", "February 2, 2021", samples.BODY))
    assert (c.deck, c.text) == (deck, samples.BODY)


# dates that the text merely mentions never become the date of publication
@pytest.mark.parametrize(
    "text",
    [
        samples.BODY,
        page(
            samples.TITLE,
            "The council met on February 2, 2021 and voted to close the ferry terminal at once.",
            samples.BODY,
        ),
        page(samples.TITLE, "The old terminal on May 3, 2019. Photo: Bo Lind / Coast Pictures", samples.BODY),
        page(samples.TITLE, samples.BODY, "The hearing is planned for March 3, 2021, in the old town hall of Lindby."),
    ],
)
def test_no_date_is_guessed_from_the_body(text):
    assert clean_text(text).published is None


# scripts without Latin letters, without spaces, from right to left
@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Совет порта во вторник проголосовал за закрытие старого паромного терминала после зимних штормов.",
         "«Мы не можем чинить стену, которую море уже забрало», — сказала председатель комитета Марта Ольсен.",
         "Рыбаки, которые пользуются причалом, заявили, что их мнения никто не спросил до голосования совета."],
        ["港湾評議会は火曜日、三年続けて冬の嵐で北側の壁が壊れた古いフェリーターミナルを閉鎖することを決めた。",
         "「海がすでに奪った壁を直し続けることはできない」と、工事委員会の委員長であるマルタ・オルセン氏は述べた。",
         "埠頭を使う漁師たちは、事前に意見を聞かれなかったと話した。評議会は春に公聴会を開く予定である。"],
        ["صوت مجلس الميناء يوم الثلاثاء على إغلاق محطة العبارات القديمة بعد أن ألحقت العواصف أضرارا بجدارها الشمالي.",
         "وقالت رئيسة لجنة الأشغال إنه لا يمكن الاستمرار في إصلاح جدار أخذه البحر بالفعل منذ سنوات عدة.",
         "وقال الصيادون الذين يستخدمون الرصيف إن أحدا لم يسألهم عن رأيهم قبل التصويت في المجلس البلدي."],
    ],
)  # fmt: skip
def test_other_scripts(paragraphs):
    body = "\n\n".join(paragraphs)
    c = clean_text(page("Facebook", "Twitter", body, "Facebook", "© 2021"))
    assert c.text == body


# an article that is all sentences is kept to its last paragraph, whatever it speaks of
@pytest.mark.parametrize(
    "text",
    [
        page(
            samples.LEAD,
            "The newsletter of the council said so.",
            samples.THIRD,
            "It will comment on Friday, a spokesman said.",
        ),
        page(samples.LEAD, "He refused.", "“Never,” he said.", "She agreed with him.", "The boats left."),
    ],
)
def test_clean_articles_are_left_alone(text):
    assert clean_text(text).text == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Fenn", "Ada Fenn"),
        ("by Ada Fenn and Bo Lind", "Ada Fenn, Bo Lind"),
        ("By ADA FENN | Lindby Courier", "ADA FENN"),
        ("Von Jörg Müller-Lüdenscheid", "Jörg Müller-Lüdenscheid"),
        ("Par Élodie de la Tour, avec AFP", "Élodie de la Tour"),
        # a staff, an agency, an outlet with "&" in its name; a weekday, a job and a place are no names
        ("By Courier staff and HPN", "Courier staff, HPN"),
        ("By Courier reporters, with the Lindby Press Agency", "Courier reporters, Lindby Press Agency"),
        ("By Salt & Quay staff", "Salt & Quay staff"),
        ("By Ada Fenn & Bo Lind", "Ada Fenn, Bo Lind"),
        ("By Ada Fenn, Thursday", "Ada Fenn"),
        ("By Ada Fenn, editor", "Ada Fenn"),
        ("By Ada Fenn in Lindby", "Ada Fenn"),
        ("By the time the boats left it was dark.", ""),
        ("By-laws of the harbour", ""),
        ("Ada Fenn", ""),
    ],
)
def test_bylines(text, names):
    assert byline(text) == names


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LINDBY — The council voted.", "LINDBY"),
        ("LINDBY, Norway (Coast News) — The council voted.", "LINDBY, Norway"),
        ("NEW LINDBY, Feb 2 (Coast News) - The council voted.", "NEW LINDBY"),
        ("The council - which voted - left.", ""),
        ("NATO - the alliance", "NATO"),
        ("A vote", ""),
    ],
)
def test_date_lines(text, place):
    assert dateline(text) == place


# what the page says of itself, and which of it is believed
@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ('<meta property="article:published_time" content="2021-02-02T07:15:00+01:00">', {"published": datetime(2021, 2, 2, 7, 15), "published_note": "meta article:published_time"}),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "H one two", "datePublished": "2021-02-02", "author": [{"name": "Ada Fenn"}, {"name": "Bo Lind"}], "publisher": {"name": "P"}}</script>',
         {"title": "H one two", "author": "Ada Fenn, Bo Lind", "published": datetime(2021, 2, 2), "published_note": "ld+json"}),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": "2021-02-02"},]}</script>', {"published": datetime(2021, 2, 2)}),
        ('<link rel="canonical" href="https://www.courier.example/2021/02/02/ferry">', {"url": "https://www.courier.example/2021/02/02/ferry", "published": datetime(2021, 2, 2), "published_note": "URL"}),
        ('<meta name="date" content="2999-01-01">', {"published": None, "published_note": "the stated date 2999-01-01 lies in the future: not used"}),
        ("", {"title": samples.TITLE, "source": "Lindby Courier", "published": None}),
    ],
)  # fmt: skip
def test_metadata(head, fields):
    c = clean_page(samples.page(head=head))
    assert {k: getattr(c, k) for k in fields} == fields
    assert c.text == samples.BODY


def test_deeply_nested_pages_keep_their_text():
    deep = "<div>" * 5000 + "".join(f"<p>{p}</p>" for p in samples.PARAGRAPHS) + "</div>" * 5000
    assert clean_page(f"<html><body>{deep}</body></html>").text == samples.BODY


def test_an_article_that_a_script_shows_later_is_found():
    body = "".join(f"<p>{p}</p>" for p in samples.PARAGRAPHS * 3)
    hidden = f"<html><head><title>x</title></head><body><div hidden id='a'>{body}</div></body></html>"
    assert clean_page(hidden).text.startswith(samples.LEAD)
    data = body.replace("<", "\\u003c").replace(">", "\\u003e")
    scripted = f'<html><body><div id="root"></div><script>window.data = "{data}";</script></body></html>'
    assert clean_page(scripted).text.startswith(samples.LEAD)


def test_visible_text_has_no_scripts_and_all_blocks():
    lines = visible(samples.page()).split("\n")
    assert samples.LEAD in lines
    assert "Home" in lines
    assert not any("nothing to read" in x for x in lines)


# headline, deck, byline, caption around the body → what becomes of each
@pytest.mark.parametrize(
    ("head", "title", "deck"),
    [
        # a short headline in capitals over a long summary that the lead repeats
        (["NO BOAT", samples.LEAD, "By Ada Fenn"], "NO BOAT", samples.LEAD),
        # the same with a caption between
        (["NO BOAT", samples.LEAD, "By Ada Fenn", "The quay at noon. Picture: Bo Marsh"], "NO BOAT", samples.LEAD),
        # a headline that shares no word with its text is told by the byline below it
        (["Well, that was that then", "By Ada Fenn"], "Well, that was that then", ""),
        # a summary that does not end like a sentence
        (
            [samples.TITLE, "A third winter, a broken winch and a town that has learned to wait"],
            samples.TITLE,
            "A third winter, a broken winch and a town that has learned to wait",
        ),
    ],
)
def test_heads_that_mislead(head, title, deck):
    found = clean_text(page(*head, samples.BODY))
    assert (found.title, found.deck, found.text) == (title, deck, samples.BODY)


def test_a_headline_in_capitals_ends_where_a_wrapped_text_begins():
    body = "\n\n".join(textwrap.fill(p, 72) for p in samples.BODY.split("\n\n"))
    found = clean_text(f"NO BOAT FOR THE THIRD WINTER\nby Ada Fenn\n\n{body}")
    assert (found.title, found.author) == ("NO BOAT FOR THE THIRD WINTER", "Ada Fenn")
    assert found.text == samples.BODY


# a sentence at the end that looks like a note on the author or to the reader, and is not
@pytest.mark.parametrize(
    "last",
    [
        "Politics is the least of it. The harbour master, Ada Fenn, told the council that nobody had asked her.",
        "The harbour master's deputy, Bo Marsh, was to follow her on Thursday.",
    ],
)
def test_last_sentences_that_stay(last):
    assert clean_text(page(samples.TITLE, samples.BODY, last)).text.endswith(last)


def test_small_print_under_a_picture_is_its_caption():
    body = "".join(f"<p>{p}</p>" for p in samples.BODY.split("\n\n"))
    found = clean_page(
        f"<html><body><h1>{samples.TITLE}</h1><img src='a.jpg'><br><small>The quay at noon on the last day of the season"
        f"</small>{body}</body></html>"
    )
    assert found.text == samples.BODY
    assert [c.reason for c in found.cuts if c.text.startswith("The quay")] == ["caption"]


_REOPENED = page(
    "The harbour of Lindby reopened on Tuesday after a storm had kept it closed for nine days, the council said.",
    samples.SECOND,
    samples.THIRD,
    samples.FOURTH,
)
_GERMAN = page(
    "Der Hafen von Lindby hat am Dienstag wieder geöffnet, nachdem ein Sturm ihn neun Tage lang geschlossen hatte.",
    "„Wir können nicht immer wieder eine Mauer flicken, die das Meer schon genommen hat“, sagte Marta Ohlsen am Abend.",
    "Die Fischer, die am Kai anlegen, sagten, niemand habe sie gefragt. Der Rat will sie im Frühjahr anhören.",
)


# a date in a headline is neither a date line nor the date of publication
@pytest.mark.parametrize("byline", [[], ["By Ada Fenn"], ["Lindby Courier, 3 February 2021"]], ids=["", "by", "dated"])
@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Harbour reopens on 12 March 2024 after storm", _REOPENED),
        ("Harbour Reopens on March 12, 2024", _REOPENED),
        ("Lindby harbour: what the council decided on 12 March 2024", _REOPENED),
        ("Storm of 12 March 2024 closes the ferry terminal", _REOPENED),
        ("12 March 2024: the day the harbour reopened", _REOPENED),
        ("Harbour council to vote by 2024-03-12", _REOPENED),
        ("Hafen öffnet am 12. März 2024 nach dem Sturm wieder", _GERMAN),
    ],
)
def test_a_headline_may_hold_a_date(headline, byline, body):
    c = clean_text(page("Home", "World", headline, *byline, body))
    assert (c.title, c.text) == (headline, body)
    assert c.published == (datetime(2021, 2, 3) if byline and "2021" in byline[0] else None)


# what stands around the date of a date line
@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("12 March 2024", ""),
        ("Published 12 March 2024", ""),
        ("By Ada Fenn, 12 March 2024", "Ada Fenn"),
        ("Ada Fenn | 12 March 2024 | 3 min read", "Ada Fenn"),
        ("Ada Fenn in Lindby on March 12, 2024", "Ada Fenn"),
        ("Lindby Courier, Tuesday 12 March 2024", ""),
        ("Posted on 12 March 2024 by Ada Fenn", None),
        ("12 March 2024 at 10:15 GMT Updated 12:15 GMT", ""),
        ("Originally published on the harbour site on 12 March 2024", ""),
    ],
)
def test_a_date_line_is_no_headline(line, author):
    c = clean_text(page("Harbour council shuts ferry terminal", line, _REOPENED))
    assert (c.title, c.text) == ("Harbour council shuts ferry terminal", _REOPENED)
    assert c.published is not None
    assert c.published.date().isoformat() == "2024-03-12"
    assert author is None or c.author == author


@pytest.mark.parametrize("at", [0, 1])
def test_a_short_sentence_with_a_date_stays_in_the_text(at):
    parts = _REOPENED.split("\n\n")
    parts.insert(at, "It had closed on 12 March 2024.")
    c = clean_text(page("Harbour council opens ferry terminal", *parts))
    assert (c.text, c.published) == (page(*parts), None)
