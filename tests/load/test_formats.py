# ruff: noqa: E501 (tables)
import io
import json
import struct
import zipfile

import pytest

from dateline.errors import RefusedError
from dateline.load.article import Article
from dateline.load.columns import Mapping
from dateline.load.read import Source, mappings_of, read, read_pasted
from dateline.load.source import Item

from . import samples

FILES = samples.files()


def load(tmp_path, name, data, **more):
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    out = list(read([Source(path, name)], **more))
    return [x for x in out if not isinstance(x, RefusedError)], [x for x in out if isinstance(x, RefusedError)]


# every format: how many articles; all hold the same body in the first
@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("plain.txt", 1), ("note.md", 1), ("page.html", 1), ("page.mhtml", 1), ("table.csv", 2), ("table.tsv", 2),
        ("lines.jsonl", 2), ("list.json", 2), ("book.xlsx", 1), ("paper.pdf", 1), ("word.docx", 1), ("open.odt", 1),
        ("rich.rtf", 1), ("mail.eml", 1), ("box.mbox", 2), ("feed.xml", 2), ("web.warc.gz", 2), ("web.warc", 2),
        ("pile.zip", 2), ("pile.tar.gz", 1), ("nexis.txt", 2), ("uni.docx", 2), ("factiva.txt", 2), ("factiva.rtf", 2),
        ("one.txt.gz", 1), ("book.ods", 1), ("book.xls", 1), ("atom.xml", 1), ("nexis.rtf", 2), ("nexis.docx", 2),
        ("nexis.html", 2), ("factiva.docx", 2), ("factiva.html", 2), ("uni.txt", 2),
    ],
)  # fmt: skip
def test_a_format_is_told_by_its_content_and_its_article_is_kept(tmp_path, name, articles):
    # the extension must not matter: the same bytes under another name
    for shown in (name, "input.bin" if not name.endswith((".md", ".csv", ".tsv", ".gz", ".json")) else name):
        loaded, refused = load(tmp_path, shown, FILES[name])
        assert not refused
        assert len(loaded) == articles
        assert " ".join(loaded[0].text.split()).startswith("The harbour council of Lindby voted on Tuesday")
        assert "published last month" in " ".join(loaded[0].text.split())
        assert not any(w in loaded[0].text for w in ("Home", "Facebook", "rights reserved", "LOAD-DATE", "\x00"))


# what the formats say about the article
@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("page.html", {"title": samples.TITLE, "source": "Lindby Courier", "author": "Ada Fenn", "language": "en"}),
        ("table.csv", {"title": samples.TITLE, "published": "2021-02-02", "published_from": "given", "place": "line 2"}),
        ("lines.jsonl", {"source": "Lindby Courier", "published": "2021-02-02", "place": "line 1"}),
        ("book.xlsx", {"title": samples.TITLE, "published": "2021-02-02", "place": "News row 2"}),
        ("mail.eml", {"title": samples.TITLE, "published": "2021-02-02", "published_note": "mail header"}),
        ("feed.xml", {"url": "https://courier.example/a", "published": "2021-02-02", "place": "entry 1", "note": ""}),
        ("web.warc.gz", {"url": "https://courier.example/2021/02/01/page", "published": "2021-02-01", "published_note": "URL"}),
        ("nexis.txt", {"title": f"{samples.TITLE} 1", "author": "Ada Fenn", "source": "Lindby Courier", "published": "2021-02-01"}),
        ("uni.docx", {"title": f"{samples.TITLE} 1", "author": "Ada Fenn", "source": "Lindby Courier", "published": "2021-02-01"}),
        ("factiva.txt", {"title": f"{samples.TITLE} 1", "author": "Ada Fenn", "source": "Lindby Courier", "published": "2021-02-01"}),
        ("factiva.rtf", {"title": f"{samples.TITLE} 1", "author": "Ada Fenn", "given_id": "LINDC00020210202eh220001p"}),
        ("pile.zip", {"origin": "pile.zip/a.txt"}),
    ],
)  # fmt: skip
def test_fields_come_from_the_format(tmp_path, name, fields):
    first = load(tmp_path, name, FILES[name])[0][0]
    got = {k: str(getattr(first, k))[:10] if k == "published" else getattr(first, k) for k in fields}
    assert got == fields


