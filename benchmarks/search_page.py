"""What the views of the Search and Names pages cost a server on a pile of a million mentions (60,000 articles).

    python -m benchmarks.search_page HOME [MENTIONS]

Makes the pile ``synthetic`` in HOME where it is not there (``benchmarks.synthetic``). For each view: the CPU time (ms)
of the first run and the least and the median of nine more, of the script's own thread, with the frame of every page.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import synthetic
from benchmarks.quotes_page import measure

VIEWS: dict[str, tuple[str, dict[str, str | list[str]]]] = {
    "search, nothing typed": ("search", {}),
    "search, articles, one word": ("search", {"q": "storm"}),
    "search, articles, every one": ("search", {"q": "said"}),
    "search, a name": ("search", {"q": 'entity:"000003"'}),
    "search, nothing found": ("search", {"q": "stormm zzz"}),
    "search, in context": ("search", {"q": "storm", "view": "in context"}),
    "search, over time": ("search", {"q": "storm OR flood", "view": "over time"}),
    "search, over time, a bar": (
        "search",
        {"q": "storm OR flood", "view": "over time", "mark": ["storm", "2020-03-01", "2020-03-31"]},
    ),
    "names, suggestions": ("corrections", {}),
    "names, all": ("corrections", {"view": "all names"}),
    "names, all, found": ("corrections", {"view": "all names", "find": "0003"}),
    "names, all, sorted": ("corrections", {"view": "all names", "sort": "entity"}),
    "names, history": ("corrections", {"view": "history"}),
    "names, merge": ("corrections", {"id": "e000003", "others": ["e000004", "e000005"]}),
    "names, split": ("corrections", {"id": "e000003", "do": "split"}),
}


if __name__ == "__main__":
    synthetic.write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else synthetic.MENTIONS)
    print(f"{'view':30} {'first':>8} {'least':>7} {'median':>7}   (CPU ms)")
    for name, (page, params) in VIEWS.items():
        first, least, median = measure(params, page=page)
        print(f"{name:30} {first:8.0f} {least:7.0f} {median:7.0f}", flush=True)
