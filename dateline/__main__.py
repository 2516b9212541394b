"""The command line: ``python -m dateline annotate INPUT … --out DIR``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dateline.errors import DatelineError, InputError


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code: 0 done, 1 nothing could be loaded or done, 2 bad arguments."""
    args = _parser().parse_args(argv)
    try:
        return args.run(args)
    except DatelineError as e:
        print(f"dateline: {e}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ndateline: stopped; the same command goes on from here", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dateline", description="Read across a pile of news articles.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    a = commands.add_parser("annotate", help="turn articles into a folder of frames")
    a.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="a file, a folder or a .zip")
    a.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the frames")
    a.add_argument("--clean", choices=["auto", "none"], default="auto", help="none keeps the given text verbatim")
    a.add_argument("--workers", type=_positive, default=0, metavar="N", help="processes (default: one a core)")
    a.add_argument("--topics", type=_positive, default=0, metavar="K", help="number of topics (default: chosen)")
    a.add_argument("--model", default="", metavar="NAME", help="language model: trf, lg, md or sm (default: the best)")
    a.set_defaults(run=_annotate)
    w = commands.add_parser("work", help="build a pile of the app (the app calls this in the background)")
    w.add_argument("pile", metavar="PILE", help="id of the pile")
    w.set_defaults(run=_work)
    return parser


def _work(args: argparse.Namespace) -> int:
    from dateline import piles, work

    work.work(piles.get(args.pile))
    return 0


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _annotate(args: argparse.Namespace) -> int:
    from dateline.build import build

    for path in args.inputs:
        if not path.exists():
            raise InputError(f"{path} does not exist: check the path")
    manifest = build(
        args.inputs, args.out, clean=args.clean != "none", workers=args.workers, topics=args.topics, prefer=args.model
    )
    print(manifest["counts"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
