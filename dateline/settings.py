"""Every tunable in one place. Values are plain constants; a comment says what a value does and why it is so."""

from __future__ import annotations

# -- annotation -------------------------------------------------------------------------------------------------------

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT")
"""Kinds of names that are kept; the model's others (numbers, money, dates) are no names."""

TASK_CHARACTERS = 30_000
"""Text handed to a worker process at a time: large enough to hide the hand-over, small enough to show progress."""

TEXT_LIMIT = 1_000_000
"""Characters of one article that are annotated; spaCy needs about 1 GB a million characters."""

PIPE_BATCH = 8
"""Articles a spaCy batch: small batches stay in the processor's cache (4 to 8 take a tenth less time than 16 to 32)."""

COLLECT = (50_000, 20, 20)
"""Thresholds of Python's garbage collector in processes that build: word lists and libraries stay for good, and looking
through them at the usual pace takes a sixth of the start."""

# -- the pile on disk -------------------------------------------------------------------------------------------------

KEEP_VERSIONS = 2
"""Versions of a pile's frames that stay on disk: the current one and the one a slow reader may still have open."""

# -- loading ----------------------------------------------------------------------------------------------------------

ARTICLE_LIMIT = 2_000_000
"""Characters of one article; a longer text is refused. The longest magazine pieces have 200,000."""

FILE_LIMIT = 300_000_000
"""Bytes of a file that has to be read as a whole (page, PDF, Word, workbook, export of a news database)."""

PAGE_LIMIT = 20_000_000
"""Bytes of one HTML page: the tree of a page takes about twenty times its bytes."""

MEMBER_LIMIT = 500_000_000
"""Bytes of one file inside an archive, unpacked; such files are held in memory."""

ARCHIVE_LIMIT = 4_000_000_000
"""Bytes that one archive may unpack to, counted as they are read, whatever its directory claims."""

ARCHIVE_RATIO = 300
"""Unpacked bytes per packed byte of one member beyond which it is a bomb; text packs to a tenth, markup to a 30th."""

ARCHIVE_FILES = 500_000
"""Files in one archive that are looked at."""

NESTING = 1
"""Archives inside an archive that are opened: one level."""

HTML_DEPTH = 2_000
"""Elements inside one another on a page; a deeper page is reduced to its text first."""

PDF_PAGES = 3_000
"""Pages of a PDF that are read; a longer file is a book."""

WORKBOOK_CELLS = 25_000_000
"""Cells of a sheet from its first to its last, empty ones among them: they are held in memory."""

WORKBOOK_MEMORY = 4_000_000_000
"""Bytes that the process may use which reads workbooks whose size cannot be told beforehand (.xls, .ods)."""

WORKBOOK_SECONDS = 120.0
"""Seconds that this process may take over one workbook."""

READ_SECONDS = 20.0
"""Seconds that a library may take over one PDF page, workbook or message before it is given up."""

EARLIEST_YEAR = 1600
"""Newspapers begin in 1605: an older date of publication is a mistake."""

BATCH_SECONDS = 0.5
"""Seconds of loading that go into one commit: what a kill can cost."""
