"""Archives and folders: the files inside, one after another, in memory.

Names inside are only names: nothing is ever written to disk, so ``../`` leads nowhere. Sizes are counted as bytes are
really read; what the directory of an archive claims is not believed.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from dateline import settings
from dateline.errors import RefusedError
from dateline.load.source import Item

_CHUNK = 1 << 20
_SKIPPED_DIRECTORIES = ("__MACOSX", ".git", ".svn", "__pycache__")
_SKIPPED_FILES = (".DS_Store", "Thumbs.db", "desktop.ini")
_BESIDE_PAGE = re.compile(
    r"[_.-](?:files|dateien|fichiers|archivos|arquivos|bestanden|file|filer|pliki|soubory)$", re.I
)
_PAGE_PART = re.compile(
    r"^saved_resource|\.(?:css|m?js|json|map|download|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp4|webm|mp3)$"
    r"|^[^.]+$",
    re.I,
)
_README = re.compile(r"/read[ _-]?me(?:\.(?:md|txt|rst|markdown|html?))?$", re.I)
Items = Iterator[Item | RefusedError]


class _Budget:
    """What an archive may still unpack to."""

    def __init__(self) -> None:
        self.left = settings.ARCHIVE_LIMIT
        self.files = settings.ARCHIVE_FILES


def hidden(name: str) -> bool:
    """Whether a file is bookkeeping of a system and not something that a person put there.

    Browsers put pictures, styles and frames of a saved page into a folder beside it.
    """
    parts = name.replace("\\", "/").split("/")
    if any(_BESIDE_PAGE.search(p) for p in parts[:-1]) and _PAGE_PART.search(parts[-1]):
        return True
    return parts[-1] in _SKIPPED_FILES or parts[-1].startswith("._") or any(p in _SKIPPED_DIRECTORIES for p in parts)


def about(name: str) -> RefusedError | None:
    """The refusal of a file that says what a folder or archive holds: it is no article of it."""
    if not _README.search(name):
        return None
    return RefusedError(name, "a README, which describes its folder", "load the file by itself if it is an article")


def open_folder(path: Path, name: str) -> Items:
    """Every file below a folder, by name; links that lead out of it are not followed."""
    for p in sorted(path.rglob("*")):
        inner = f"{name}/{p.relative_to(path).as_posix()}"
        if p.is_dir() or hidden(inner) or any(part.startswith(".") for part in p.relative_to(path).parts):
            continue
        if p.is_symlink() and not p.resolve().is_relative_to(path.resolve()):
            yield RefusedError(inner, "a link that leads out of the folder", "put the file itself there")
        elif p.is_file():
            yield about(inner) or Item(inner, p)


def open_zip(item: Item, only: tuple[str, ...] = ()) -> Items:
    """The files of a zip archive; a locked, damaged or bomb-like member is refused by its name.

    ``only`` are the endings of names that are looked at, all where there are none.
    """
    budget = _Budget()
    with item.open() as f:
        try:
            archive = zipfile.ZipFile(f)
        except _NotReadable as e:
            yield RefusedError(item.name, f"the zip archive is damaged or cut short ({_short(e)})", "copy it again")
            return
        for info in archive.infolist():
            name = _safe(info.filename)
            if info.is_dir() or hidden(name) or (only and not name.lower().endswith(only)):
                continue
            if not _count(budget):
                yield _too_many(item)
                return
            if said := about(f"{item.name}/{name}"):
                yield said
                continue
            if info.flag_bits & 1:
                yield RefusedError(f"{item.name}/{name}", "locked with a password", "unpack it and load the file")
                continue
            try:
                with archive.open(info) as member:
                    yield _member(item, name, member, info.compress_size, budget)
            except _NotReadable as e:
                yield RefusedError(f"{item.name}/{name}", f"damaged inside the archive ({_short(e)})", "pack it again")
            if budget.left <= 0:
                yield _too_large(item)
                return


def open_tar(item: Item) -> Items:
    """The files of a tar archive, packed or not; links and devices are skipped."""
    budget = _Budget()
    with item.open() as f:
        seen = 0
        try:
            with tarfile.open(fileobj=f, mode="r|*") as archive:
                for info in archive:
                    name = _safe(info.name)
                    if not info.isfile() or hidden(name):
                        continue
                    seen += 1
                    if not _count(budget):
                        yield _too_many(item)
                        return
                    if said := about(f"{item.name}/{name}"):
                        yield said
                        continue
                    member = archive.extractfile(info)
                    if member is not None:
                        # the packed size of one member is not known; the budget of the whole archive bounds it
                        yield _member(item, name, member, 0, budget)
                    if budget.left <= 0:
                        yield _too_large(item)
                        return
        except _NotReadable as e:
            after = f" after {seen} files" if seen else ""
            yield RefusedError(
                item.name, f"the tar archive is damaged or cut short{after} ({_short(e)})", "copy it again"
            )


def open_packed(item: Item) -> Items:
    """The one file inside a .gz, .bz2 or .xz file."""
    opener: Any = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}[item.head[:2]]
    name = re.sub(r"\.(gz|bz2|xz)$", "", item.name.rsplit("/", 1)[-1], flags=re.I)
    try:
        with item.open() as f, opener(f, "rb") as member:
            yield _member(item, name, member, item.size, _Budget())
    except _NotReadable as e:
        yield RefusedError(item.name, f"the packed file is damaged or cut short ({_short(e)})", "copy it again")


def _member(item: Item, name: str, stream: IO[bytes], packed: int, budget: _Budget) -> Item | RefusedError:
    """A member's bytes, counted as they come."""
    parts, size = [], 0
    inner = f"{item.name}/{name}"
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        budget.left -= len(chunk)
        if packed and size > 10 * _CHUNK and size > packed * settings.ARCHIVE_RATIO:
            return RefusedError(
                inner,
                f"unpacks to more than {settings.ARCHIVE_RATIO} times its size, like a bomb",
                "load the file itself",
            )
        if size > settings.MEMBER_LIMIT:
            return RefusedError(inner, f"unpacks to more than {settings.MEMBER_LIMIT:,} bytes", "load the file itself")
        if budget.left <= 0:
            return _too_large(item)
        parts.append(chunk)
    return Item(inner, data=b"".join(parts), depth=item.depth + 1)


def _safe(name: str) -> str:
    """A member's name without drive, root, ``..`` and characters that cannot be shown."""
    name = name.replace("\\", "/").encode("utf-8", "replace").decode("utf-8")
    return "/".join(p for p in name.split("/") if p not in ("", ".", "..") and not p.endswith(":")) or "unnamed"


def _count(budget: _Budget) -> bool:
    budget.files -= 1
    return budget.files >= 0


def _too_many(item: Item) -> RefusedError:
    return RefusedError(
        item.name, f"holds more than {settings.ARCHIVE_FILES:,} files, the rest was left out", "split it"
    )


def _too_large(item: Item) -> RefusedError:
    limit = settings.ARCHIVE_LIMIT
    return RefusedError(item.name, f"unpacks to more than {limit:,} bytes, the rest was left out", "split it")


def _short(e: BaseException) -> str:
    return (str(e) or type(e).__name__)[:80]


# what zipfile, tarfile and the decompressors raise on damaged data: none shares a base below Exception
_NotReadable = Exception
OPENERS = {"zip": open_zip, "tar": open_tar, "gzip": open_packed, "bzip2": open_packed, "xz": open_packed}
