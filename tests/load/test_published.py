# ruff: noqa: E501 (tables)
from datetime import datetime, timedelta

import pytest

from dateline.load import language
from dateline.load.columns import guess
from dateline.load.language import given, language_of
from dateline.load.published import find, from_address, from_file_name, parse_given

from . import samples

DAY = datetime(2021, 2, 3)


# ISO with and without zone, mail, Unix time, and how people write dates in many languages
@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2021-02-03", DAY), ("2021-02-03T04:05:06Z", datetime(2021, 2, 3, 4, 5, 6)), ("2021-02-03T23:05:06-08:00", datetime(2021, 2, 3, 23, 5, 6)),
        ("Wed, 03 Feb 2021 04:05:06 +0000", datetime(2021, 2, 3, 4, 5, 6)), (1612310400, DAY), ("1612310400000", DAY), ("20210203", DAY),
        ("Feb 3, 2021", DAY), ("February 3, 2021 4:05 p.m.", datetime(2021, 2, 3, 16, 5)), ("3 February 2021", DAY), ("3rd of Feb. 2021", DAY),
        ("2021/02/03 04:05", datetime(2021, 2, 3, 4, 5)), ("03.02.2021", DAY), ("3.2.21", DAY), ("03/02/2021", None), ("23/02/2021", datetime(2021, 2, 23)),
        ("02/23/2021", datetime(2021, 2, 23)), ("3. Februar 2021", DAY), ("3 février 2021 à 4h05", datetime(2021, 2, 3, 4, 5)), ("3 de febrero de 2021", DAY),
        ("3 febbraio 2021", DAY), ("3 lutego 2021", DAY), ("3 февраля 2021", DAY), ("3 Şubat 2021", DAY), ("2021年2月3日", DAY), ("2021년 2월 3일", DAY),
        ("3 فبراير 2021", DAY), ("3. února 2021", DAY), ("3. helmikuuta 2021", DAY),
        ("", None), ("soon", None), ("2021-02-31", None), ("1492-10-12", None), ("1970-01-01", None), (None, None), (True, None), ("nan", None),
        (datetime(2021, 2, 3), DAY),
    ],
)  # fmt: skip
def test_given_dates(value, when):
    assert parse_given(value)[0] == when


def test_a_date_in_the_future_is_doubted_and_a_day_of_grace_given():
    later = datetime.now() + timedelta(days=3)
    assert parse_given(later.isoformat()) == (None, f"the stated date {later:%Y-%m-%d} lies in the future: not used")
    assert parse_given((datetime.now() + timedelta(hours=20)).isoformat())[0] is not None


def test_a_date_that_can_be_read_in_two_ways_is_not_used_unless_settled():
    assert "two ways" in parse_given("03/02/2021")[1]
    assert parse_given("03/02/2021", dayfirst=True)[0] == DAY
    assert parse_given("03/02/2021", dayfirst=False)[0] == datetime(2021, 3, 2)


# where in a line; glued times; numbers that are no dates
@pytest.mark.parametrize(
    ("text", "when", "start"),
    [
        ("Published Feb 3, 2021 • 3 minute read", DAY, 10),
        ("Oslo | 03.02.2021 - 04.05", datetime(2021, 2, 3, 4, 5), 7),
        ("渡辺2021年2月3日 4時05分", datetime(2021, 2, 3, 4, 5), 2),
        ("Call 555-2021-02", None, -1),
        ("v2021.02.03.4", None, -1),
        ("It cost 12.50 in May 2021", None, -1),
        ("May 2021", None, -1),
        ("no numbers here", None, -1),
    ],
)
def test_dates_in_lines(text, when, start):
    found = find(text)
    assert (found[0], found[2]) == (when, start)


@pytest.mark.parametrize(
    ("url", "when"),
    [
        ("https://a.example/2021/02/03/title", DAY), ("https://a.example/news/2021-02-03-title", DAY), ("https://a.example/20210203/x", DAY),
        ("https://a.example/2021/feb/03/x", DAY), ("https://a.example/news/20210203123456/", None), ("https://a.example/2021/02/title", None),
        ("https://a.example/story-2021020355", None), ("https://a.example/?date=2021-02-03", None), ("", None), ("https://a.example/2021/13/40/x", None),
    ],
)  # fmt: skip
def test_addresses(url, when):
    assert from_address(url)[0] == when


@pytest.mark.parametrize(
    ("name", "when"),
    [("2021-02-03 ferry.txt", DAY), ("x/courier_20210203.pdf", DAY), ("a_2021_02_03.html", DAY), ("ferry.txt", None), ("12345678.txt", None)],
)  # fmt: skip
def test_file_names(name, when):
    assert from_file_name(name)[0] == when


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (samples.BODY, "en"), ("Der Hafenrat stimmte am Dienstag für die Schließung des alten Terminals.", "de"), ("", ""), ("12 34 56", ""),
        ("Le conseil du port a voté mardi la fermeture de l'ancien terminal des ferries.", "fr"), ("港湾評議会は火曜日に古いターミナルを閉鎖することを決めた", "ja"),
        ("Совет порта проголосовал за закрытие старого паромного терминала", "ru"),
    ],
)  # fmt: skip
def test_languages(text, code):
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("said", "code"), [("en-GB", "en"), ("eng", "en"), ("German", "de"), ("ENGLISH", "en"), ("", ""), ("?", "")]
)
def test_stated_languages(said, code):
    assert given(said) == code


# columns by name, by content, and not at all
@pytest.mark.parametrize(
    ("columns", "row", "fields"),
    [
        (["ID", "Headline", "Full Text", "Publication Date"], ["1", "T", "B", "2021-02-03"], {"id": "ID", "title": "Headline", "text": "Full Text", "published": "Publication Date"}),
        (["a", "b", "c"], ["x", samples.BODY, "2021-02-03"], {"text": "b", "published": "c"}),
        (["a", "url"], [samples.BODY, "https://a.example"], {"text": "a", "url": "url"}),
        (["title", "summary", "inhalt2"], ["T", "short", samples.BODY], {"title": "T", "text": "inhalt2"}),
        (["a", "b"], ["1", "2"], {}),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_name_then_by_content(columns, row, fields):
    got = guess(columns, [row]).fields
    assert {k: v for k, v in got.items() if k != "title"} == {k: v for k, v in fields.items() if k != "title"}


def test_a_long_english_text_is_told_without_the_identifier(monkeypatch):
    """Its middle may be a list of names; a text in another language still asks."""
    asked = []
    real = language._identifier

    def identifier():
        asked.append(1)
        return real()

    monkeypatch.setattr(language, "_identifier", identifier)
    english = "The mayor said that it was one of the storms that have been seen from the tower, which will be shut with wire. "
    names = "Orrin Vale (Tessel), Bram Oduya (Marl), Ines Quill (Wexcombe), Piet Hauser (Dorn), Una Falk (Brill). " * 3
    assert language_of(english * 4 + names * 3 + english * 12) == "en"
    assert asked == []
    german = "Der Bürgermeister sagte, dass es einer der Stürme war, die man vom Turm aus gesehen habe. " * 20
    assert language_of(german) == "de"
    assert asked == [1]
