"""What the views of the Quotes page cost a server on a pile of a million mentions (300,000 quotations).

    python -m benchmarks.quotes_page HOME [MENTIONS]

Makes the pile ``synthetic`` in HOME where it is not there (``benchmarks.synthetic``). For each view: the CPU time (ms)
of the first run and the least and the median of nine more, of the script's own thread, with the frame of every page.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks import synthetic
from dateline.web import frame

ROOT = Path(__file__).parents[1]
VIEWS: dict[str, dict[str, str | list[str]]] = {
    "table": {},
    "table, a row open": {"row": "q1000"},
    "table, found": {"find": "storm 000001"},
    "table, sorted by words": {"sort": "words"},
    "table, filtered": {"kind": ["direct"], "sure": ["sure"], "resolved": ["pronoun"]},
    "who is quoted": {"view": "speakers"},
    "who is quoted, stories": {"view": "speakers", "unit": "stories"},
    "one speaker, a bar open": {"view": "speakers", "open": "e000003", "mark": ["2020-03-01", "2020-03-31"]},
    "who quotes whom": {"view": "who quotes whom"},
    "repeated": {"view": "repeated"},
    "repeated, found": {"view": "repeated", "find": "storm"},
    "check these": {"view": "check these"},
}


def measure(params: dict[str, str | list[str]], again: int = 9, page: str = "quotes") -> tuple[float, float, float]:
    """CPU milliseconds of a view: the first run, the least and the median of the others."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    app.query_params["pile"] = "synthetic"
    for name, value in params.items():
        app.query_params[name] = value
    app.switch_page(f"pages/{page}.py")
    times: list[float] = []
    draw = frame.draw

    def timed() -> None:
        began = time.thread_time()
        try:
            draw()
        finally:
            times.append(1000 * (time.thread_time() - began))

    frame.draw = timed
    try:
        for _ in range(again + 2):
            app.run()
            assert not app.exception, app.exception
    finally:
        frame.draw = draw
    # the second run settles the address bar
    return times[0], min(times[2:]), statistics.median(times[2:])


if __name__ == "__main__":
    synthetic.write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else synthetic.MENTIONS)
    print(f"{'view':28} {'first':>8} {'least':>7} {'median':>7}   (CPU ms)")
    for name, params in VIEWS.items():
        first, least, median = measure(params)
        print(f"{name:28} {first:8.0f} {least:7.0f} {median:7.0f}", flush=True)
