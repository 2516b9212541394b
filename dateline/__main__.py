"""The command line: ``python -m dateline annotate INPUT … --out DIR`` and ``python -m dateline serve``."""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline import settings
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.build import Progress


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code: 0 done, 1 nothing could be loaded or done, 2 bad arguments, 130 stopped."""
    parser = _parser()
    args = parser.parse_args(argv)
    try:
        return args.run(args, parser)
    except DatelineError as e:
        print(f"dateline: {e}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ndateline: stopped; the same command goes on from here", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dateline", description="Read across a pile of news articles.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    a = commands.add_parser(
        "annotate",
        help="turn articles into a folder of frames",
        description="Read articles and write names, quotations, dates and topics as a folder of Parquet files.",
        epilog="A run that was stopped goes on where it was when the same command is given again.",
    )
    a.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="files, folders or archives of articles")
    a.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the frames; made when missing")
    a.add_argument("--clean", choices=["auto", "none"], default="auto", help="none keeps the given text verbatim")
    a.add_argument("--workers", type=_positive, default=0, metavar="N", help="processes (default: one a core)")
    a.add_argument("--topics", type=_positive, default=0, metavar="K", help="number of topics (default: chosen)")
    a.add_argument("--model", default="", metavar="NAME", help="language model: trf, lg, md or sm (default: the best)")
    a.set_defaults(run=_annotate)

    s = commands.add_parser("serve", help="open the dashboard in the browser", description="Start the dashboard.")
    s.add_argument("frames", nargs="?", type=Path, metavar="DIR", help="a folder of frames to open as a pile")
    s.add_argument("--port", type=_positive, default=8501, metavar="N", help="port (default: 8501)")
    s.set_defaults(run=_serve)

    f = commands.add_parser("frames", help="print the columns of every frame", description="Print the data contract.")
    f.set_defaults(run=_frames)

    w = commands.add_parser("work", help="build a pile of the dashboard (it does so itself, in the background)")
    w.add_argument("pile", metavar="PILE", help="id of the pile")
    w.add_argument("--attached", action="store_true", help="end when standard input ends")
    w.set_defaults(run=_work)
    return parser


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _annotate(args: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from dateline.build import build

    if args.out.exists() and not args.out.is_dir():
        parser.error(f"--out {args.out} is a file: name a folder")
    with _Bars() as bars:
        manifest = build(
            args.inputs,
            args.out,
            clean=args.clean != "none",
            workers=args.workers,
            topics=args.topics,
            prefer=args.model,
            progress=bars.show,
        )
    _refusals(manifest)
    _summary(manifest, args.out)
    return 0


_STAGES = {"loading": "Loading", "reading": "Reading names, quotations, dates", "resolving": "Putting together"}


class _Bars:
    """Progress on standard error: a bar for each stage, with done, rate and time left."""

    def __enter__(self) -> _Bars:
        self._bar: Any = None
        self._stage = ""
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def show(self, now: Progress) -> None:
        """Move the bar of the stage; a new stage closes the bar before it."""
        from tqdm import tqdm

        if now.stage != self._stage:
            self.__exit__()
            words = _STAGES.get(now.stage)
            self._stage = now.stage
            tqdm.monitor_interval = 0  # no thread of its own: workers are forked only where there is none
            total = now.total or None
            self._bar = tqdm(total=total, desc=words, unit=" articles", mininterval=0.5, miniters=1) if words else None
        if self._bar is not None:
            self._bar.total = now.total or None
            self._bar.update(now.done - self._bar.n)


def _refusals(manifest: dict[str, Any]) -> None:
    most = 20
    for r in manifest["refused"][:most]:
        place = f", {r['place']}" if r["place"] else ""
        print(f"refused: {r['origin']}{place}: {r['reason']}", file=sys.stderr)
    if len(manifest["refused"]) > most:
        print(f"refused: {len(manifest['refused']) - most} more, listed in manifest.json", file=sys.stderr)


def _summary(manifest: dict[str, Any], out: Path) -> None:
    c, model = manifest["counts"], manifest["model"]
    print(f"{c['articles']:,} articles in {c['stories']:,} stories ({c['duplicates']:,} given twice) → {out}")
    print(
        f"{c['mentions']:,} mentions of {c['entities']:,} names · {c['quotes']:,} quotations · "
        f"{c['times']:,} dates · {c['topics']:,} topics · {c['cuts']:,} cuts"
    )
    print(f"read with {model['name']} {model['version']}")


def _serve(args: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    app = Path(__file__).parents[1] / "app.py"
    if not app.is_file():
        parser.error("app.py does not stand beside the package: run this from a checkout of Dateline")
    if args.frames is not None:
        from dateline import adopt

        pile = adopt.adopt(args.frames)
        print(f"opened as the pile “{pile.name}”: http://localhost:{args.port}/?pile={pile.id}")
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(args.port)]
    return subprocess.call(command, cwd=app.parent)


def _frames(args: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from dateline.contract import describe

    print(describe(), end="")
    return 0


def _work(args: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from dateline import piles, worker

    if args.attached:
        worker.end_with_server()
    worker.work(piles.get(args.pile))
    return 0


if __name__ == "__main__":
    gc.set_threshold(*settings.COLLECT)
    sys.exit(main())
