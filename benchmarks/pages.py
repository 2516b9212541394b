"""What pages cost on a large pile: CPU of the server for each click, and how large the figure is that it sends.

    python benchmarks/pages.py [--mentions 1000000] [--home FOLDER] [--only timelines,quotes]

Makes the pile of benchmarks/synthetic.py (kept in FOLDER where one is given) and opens each page on it without a
browser, as a visitor's clicks would: the first visit to the pile is not counted, each further view is one that nobody
has opened before. CPU is process time in milliseconds, all threads, the test harness included; ``again`` is the same
view a second time. ``KB`` is the largest figure of the page, as it is sent.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

NAME, OTHER = "e000003", "e000007"
VIEWS: list[tuple[str, dict[str, str | list[str]]]] = [
    ("front", {}),
    ("front", {"outlet": "Outlet 3"}),
    ("front", {"grain": "year"}),
    ("timelines", {}),
    ("timelines", {"grain": "month"}),
    ("timelines", {"lanes": "12", "grain": "week"}),
    ("timelines", {"clock": "happened"}),
    ("timelines", {"clock": "happened", "grain": "month", "lane": [NAME, OTHER]}),
    ("timelines", {"lane": [NAME, OTHER], "mark": [NAME, "2020-03-01", "2020-03-31"], "grain": "month"}),
    ("timelines", {"scale": "share", "unit": "stories"}),
    ("timelines", {"from": "2019-01-01", "to": "2019-12-31"}),
    ("entity", {"id": NAME}),
    ("entity", {"id": NAME, "clock": "happened"}),
    ("entity", {"id": NAME, "show": "said"}),
    ("entity", {"id": OTHER, "with": NAME}),
    ("quotes", {}),
    ("quotes", {"speaker": NAME}),
    ("quotes", {"view": "speakers"}),
    ("quotes", {"view": "who quotes whom"}),
    ("quotes", {"view": "repeated"}),
    ("quotes", {"view": "check these"}),
    ("topics", {}),
    ("topics", {"open": "3"}),
    ("topics", {"view": "over time"}),
    ("topics", {"view": "map"}),
    ("topics", {"view": "stories"}),
    ("compare", {}),
    ("compare", {"outlet": "Outlet 3"}),
    ("search", {}),
    ("search", {"q": "storm AND flood"}),
    ("search", {"q": "storm", "view": "in context"}),
    ("read", {}),
    ("read", {"article": "a000100"}),
    ("read", {"look": "table"}),
    ("load", {}),
    ("corrections", {}),
    ("corrections", {"view": "all names"}),
]


def figures(at: object) -> int:
    """Bytes of the largest figure on the page."""
    return max((len(p.proto.spec) for p in at.get("plotly_chart")), default=0)  # type: ignore[attr-defined]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--only", default="", help="comma list of pages")
    args = parser.parse_args()
    only = set(filter(None, args.only.split(",")))
    with tempfile.TemporaryDirectory() as scratch:
        home = args.home or Path(scratch)
        os.environ["DATELINE_HOME"] = str(home)
        from benchmarks import synthetic

        synthetic.write(home, args.mentions)
        from streamlit.testing.v1 import AppTest

        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=600)
        app.query_params["pile"] = "synthetic"
        app.run()
        print(f"{args.mentions:,} mentions\n{'page':60} {'CPU ms':>7} {'again':>7} {'KB':>6}")
        warm: set[str] = set()
        for page, params in VIEWS:
            if only and page not in only:
                continue
            if page not in warm:  # the first view of a page imports its modules
                _visit(app, page, {"words": "ferry"} if page != "load" else {"view": "piles"})
                warm.add(page)
            first, size = _visit(app, page, params)
            again, _ = _visit(app, page, params)
            words = " ".join(f"{k}={v if isinstance(v, str) else ','.join(v)}" for k, v in params.items())
            print(f"{page + ' ' + words:60} {first:7.0f} {again:7.0f} {size / 1000:6.0f}", flush=True)


def _visit(app: object, page: str, params: dict) -> tuple[float, int]:
    """CPU milliseconds of a run, and the size of its largest figure."""
    app.query_params.clear()  # type: ignore[attr-defined]
    for name, value in {"pile": "synthetic", **params}.items():
        app.query_params[name] = value  # type: ignore[attr-defined]
    app.switch_page(f"pages/{page}.py")  # type: ignore[attr-defined]
    start = time.process_time()
    app.run()  # type: ignore[attr-defined]
    took = (time.process_time() - start) * 1000
    if app.exception:  # type: ignore[attr-defined]
        print(f"{page} {params}: {app.exception[0].value}")  # type: ignore[attr-defined]
    return took, figures(app)


if __name__ == "__main__":
    main()
