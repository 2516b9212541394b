# ruff: noqa: E501 (samples)
"""What people are given by services, scrapers, blogs, archives and browsers: each loaded as its owner means it."""

import csv
import io
import json

import pytest

from dateline.errors import RefusedError
from dateline.load.read import Item, Source, read, read_item

from . import samples

TITLE, BODY, URL = samples.TITLE, samples.BODY, "https://courier.example/7"
SHORT = "The quay is shut, says the council of Lindby."


def table(**cells: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([cells.keys(), cells.values()])
    return out.getvalue()


def articles(name: str, data: str | bytes):
    found = list(read_item(Item(name, data=data.encode() if isinstance(data, str) else data)))
    return [x for x in found if not isinstance(x, RefusedError)], [x for x in found if isinstance(x, RefusedError)]


def listed(rows: list[dict], *, under: str = "results") -> str:
    return json.dumps({"status": "ok", "run": {"spider": "courier", "items": 1}, under: rows})


@pytest.mark.parametrize(
    ("name", "data", "fields"),
    [
        # Media Cloud, with text
        ("mc.csv", table(stories_id="7", publish_date="2021-02-02 07:30:00", title=TITLE, url=URL, language="en", media_id="1", media_name="courier.example", text=BODY),
         {"title": TITLE, "day": "2021-02-02 07:30", "source": "courier.example", "url": URL}),
        # Zotero has no text but its abstract
        ("zotero.csv", table(Key="AB", **{"Item Type": "newspaperArticle", "Publication Year": "2021", "Author": "Fenn, Ada", "Title": TITLE, "Publication Title": "Lindby Courier", "Url": URL, "Abstract Note": SHORT, "Date": "2021-02-02", "Date Added": "2022-01-01 10:00:00"}),
         {"title": TITLE, "day": "2021-02-02 00:00", "source": "Lindby Courier", "url": URL, "note": "only the summary that the table gives"}),
        # posts: the name is a person's, no headline
        ("tweets.csv", table(id="1356", created_at="Tue Feb 02 07:30:00 +0000 2021", username="adafenn", name="Ada Fenn", text=SHORT, like_count="9"),
         {"title": "", "author": "Ada Fenn", "day": "2021-02-02 07:30", "given_id": "1356"}),
        # GDELT writes its times without signs
        ("gdelt.csv", table(GKGRECORDID="1", DATE="20210202073000", SourceCommonName="courier.example", DocumentIdentifier=URL, Text=BODY),
         {"day": "2021-02-02 07:30", "source": "courier.example", "url": URL}),
        # a scraper: nested keys, seconds since 1970, paragraphs as a list
        ("scraper.json", listed([{"headline": {"main": TITLE}, "article_body": list(samples.PARAGRAPHS), "timestamp": 1612251000, "site": {"name": "Lindby Courier"}, "authors": [{"name": "Ada Fenn"}, {"name": "Bo Lind"}], "link": URL, "tags": ["a"]}]),
         {"title": TITLE, "day": "2021-02-02 07:30", "source": "Lindby Courier", "author": "Ada Fenn, Bo Lind", "url": URL}),
        # milliseconds, markup
        ("ms.json", json.dumps([{"title": TITLE, "content": "".join(f"<p>{p}</p>" for p in samples.PARAGRAPHS), "published": 1612251000000, "publisher": "Lindby Courier"}]),
         {"title": TITLE, "day": "2021-02-02 07:30", "source": "Lindby Courier", "text": BODY}),
        # news-please: the day of download is not the day of publication
        ("np.jsonl", json.dumps({"title": TITLE, "maintext": BODY, "date_download": "2022-01-01 00:00:00", "date_publish": "2021-02-02 07:30:00", "source_domain": "courier.example", "authors": ["Ada Fenn"], "url": URL, "description": "Short."}),
         {"day": "2021-02-02 07:30", "source": "courier.example", "text": BODY}),
        # a service that gives the beginning only
        ("newsapi.json", listed([{"source": {"id": None, "name": "Lindby Courier"}, "title": TITLE, "description": "Short.", "url": URL, "publishedAt": "2021-02-02T07:30:00Z", "content": f"{samples.LEAD}\n{samples.SECOND}… [+1034 chars]"}], under="articles"),
         {"day": "2021-02-02 07:30", "source": "Lindby Courier", "note": "only the beginning that the service gives"}),
        # the interface of WordPress
        ("wp.json", json.dumps([{"id": 7, "date": "2021-02-02T07:30:00", "link": URL, "title": {"rendered": TITLE}, "content": {"rendered": "".join(f"<p>{p}</p>" for p in samples.PARAGRAPHS), "protected": False}, "excerpt": {"rendered": "Short."}}]),
         {"title": TITLE, "day": "2021-02-02 07:30", "url": URL, "text": BODY}),
        # a page that a browser saved knows where it came from
        ("saved.html", f"<!-- saved from url=(0045)https://courier.example/2021/02/02/ferry -->\n{samples.page()}",
         {"url": "https://courier.example/2021/02/02/ferry", "day": "2021-02-02 00:00", "text": BODY}),
    ],
    ids=lambda x: x if isinstance(x, str) and len(x) < 20 else "",
)  # fmt: skip
def test_fields_of_what_people_are_given(name, data, fields):
    (found,), refused = articles(name, data)
    assert not refused
    got = {"day": f"{found.published:%Y-%m-%d %H:%M}" if found.published else ""}
    assert {k: got.get(k, getattr(found, k, None)) for k in fields} == fields
    assert found.text


def test_a_table_of_headlines_and_addresses_is_refused_whole():
    loaded, refused = articles(
        "mc.csv", table(id="a", publish_date="2021-02-02", title=TITLE, url=URL, media_name="x.example")
    )
    assert (loaded, len(refused)) == ([], 1)
    assert "media_name" in str(refused[0])


WORDPRESS = """<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Lindby Courier</title><wp:author><wp:author_login><![CDATA[ada]]></wp:author_login>
<wp:author_display_name><![CDATA[Ada Fenn]]></wp:author_display_name></wp:author>{items}</channel></rss>"""


def entry(title: str, text: str, kind: str = "post", status: str = "publish") -> str:
    return (
        f"<item><title>{title}</title><link>https://courier.example/a</link><pubDate>Tue, 02 Feb 2021 07:30:00 +0000</pubDate>"
        f"<dc:creator><![CDATA[ada]]></dc:creator><content:encoded><![CDATA[{text}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[Short.]]></excerpt:encoded><wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type></item>"
    )


def test_a_wordpress_export_gives_its_posts():
    blocks = "".join(f"<!-- wp:paragraph -->\n<p>{p}</p>\n<!-- /wp:paragraph -->\n\n" for p in samples.PARAGRAPHS)
    classic = f'[caption id="a_5" width="300"]<img src="x.jpg"/> The quay[/caption]\n\n{BODY}\n\n[gallery ids="1,2"]'
    items = entry("Blocks", blocks) + entry("Classic", classic) + entry("Draft", blocks, status="draft")
    items += entry("quay.jpg", "", "attachment", "inherit") + entry("Menu", "", "nav_menu_item")
    loaded, refused = articles("blog.xml", WORDPRESS.format(items=items))
    assert [(a.title, a.text, a.author, a.note) for a in loaded] == [
        ("Blocks", BODY, "Ada Fenn", ""), ("Classic", BODY, "Ada Fenn", ""), ("Draft", BODY, "Ada Fenn", "a draft that was never published"),
    ]  # fmt: skip
    assert [r.reason for r in refused] == ["pictures, menus and the like of the site, no articles (2)"]


def test_a_page_of_the_wayback_machine_has_the_address_of_the_original():
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer = WARCWriter(out, gzip=True)
    url = "https://web.archive.org/web/20210305101500id_/https://courier.example/2021/02/02/ferry"
    writer.write_record(
        writer.create_warc_record(url, "response", io.BytesIO(samples.page().encode()), http_headers=headers)
    )
    (found,), _ = articles("a.warc.gz", out.getvalue())
    assert (found.url, str(found.published)[:10]) == ("https://courier.example/2021/02/02/ferry", "2021-02-02")


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path):
    folder = tmp_path / "saved" / f"{TITLE}_files"
    folder.mkdir(parents=True)
    (tmp_path / "saved" / f"{TITLE}.html").write_text(samples.page())
    for name in ("main.css", "app.js.download", "saved_resource.html", "logo.png", "data.json", "count"):
        (folder / name).write_text("var x = 'A sentence of some words stands in here today.';")
    assert [a.origin for a in read([Source(tmp_path / "saved", "saved")])] == [f"saved/{TITLE}.html"]
    # dropped in the browser, each file comes by itself
    parts = [Source(p, p.relative_to(tmp_path).as_posix()) for p in sorted(tmp_path.rglob("*")) if p.is_file()]
    assert [a.origin for a in read(parts)] == [f"saved/{TITLE}.html"]
    # an article that someone keeps in such a folder stays one
    (folder / "story.txt").write_text(BODY)
    assert len(list(read([Source(tmp_path / "saved", "saved")]))) == 2