# bad input: what must be said, and how many articles are kept all the same
BAD = {
    "empty file": ("a.txt", b"", 0, "is empty"),
    "only blanks": ("a.txt", b" \n\n\t", 0, "is empty"),
    "picture": ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(100), 0, "a picture"),
    "old Word file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 0, "save it as .docx"),
    "RAR archive": ("a.rar", b"Rar!\x1a\x07" + bytes(50), 0, "unpack it"),
    "page of scripts": ("a.html", "<html><body><script>run()</script></body></html>", 0, "no article found"),
    "PDF cut short": ("a.pdf", FILES["paper.pdf"][:200], 0, "damaged or cut short"),
    "scanned PDF": ("a.pdf", samples.pdf([]), 0, "scanned and holds no text"),
    "zip cut short": ("a.zip", FILES["pile.zip"][:-40], 0, "damaged or cut short"),
    "tar cut short": ("a.tar.gz", FILES["pile.tar.gz"][:-60], 0, "damaged or cut short"),
    "Word file cut short": ("a.docx", FILES["word.docx"][:3000], 0, "damaged"),
    "feed without entries": ("a.xml", "<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", 0, "holds no entries"),
    "bad JSON line": ("a.jsonl", json.dumps(samples.row()) + "\n{oops\n" + json.dumps(samples.row(title="B")), 2, "line 2: not JSON"),
    "deep nesting": ("a.jsonl", json.dumps(samples.row()) + "\n" + "[" * 200_000, 1, "line 2: not JSON"),
    "a field of deep nesting": ("a.jsonl", f'{{"title": {"[" * 900}"a"{"]" * 900}, "text": {json.dumps(samples.BODY)}}}\n{{oops\n' + json.dumps(samples.row()), 2, "line 2"),
    "text is no string": ("a.jsonl", json.dumps(samples.row()) + '\n{"text": 7}', 1, "not a string"),
    "no text key": ("a.jsonl", json.dumps(samples.row()) + '\n{"title": "x", "views": 3}', 1, "keys: title, views"),
    "list cut short": ("a.json", json.dumps([samples.row(), samples.row()])[:-20], 1, "not JSON from here on"),
    "unknown columns": ("a.csv", "alpha,beta\n1,2\n3,4\n", 0, "columns: 'alpha', 'beta'"),
    "row with too many cells": ("a.csv", f"title,text\nA,{samples.FOURTH.replace(',', '')}\nB,x,y,z\n", 1, "line 3: 4 cells"),
    "quote never closed": ("a.csv", f'title,text\nA,"{samples.FOURTH}"\nB,"open\nC,"{samples.LEAD}"\n', 2, "opened and not closed"),
    "export that lacks an article": ("a.txt", samples.nexis(3), 2, "states 3 articles and 2 were found"),
    "mail without text": ("a.eml", "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: x\n\n", 0, "no text"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "kept", "said"), BAD.values(), ids=BAD)
def test_bad_input_is_refused_by_name_place_reason_and_cure(tmp_path, name, data, kept, said):
    loaded, refused = load(tmp_path, name, data)
    assert len(loaded) == kept
    assert len(refused) == 1
    assert said in str(refused[0])
    assert refused[0].cure or "empty" in said
    assert refused[0].origin.startswith(name)


def test_a_packed_archive_that_breaks_off_keeps_its_pages_and_says_so(tmp_path):
    data = samples.warc(3, packed=False)
    loaded, refused = load(tmp_path, "a.warc", data[: data.index(b"part 2") + 1200])
    assert len(loaded) + len(refused) == 3
    assert "its end is missing" in "".join(a.note for a in loaded) + "".join(r.reason for r in refused)


def test_an_entry_that_is_only_a_summary_is_marked(tmp_path):
    assert [a.note for a in load(tmp_path, "f.xml", FILES["feed.xml"])[0]] == [
        "",
        "only the summary that the feed gives",
    ]


def test_an_entity_bomb_does_not_expand(tmp_path):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">{entities}]><rss><channel><item><title>&e11;</title>'
    loaded, refused = load(
        tmp_path, "f.xml", bomb + f"<description>{samples.LEAD}</description></item></channel></rss>"
    )
    assert len(loaded) + len(refused) == 1
    assert all(len(a.title) < 1000 for a in loaded)


