# ruff: noqa: E501 (samples)
"""Small files of every format, made in memory; each holds one invented article or more."""

import gzip
import io
import json
import struct
import tarfile
import textwrap
import zipfile
from email.message import EmailMessage

LEAD = (
    "The harbour council of Lindby voted on Tuesday to close the old ferry terminal after storms damaged its northern "
    "wall for the third winter in a row."
)
SECOND = (
    "“We cannot keep repairing a wall that the sea has already taken,” said Marta Ohlsen, who chairs the council’s works "
    "committee and has argued for a new terminal since 2019."
)
THIRD = (
    "Fishermen who use the quay said they had not been asked. The council plans a hearing in the spring, and the ferry "
    "company will move its boats to the container port until then."
)
FOURTH = "A new terminal would cost 14 million crowns, according to an estimate that the council published last month."
BODY = "\n\n".join((LEAD, SECOND, THIRD, FOURTH))
TITLE = "Lindby closes its storm-damaged ferry terminal"
PARAGRAPHS = (LEAD, SECOND, THIRD, FOURTH)


def page(title: str = TITLE, paragraphs: tuple[str, ...] = PARAGRAPHS, head: str = "") -> str:
    """A news page with menu, share buttons, teasers and footer around its article."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Lindby Courier</title>
<meta property="og:site_name" content="Lindby Courier"><meta property="og:title" content="{title}">{head}
<script>var x = "nothing to read";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article><h1>{title}</h1><p class="byline">By Ada Fenn</p><div class="share"><a href="#">Facebook</a></div>
{body}</article></main>
<aside class="related"><h3>Related</h3><ul><li><a href="/1">Fog delays mail boat for a second day</a></li></ul></aside>
<footer><p>© 2021 Lindby Courier. All rights reserved.</p></footer></body></html>"""


def row(**more: str) -> dict[str, str]:
    """The article as a record."""
    return {"title": TITLE, "text": BODY, "published": "2021-02-02", "source": "Lindby Courier", **more}


def csv_file(sign: str = ",") -> str:
    """A table with a quoted text that holds separators and line breaks."""
    quoted = '"' + BODY.replace('"', '""') + '"'
    return f"Headline{sign}Date{sign}Full Text\n{TITLE}{sign}2021-02-02{sign}{quoted}\nSecond{sign}2021-02-03{sign}{LEAD!r}\n"


def docx(text: str = f"{TITLE}\n{BODY}") -> bytes:
    """A Word file."""
    import docx as word

    document = word.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt() -> bytes:
    """An OpenDocument text."""
    paragraphs = "".join(f"<text:p>{p}</text:p>" for p in (TITLE, *PARAGRAPHS))
    xml = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def rtf(text: str = f"{TITLE}\n{BODY}") -> bytes:
    """An RTF file with characters outside ASCII."""
    text = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text).replace("\n", "\\par\n")
    return ("{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}}\n" + text + "}").encode()


def xlsx(rows: list[list[str]]) -> bytes:
    """A workbook of one sheet."""
    return workbook({"News": rows})


def workbook(sheets: dict[str, list[list[str]]]) -> bytes:
    """A workbook with inline strings."""
    from xml.sax.saxutils import escape

    ns, kind = "http://schemas.openxmlformats.org", "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types, listed, links, parts = "", "", "", {}
    for n, (name, rows) in enumerate(sheets.items(), 1):
        cells = "".join(
            "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(c)}</t></is></c>' for c in r) + "</row>" for r in rows
        )
        types += f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        listed += f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>'
        links += (
            f'<Relationship Id="r{n}" Type="{ns}/officeDocument/2006/relationships/worksheet" '
            f'Target="worksheets/sheet{n}.xml"/>'
        )
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{ns}/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
        )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{ns}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{ns}/spreadsheetml/2006/main" '
            f'xmlns:r="{ns}/officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{ns}/package/2006/relationships">{links}'
            "</Relationships>",
            **parts,
        }
    )


