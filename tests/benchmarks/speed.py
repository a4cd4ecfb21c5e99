"""How fast and how big: pages per CPU second as a ratio to trafilatura, and memory per page, in one run.

    python -m tests.benchmarks.speed CORPUS [--pages N]

CORPUS is a folder of pages `<id>.html.gz` with their text dumps `<id>.<dump>.txt.gz` and, for the pages' addresses,
`truth.jsonl.gz` (file, url). The two extractors take
turns page by page, so that whatever else the machine does slows both; only the ratio means anything. Without
trafilatura (extra `train`) our own numbers are printed alone.
"""

import argparse
import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any

from tests.benchmarks.adapters import from_html, from_text

Page = tuple[bytes, str | None]
Extractor = Callable[[bytes, str | None], Any]
Say = Callable[[str], object]

_STATUS = Path("/proc/self/status")
_MEASURED = 30  # pages whose memory is measured


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


def _html(pages: Sequence[Page], peer: Extractor | None, say: Say) -> None:
    ours, theirs = 0.0, 0.0
    for page in pages:
        ours += _seconds(partial(from_html, *page))
        if peer:
            theirs += _seconds(partial(peer, *page))
    say(f"html: {len(pages) / ours:.0f} pages per CPU second")
    if peer:
        say(f"html: trafilatura {len(pages) / theirs:.0f}; we are {theirs / ours:.2f} times as fast")
    else:
        say("html: trafilatura is not installed, so there is no ratio")


def _text(dumps: Sequence[str], say: Say) -> None:
    from_text(dumps[0])
    took = sum(_seconds(partial(from_text, dump)) for dump in dumps)
    say(f"text: {len(dumps) / took:.0f} pages per CPU second")


def _memory(pages: Sequence[Page], peer: Extractor | None, say: Say) -> None:
    """By how much the process grows at its peak while it reads a page, what C libraries hold included."""
    if not _STATUS.exists():
        say("memory: not measured, this system has no /proc")
        return
    size = mean(len(raw) for raw, _ in pages) / 2**10
    for name, extractor in (("we", from_html), ("trafilatura", peer)):
        if extractor:
            grown = [_growth(partial(extractor, *page)) for page in pages]
            say(f"memory: {name} {mean(grown):.1f} MB a page, {max(grown):.1f} MB at most, for {size:.0f} kB of HTML")


def _growth(work: Callable[[], object]) -> float:
    """MB. The work is done in a fork, so that every page finds the process as it was before the first."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        before = _kilobytes("VmRSS")
        work()
        os.write(writes, str(_kilobytes("VmHWM") - before).encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as told:
        grown = told.read()
    os.waitpid(child, 0)
    return int(grown) / 2**10


def _kilobytes(field: str) -> int:
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field))


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
    addresses = _addresses(options.corpus)
    pages = [(gzip.decompress(file.read_bytes()), addresses.get(file.name)) for file in files]
    dumps = [
        gzip.decompress(dump.read_bytes()).decode()
        for file in files
        for dump in sorted(file.parent.glob(f"{file.name.removesuffix('html.gz')}*.txt.gz"))
    ]

    def say(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()  # nothing is left for a fork to write again

    peer = _peer()
    for extractor in filter(None, (from_html, peer)):
        extractor(*pages[0])  # what loads once is neither timed nor weighed
    _memory(pages[:_MEASURED], peer, say)
    _html(pages, peer, say)
    if dumps:
        _text(dumps, say)


if __name__ == "__main__":
    main()
