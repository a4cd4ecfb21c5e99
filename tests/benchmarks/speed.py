"""How fast and how big: pages per CPU second as a ratio to trafilatura, and memory per page, in one run.

    python -m tests.benchmarks.speed CORPUS [--pages N]

CORPUS is a folder of pages `<id>.html.gz` with their text dumps `<id>.<dump>.txt.gz` and, for the pages' addresses,
`truth.jsonl.gz` (file, url). The two extractors take
turns page by page, so that whatever else the machine does slows both; only the ratio means anything. Without
trafilatura (extra `train`) our own speed is printed alone.
"""

import argparse
import gzip
import json
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any

from tests.benchmarks.adapters import from_html, from_text

Extractor = Callable[[bytes, str | None], Any]


def _peer() -> Extractor | None:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return None
    return lambda raw, url: bare_extraction(raw, url=url, with_metadata=True, include_comments=False)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _html(pages: Sequence[tuple[bytes, str | None]], say: Callable[[str], object]) -> None:
    peer = _peer()
    from_html(*pages[0])  # what loads once is not timed
    if peer:
        peer(*pages[0])
    ours, theirs = 0.0, 0.0
    for page in pages:
        ours += _seconds(partial(from_html, *page))
        if peer:
            theirs += _seconds(partial(peer, *page))
    say(f"html: {len(pages) / ours:.0f} pages per CPU second")
    say(f"html: {theirs / ours:.2f} times trafilatura" if peer else "html: trafilatura is not installed: no ratio")


def _text(dumps: Sequence[str], say: Callable[[str], object]) -> None:
    from_text(dumps[0])
    took = sum(_seconds(partial(from_text, dump)) for dump in dumps)
    say(f"text: {len(dumps) / took:.0f} pages per CPU second")


def _memory(pages: Sequence[bytes], say: Callable[[str], object]) -> None:
    """The peak of Python's own memory above what was there before each page (the HTML tree is C and comes on top)."""
    peaks = []
    tracemalloc.start()
    for page in pages[:30]:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        from_html(page, None)
        peaks.append((tracemalloc.get_traced_memory()[1] - before) / 2**20)
    tracemalloc.stop()
    size = mean(map(len, pages)) / 2**10
    say(f"memory: {mean(peaks):.1f} MB a page, {max(peaks):.1f} MB at most, for {size:.0f} kB of HTML")


def _addresses(corpus: Path) -> dict[str, str]:
    """The address of each page, by its file's name; none where the corpus does not say."""
    truth = corpus / "truth.jsonl.gz"
    if not truth.exists():
        return {}
    with gzip.open(truth, "rt", encoding="utf-8") as lines:
        return {page["file"]: page["url"] for page in map(json.loads, lines) if page["url"]}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pages", type=int, default=60)
    options = parser.parse_args(arguments)
    files = sorted(options.corpus.glob("*.html.gz"))
    files = files[:: max(1, len(files) // options.pages)][: options.pages]
    pages = [gzip.decompress(file.read_bytes()) for file in files]
    addresses = _addresses(options.corpus)
    dumps = [
        gzip.decompress(dump.read_bytes()).decode()
        for file in files
        for dump in sorted(file.parent.glob(f"{file.name.removesuffix('html.gz')}*.txt.gz"))
    ]

    def say(line: str) -> None:
        sys.stdout.write(line + "\n")

    _html([(page, addresses.get(file.name)) for page, file in zip(pages, files, strict=True)], say)
    if dumps:
        _text(dumps, say)
    _memory(pages, say)


if __name__ == "__main__":
    main()