def test_names_in_archives_are_only_names(tmp_path):
    data = samples.zipped(
        {"../../up.txt": samples.BODY, "C:\\x\\y.txt": samples.BODY + " More.", "/root.txt": samples.LEAD}
    )
    loaded, _ = load(tmp_path, "a.zip", data)
    assert [a.origin for a in loaded] == ["a.zip/up.txt", "a.zip/x/y.txt", "a.zip/root.txt"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_archives_are_opened_once_inside_archives(tmp_path):
    inner = samples.zipped({"a.txt": samples.BODY})
    twice = samples.zipped({"in.zip": inner, "twice.zip": samples.zipped({"in.zip": inner})})
    loaded, refused = load(tmp_path, "a.zip", twice)
    assert [a.origin for a in loaded] == ["a.zip/in.zip/a.txt"]
    assert "unpack it first" in str(refused[0])


def test_a_cell_in_the_farthest_corner_does_not_fill_the_memory(tmp_path):
    with zipfile.ZipFile(io.BytesIO(FILES["book.xlsx"])) as z:
        parts = {n: z.read(n) for n in z.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    new = samples.zipped(parts | {"xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", far)})
    old = bytearray(FILES["book.xls"])
    at = bytes(old).rfind(struct.pack("<H", 0x204))
    old[at + 4 : at + 8] = struct.pack("<HH", 65_535, 65_535)
    for name, data in (("a.xlsx", new), ("a.xls", bytes(old))):
        loaded, refused = load(tmp_path, name, data)
        assert (loaded, len(refused)) == ([], 1)
        assert "memory" in refused[0].reason


def test_bombs_are_stopped_by_what_is_really_read(tmp_path, monkeypatch):
    loaded, refused = load(tmp_path, "a.zip", samples.zipped({"big.txt": b" " * 60_000_000, "a.txt": samples.BODY}))
    assert [a.origin for a in loaded] == ["a.zip/a.txt"]
    assert "like a bomb" in str(refused[0])
    # a directory that lies about the size of a member
    data = bytearray(samples.zipped({"a.txt": samples.BODY * 50}))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    loaded, refused = load(tmp_path, "b.zip", bytes(data))
    assert len(loaded) + len(refused) == 1


def test_a_mapping_is_guessed_shown_and_can_be_changed(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(f"k;Wann;Was\nx1;03/04/2021;{samples.LEAD * 3}\nx2;25/12/2020;{samples.BODY!r}\n")
    guessed = mappings_of(Item("t.csv", path))[0]
    assert guessed.columns == ("k", "Wann", "Was")
    assert (guessed.fields["text"], guessed.fields["published"], guessed.dayfirst) == ("Was", "Wann", True)
    given = Mapping({"text": "Was", "id": "k", "published": "Wann"}, dayfirst=False)
    out = list(read([Source(path, "t.csv")], columns=lambda _: given))
    assert [a.given_id for a in out] == ["x1", "x2"]
    assert str(out[0].published)[:10] == "2021-03-04"


# character for character, also when empty, also what json escapes badly
@pytest.mark.parametrize(
    "text", ["", "  a\r\n\tb  ", "x", "Read more\n\nHome", "<p>kept</p> <p>kept</p>", "tab\tand \u00a0"]
)
def test_without_cleaning_the_text_is_the_given_text(tmp_path, text):
    line = json.dumps({"id": "7", "text": text, "title": " T ", "published": "2021-02-02T10:00:00+02:00"})
    (a,), refused = load(tmp_path, "a.jsonl", line, clean=False)
    assert (a.text, a.cuts, a.given_id, refused) == (text, (), "7", [])
    assert str(a.published) == "2021-02-02 10:00:00"


def test_a_table_without_header_loses_no_row(tmp_path):
    loaded, _ = load(tmp_path, "a.csv", f'1,"{samples.LEAD} {samples.THIRD}"\n2,"{samples.SECOND} {samples.THIRD}"\n')
    assert [a.place for a in loaded] == ["line 1", "line 2"]


def test_a_broken_first_line_is_no_reason_to_take_records_for_text(tmp_path):
    loaded, refused = load(tmp_path, "a.jsonl", "broken\n" + json.dumps(samples.row()))
    assert (len(loaded), refused[0].place) == (1, "line 1")


def test_lone_surrogates_are_replaced(tmp_path):
    (a,), _ = load(tmp_path, "a.jsonl", '{"text": "bad \\ud83d here", "title": "\\udc00"}', clean=False)
    assert (a.text, a.title) == ("bad \ufffd here", "\ufffd")


# spellings of keys, nested keys, lists of paragraphs
@pytest.mark.parametrize(
    "record",
    [
        {
            "Headline": "T",
            "Full_Text": "B",
            "pub_date": "2021-02-02",
            "Publication": "S",
            "byline": "A",
            "web_url": "u",
        },
        {
            "title": "T",
            "content": "B",
            "publishedAt": "2021-02-02T00:00:00Z",
            "source": {"id": None, "name": "S"},
            "author": "A",
            "url": "u",
        },
        {
            "fields": {"headline": "T", "bodyText": "B"},
            "webPublicationDate": "2021-02-02",
            "publisher": "S",
            "authors": ["A"],
            "link": "u",
        },
        {"titel": "T", "inhalt": ["B"], "datum": "02.02.2021", "quelle": "S", "autor": "A", "url": "u"},
        {"title": "T", "text": "B", "published": 1612224000, "source": "S", "author": [{"name": "A"}], "url": "u"},
    ],
)
def test_common_spellings_of_keys_are_understood(tmp_path, record):
    (a,), _ = load(tmp_path, "a.jsonl", json.dumps(record), clean=False)
    assert (a.title, a.text, str(a.published)[:10], a.source, a.author, a.url) == (
        "T",
        "B",
        "2021-02-02",
        "S",
        "A",
        "u",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-8"])
def test_encodings_are_told_from_the_bytes(tmp_path, encoding):
    text = samples.BODY.replace("harbour", "häfen-harbour").replace("Lindby", "Lindbý")
    (a,), _ = load(tmp_path, "a.txt", text.encode(encoding))
    assert a.text == text


def test_mojibake_is_mended_and_quotation_marks_stay_curly(tmp_path):
    (a,), _ = load(tmp_path, "a.txt", samples.BODY.encode().decode("cp1252", "replace").encode())
    assert "“We cannot keep repairing" in a.text
    assert "council’s" in a.text


def test_a_csv_or_page_under_a_workbooks_name_is_read(tmp_path):
    assert len(load(tmp_path, "a.xls", samples.csv_file())[0]) == 2
    table = (
        f"<html><table><tr><th>Title</th><th>Text</th></tr><tr><td>A</td><td>{samples.LEAD}</td></tr></table></html>"
    )
    assert load(tmp_path, "b.xls", table)[0][0].text == samples.LEAD


def test_one_bad_file_never_stops_another(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    for n, (name, data, *_) in enumerate(BAD.values()):
        (folder / f"{n:02}-{name}").write_bytes(data.encode() if isinstance(data, str) else data)
    (folder / "zz.txt").write_text(samples.BODY)
    out = list(read([Source(tmp_path / "missing.txt", "missing.txt"), Source(folder, "pile")]))
    assert str(out[0]).startswith("missing.txt: cannot be opened")
    assert out[-1].text == samples.BODY


def test_pasted_text_is_an_article_or_an_export():
    (a,) = read_pasted(f"{samples.TITLE}\n\n{samples.BODY}")
    assert (a.title, a.text, a.origin) == (samples.TITLE, samples.BODY, "pasted text")
    assert len(list(read_pasted(samples.factiva()))) == 2


def test_limits_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.settings.ARTICLE_LIMIT", 500)
    _, (refused,) = load(tmp_path, "a.txt", samples.BODY)
    assert "longer than 500 characters" in str(refused)


def test_a_readme_is_no_article_of_its_folder(tmp_path):
    folder = tmp_path / "set"
    folder.mkdir()
    for name in ("README.md", "read me.txt", "a.txt"):
        (folder / name).write_text(samples.BODY)
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as z:
        z.write(folder / "README.md", "README.md")
        z.write(folder / "a.txt", "a.txt")
    for given, refused in ((folder, 2), (tmp_path / "set.zip", 1)):
        found = list(read([Source(given, given.name)]))
        assert sum(isinstance(a, Article) for a in found) == 1
        assert sum("README, which describes its folder" in str(e) for e in found) == refused
    # handed in by itself it is what somebody wants to read
    assert isinstance(next(read([Source(folder / "README.md", "README.md")])), Article)


SHEETS = {
    "Cover": [["Export of 5 February 2021"], ["Searched for: harbour"]],
    "News": [["Headline", "Day", "Body"], [samples.TITLE, "2021-02-02", samples.BODY]],
    "Letters": [["Nr", "Kopf", "Bericht"], ["1", "A letter on the quay", "The quay is a shame, writes Bo Lind."]],
    "Codes": [["Code", "Meaning"], ["HD", "headline"]],
}


def test_every_sheet_is_guessed_and_those_without_text_are_named(tmp_path):
    book = samples.workbook(SHEETS)
    guessed = {m.place: m.fields for m in mappings_of(Item("b.xlsx", data=book))}
    assert guessed["News"] == {"title": "Headline", "published": "Day", "text": "Body"}
    assert set(guessed) == set(SHEETS)
    assert "text" not in guessed["Letters"]
    loaded, refused = load(tmp_path, "b.xlsx", book)
    assert [a.place for a in loaded] == ["News row 2"]
    assert [r.place for r in refused] == ["sheet Cover", "sheet Letters", "sheet Codes"]


def test_a_sheet_can_be_chosen_or_left_out(tmp_path):
    said = {
        ("Headline", "Day", "Body"): Mapping({}, skip=True),
        ("Nr", "Kopf", "Bericht"): Mapping({"text": "Bericht", "title": "Kopf"}),
    }
    loaded, refused = load(tmp_path, "b.xlsx", samples.workbook(SHEETS), columns=lambda c: said.get(tuple(c)))
    assert [(a.title, a.place) for a in loaded] == [("A letter on the quay", "Letters row 2")]
    assert [(r.place, "left out" in r.reason) for r in refused if r.place != "sheet Cover"] == [
        ("sheet News", True),
        ("sheet Codes", False),
    ]


# JSON whose keys no list knows: told by what they hold, else by the reader
@pytest.mark.parametrize(
    ("name", "data", "fields"),
    [
        ("a.json", json.dumps({"ok": 1, "data": {"hits": [{"k": 1612252800, "v": samples.BODY}] * 2}}), {"text": "v", "published": "k"}),
        ("a.jsonl", "\n".join(json.dumps({"kopje": f"T{n}", "verhaal": samples.BODY + str(n)}) for n in range(2)), {"text": "verhaal"}),
        ("a.jsonl", "\n".join(json.dumps({"kopje": f"T{n}", "verhaal": "Kort."}) for n in range(2)), {}),
        ("a.zip", samples.zipped({"x/a.csv": f"Day;Body\n2021-02-02;{samples.LEAD}\n", "b.txt": samples.BODY}), {"text": "Body", "published": "Day"}),
    ],
)  # fmt: skip
def test_json_and_tables_in_archives_are_guessed(name, data, fields):
    got = mappings_of(Item(name, data=data if isinstance(data, bytes) else data.encode()))
    assert [m.fields for m in got] == [fields]


def test_keys_that_a_reader_chose(tmp_path):
    lines = [{"kopje": "Kort", "verhaal": "Het regende.", "dag": "03/04/2021"}, {"title": "B", "text": samples.LEAD}]
    said = Mapping({"text": "verhaal", "title": "kopje", "published": "dag"}, dayfirst=True)
    loaded, refused = load(tmp_path, "a.jsonl", "\n".join(map(json.dumps, lines)), columns=lambda _: said)
    # a record with other keys is still known by their names
    assert [a.title for a in loaded] == ["Kort", "B"]
    assert (loaded[0].text, str(loaded[0].published)[:10], refused) == ("Het regende.", "2021-04-03", [])


def test_json_without_a_text_is_refused_once_not_for_each_record(tmp_path):
    data = "\n".join(json.dumps({"views": n, "title": "x"}) for n in range(50))
    _, refused = load(tmp_path, "a.jsonl", data)
    assert [str(r)[:65] for r in refused] == ["a.jsonl: no key holds the text (keys: views, title): drop the fil"]


@pytest.mark.parametrize(
    ("table", "articles"),
    [
        (f'Results for harbour\nSaved 2021-02-05\n\nHeadline,Date,Full Text\nA,2021-02-02,"{samples.FOURTH}"\n', ["A"]),
        (f'# Dateline, 2021-02-05: pile “Quay”; 3 of 9 articles\nHeadline,Full Text\nA,"{samples.FOURTH}"\n', ["A"]),
        (f',text\n0,"{samples.FOURTH}"\n', [""]),
        (f'text\n"{samples.FOURTH}"\n', [""]),
    ],
    ids=["lines above the header", "a comment above it", "unnamed first column", "one column"],
)
def test_where_the_header_of_a_table_stands(tmp_path, table, articles):
    loaded, refused = load(tmp_path, "a.csv", table)
    assert ([a.title for a in loaded], refused) == (articles, [])