@pytest.mark.parametrize("name", ["site.css", "site.js", "drawing.svg", "type.woff2"])
def test_parts_of_web_pages_are_refused_as_such(name):
    data = {
        "drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0'/></svg>",
        "type.woff2": "wOF2" + "x" * 50,
    }
    loaded, refused = articles(name, data.get(name, "var x = 'A sentence of some words stands in here today.';"))
    assert (loaded, len(refused)) == ([], 1)


def test_a_forwarded_message_is_dated_by_the_first_one():
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"] = "Ada Fenn <ada@mail.example>", "me@mail.example"
    message["Subject"], message["Date"] = f"Fwd: {TITLE}", "Fri, 05 Feb 2021 09:00:00 +0100"
    header = f"From: Lindby Courier <news@courier.example>\nDate: Tue, Feb 2, 2021 at 7:30 AM\nSubject: {TITLE}\nTo: <ada@mail.example>\n\n"
    message.set_content(f"FYI\n\n---------- Forwarded message ---------\n{header}\n{BODY}\n")
    (found,), _ = articles("fwd.eml", message.as_bytes())
    assert (found.title, found.source, f"{found.published:%Y-%m-%d %H:%M}", found.text) == (
        TITLE,
        "Lindby Courier",
        "2021-02-02 07:30",
        BODY,
    )