def ods(rows: list[list[str]]) -> bytes:
    """An OpenDocument workbook."""
    from xml.sax.saxutils import escape

    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>' for c in r
        )
        + "</table:table-row>"
        for r in rows
    )
    ns = "urn:oasis:names:tc:opendocument:xmlns"
    xml = (
        f'<office:document-content xmlns:office="{ns}:office:1.0" xmlns:text="{ns}:text:1.0" '
        f'xmlns:table="{ns}:table:1.0"><office:body><office:spreadsheet><table:table table:name="News">{cells}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{ns}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": xml})


def xls(rows: list[list[str]]) -> bytes:
    """An old workbook (BIFF8): one stream in a compound file of 512-byte sectors."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def label(r: int, c: int, text: str) -> bytes:
        return record(0x204, struct.pack("<HHHHB", r, c, 0, len(text), 1) + text.encode("utf-16-le"))

    begin = struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6)
    name = record(0x85, struct.pack("<IBBBB", len(record(0x809, begin)) + 4 + 8 + 4 + 4, 0, 0, 4, 0) + b"News")
    sheet = record(0x809, begin[:2] + b"\x10" + begin[3:])
    sheet += b"".join(label(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    stream = record(0x809, begin) + name + record(0x0A, b"") + sheet + record(0x0A, b"")
    stream = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    sectors = len(stream) // 512
    end = 0xFFFFFFFE
    chain = [0xFFFFFFFD, end, *range(3, sectors + 2), end]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))

    def entry(title: str, kind: int, child: int, first: int, size: int) -> bytes:
        wide = title.encode("utf-16-le")
        return (
            wide.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(wide) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + bytes(36)
            + struct.pack("<IQ", first, size)
        )

    folder = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, 0xFFFFFFFF, 2, len(stream))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    return head + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108) + table + folder.ljust(512, b"\0") + stream


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page; no lines, no text layer."""
    return printed([[(50, 780 - 14 * n, 11, x) for n, x in enumerate(lines)]])


def printed(pages: list[list[tuple[float, float, float, str]]]) -> bytes:
    """A PDF of pages: each line with its place in points from the lower left, the size of its type, its words."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, page in enumerate(pages):
        shown = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({words.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n"
            for x, y, size, words in page
        )
        stream = shown.encode("cp1252", "replace")
        parts += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (5 + 2 * n),
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        ]
    out, at = b"%PDF-1.4\n", []
    for n, p in enumerate(parts, 1):
        at.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (n, p)
    table = b"".join(b"%010d 00000 n \n" % a for a in at)
    xref = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + xref % (len(parts) + 1, table, len(parts) + 1, len(out))


def mail(html: bool = False) -> bytes:
    """A newsletter."""
    message = EmailMessage()
    message["From"] = "Lindby Courier <news@courier.example>"
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Tue, 02 Feb 2021 07:30:00 +0100"
    message.set_content("Open this message in your browser." if html else BODY)
    if html:
        message.add_alternative(page(), subtype="html")
    return message.as_bytes()


def mbox() -> bytes:
    """A mailbox of two messages."""
    start = b"From news@courier.example Tue Feb  2 07:30:00 2021\n"
    return start + mail() + b"\n" + start + mail(html=True) + b"\n"


def mhtml() -> bytes:
    """A page saved as a web archive of one file."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://courier.example/2021/02/02/ferry-terminal"
    message["Subject"] = TITLE
    message.set_content(page(), subtype="html")
    message.make_related()
    return message.as_bytes()


def feed() -> str:
    """A feed of one full entry and one teaser."""
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lindby Courier</title><language>en</language><item><title>{TITLE}</title><link>https://courier.example/a</link>
<pubDate>Tue, 02 Feb 2021 07:30:00 GMT</pubDate><content:encoded><![CDATA[{body}]]></content:encoded></item>
<item><title>Fog delays mail boat</title><description>{LEAD}</description></item></channel></rss>"""


def atom() -> str:
    """A feed of the other kind."""
    body = "".join(f"&lt;p&gt;{p}&lt;/p&gt;" for p in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lindby Courier</title>
<entry><title>{TITLE}</title><link href="https://courier.example/a"/><published>2021-02-02T07:30:00Z</published>
<author><name>Ada Fenn</name></author><content type="html">{body}</content></entry></feed>"""


def as_page(text: str) -> str:
    """Text as a browser or a database writes it into a page: a paragraph a line."""
    lines = "".join(f"<p>{x or '&nbsp;'}</p>" for x in text.split("\n"))
    return f"<!DOCTYPE html><html><head><title>Export</title></head><body><div>{lines}</div></body></html>"


def warc(pages: int = 2, packed: bool = True) -> bytes:
    """A web archive of some pages and one missing page."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for n in range(pages + 1):
        status = "404 Not Found" if n == pages else "200 OK"
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        payload = page(f"{TITLE}, part {n}", tuple(f"{p} Part {n}." for p in PARAGRAPHS)).encode()
        url = f"https://courier.example/2021/02/0{n + 1}/page"
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(payload), http_headers=headers))
    return out.getvalue()


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in files.items():
            z.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A packed tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as t:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
    return out.getvalue()


def nexis(stated: int = 2) -> str:
    """Two articles as the older Nexis exports them."""
    one = "\n".join(
        (
            "", "                              {n} of {stated} DOCUMENTS", "", "", "                            Lindby Courier", "",
            "                       February {n}, 2021 Tuesday", "                             Late Edition", "", TITLE + " {n}", "",
            "BYLINE: By Ada Fenn", "", "SECTION: Section A; Page 3", "", "LENGTH: 114 words", "", BODY, "",
            "URL: http://courier.example/a{n}", "", "SUBJECT: FERRIES (91%)", "", "LOAD-DATE: February {n}, 2021", "",
            "LANGUAGE: ENGLISH", "", "PUBLICATION-TYPE: Newspaper", "", "Copyright 2021 Lindby Courier", "All Rights Reserved",
        )
    )  # fmt: skip
    return "".join(one.format(n=n, stated=stated) for n in (1, 2))


def nexis_uni() -> str:
    """Two articles as Nexis Uni exports them."""
    one = "\n".join(
        (
            TITLE + " {n}", "Lindby Courier", "February {n}, 2021 Tuesday", "", "Copyright 2021 Lindby Courier All Rights Reserved",
            "", "Section: NEWS; Pg. 3", "Length: 114 words", "Byline: Ada Fenn", "", "Body", "", BODY, "", "Classification", "",
            "Language: ENGLISH", "Publication-Type: Newspaper", "Subject: FERRIES (91%)", "Load-Date: February {n}, 2021", "",
            "End of Document", "",
        )
    )  # fmt: skip
    return "".join(one.format(n=n) for n in (1, 2))


def factiva(coded: bool = False) -> str:
    """Two articles as Factiva exports them, with and without field codes."""
    if coded:
        rest = "\n\n".join((SECOND, THIRD, FOURTH))
        one = (
            "HD\n"
            + TITLE
            + " {n}\nBY\nBy Ada Fenn\nWC\n114 words\nPD\n{n} February 2021\nET\n07:15\nSN\nLindby Courier\nSC\nLINDC\n"
            "LA\nEnglish\nCY\n(c) 2021 Lindby Courier\nLP\n"
            + LEAD
            + "\nTD\n"
            + rest
            + "\nAN\nDocument LINDC00020210202eh22000{n}p\n\n"
        )
    else:
        one = (
            TITLE + " {n}\n\nBy Ada Fenn\n114 words\n{n} February 2021\n07:15\nLindby Courier\nLINDC\nEnglish\n"
            "(c) 2021 Lindby Courier\n\n" + BODY + "\n\nDocument LINDC00020210202eh22000{n}p\n\n"
        )
    return "".join(one.format(n=n) for n in (1, 2))


def files() -> dict[str, bytes]:
    """One file of every format, by name."""
    table = [["Headline", "Date", "Full Text"], [TITLE, "2021-02-02", BODY]]
    packed = zipped({"a.txt": BODY, "../b.html": page(), "__MACOSX/._a.txt": b"\x00\x05"})
    made = {
        "plain.txt": f"{TITLE}\n\n{BODY}", "note.md": f"# {TITLE}\n\n{BODY}", "page.html": page(), "page.mhtml": mhtml(),
        "table.csv": csv_file(), "table.tsv": csv_file("\t"), "lines.jsonl": json.dumps(row()) + "\n" + json.dumps(row(title="B")),
        "list.json": json.dumps([row(), row(title="B")]), "book.xlsx": xlsx(table), "paper.pdf": pdf([TITLE, "", *(x for p in PARAGRAPHS for x in (*textwrap.wrap(p, 80), ""))]),
        "word.docx": docx(), "open.odt": odt(), "rich.rtf": rtf(), "mail.eml": mail(), "box.mbox": mbox(), "feed.xml": feed(),
        "web.warc.gz": warc(), "web.warc": warc(packed=False), "pile.zip": packed, "pile.tar.gz": tarred({"a.txt": BODY.encode()}),
        "nexis.txt": nexis(), "uni.docx": docx(nexis_uni()), "factiva.txt": factiva(), "factiva.rtf": factiva(True),
        "book.ods": ods(table), "book.xls": xls(table), "atom.xml": atom(), "nexis.rtf": rtf(nexis()), "nexis.docx": docx(nexis()),
        "nexis.html": as_page(nexis()), "factiva.docx": docx(factiva()), "factiva.html": as_page(factiva()), "uni.txt": nexis_uni(),
        "one.txt.gz": gzip.compress(BODY.encode()),
    }  # fmt: skip
    return {k: v.encode() if isinstance(v, str) else v for k, v in made.items()}