def test_front_matter_of_a_web_clipper():
    front = f'---\ntitle: "{TITLE}"\nauthor:\n  - "[[Ada Fenn]]"\n  - "[[Bo Lind]]"\ncreated: 2021-02-05\npublished: 2021-02-02\nsource: "{URL}"\n---\n'
    (found,), _ = articles("clip.md", front + BODY)
    assert (found.title, found.author, found.url, found.source) == (TITLE, "Ada Fenn, Bo Lind", URL, "courier.example")
    assert str(found.published)[:10] == "2021-02-02"


def test_days_that_a_spreadsheet_numbers():
    (found,), _ = articles("a.xlsx", samples.xlsx([["Headline", "Date", "Text"], ["A", "44229", BODY]]))
    assert str(found.published)[:10] == "2021-02-02"


@pytest.mark.parametrize(("rule", "number"), [("=" * 40, 3), ("*" * 30, 3), ("-" * 40, 1), ("=" * 8, 1)])
def test_articles_that_lines_of_signs_part(rule, number):
    text = f"\n\n{rule}\n\n".join(f"{TITLE} {n}\n\nBy Ada Fenn\n\n{BODY}" for n in range(3))
    loaded, _ = articles("many.txt", text)
    assert len(loaded) == number
    if number > 1:
        assert [(a.title, a.text, a.place) for a in loaded] == [
            (f"{TITLE} {n}", BODY, f"article {n + 1}") for n in range(3)
        ]
    # what is parted from an article may be its foot
    assert len(articles("one.txt", f"{TITLE}\n\n{BODY}\n\n{rule}\n\nComments\n\n{rule}\n\nSubscribe now.")[0]) == 1


@pytest.mark.parametrize("text", ["TY  - NEWS\nTI  - A\nER  -\n", "@article{fenn2021,\n  title = {A}\n}\n"])
def test_lists_of_references_are_refused_with_a_way_out(text):
    loaded, refused = articles("refs.txt", text)
    assert loaded == []
    assert "CSV" in refused[0].cure
