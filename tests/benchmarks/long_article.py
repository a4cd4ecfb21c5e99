"""How an article of 50,000 words feels under the keys: from the key written to the end of the frame that answers.

    python -m tests.benchmarks.long_article [FOLDER] [--words 50000] [--rounds 20]

FOLDER gets a library whose first article has that many words (many_articles.py), unless it is there; without it,
a temporary one. Every kind of key is pressed `--rounds` times in one session, at random places of the article.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from library import Library
from library.records import SourceKind
from tests.benchmarks.many_articles import NOW, make
from tests.benchmarks.screen import Terminal, say

KEYS = {"j": b"j", "PageDown": b"\x1b[6~", "next mention": b"]e", "end": b"G", "top": b"gg", "set aside": b"XX"}
MEDIAN, WORST = 25, 50
"""Milliseconds that a key may take in such an article: less than two frames of a cinema's film, and three."""


def measure(library: Path, rounds: int) -> None:
    """One line per kind of key: median and worst time to the first frame."""
    terminal = Terminal([sys.executable, "-m", "tui", "--library", str(library)])
    terminal.wait_for(b"min left")
    terminal.settle(1.0)
    terminal.answer(b"l", 0.6)
    terminal.answer(b"gg", 0.6)
    terminal.answer(b")", 1.0)
    began = time.perf_counter()
    terminal.seen = b""
    os.write(terminal._master, b"(")
    while b" words" not in terminal.seen and terminal.read(5):  # its meta line; rows of the list tell minutes
        pass
    say(f"on the screen    {(time.perf_counter() - began) * 1000:6.0f} ms after its row was reached")
    terminal.settle(1.0)
    terminal.answer(b"l", 1.0)
    random = Random(1)
    for name, keys in KEYS.items():
        taken, spent = [], 0.0
        for _ in range(rounds):
            terminal.answer(b"%dG" % random.randrange(1, 6000), 0.2)
            before = terminal.processor()
            taken.append(terminal.answer(keys, 0.15)[0])
            spent += terminal.processor() - before
        told = f"{statistics.median(taken):6.1f} ms median, {max(taken):6.1f} worst, {spent / rounds:5.1f} of CPU"
        say(f"{name:16} {told}")
    searching = [terminal.answer(b"/", 0.4)[0], *(terminal.answer(b"%c" % letter, 0.3)[0] for letter in b"geneva")]
    say(f"search           {statistics.median(searching):6.1f} ms median, {max(searching):6.1f} worst, a letter")
    terminal.answer(b"\r", 0.3)
    taken = [terminal.answer(b"n", 0.15)[0] for _ in range(rounds)]
    say(f"next match       {statistics.median(taken):6.1f} ms median, {max(taken):6.1f} worst")
    resized = [terminal.answer(size, 0.5)[0] for size in ((100, 30), (150, 40), (120, 36))]
    say(f"resize           {statistics.median(resized):6.1f} ms median, {max(resized):6.1f} worst")
    say(f"memory           {terminal.memory():6.0f} MiB")
    terminal.close()


def _without_examples(folder: Path) -> None:
    """The pages of a first start would stand above the long article."""
    library = Library.open(folder, now=lambda: NOW)
    library.add_examples()
    for source in library.sources():
        if source.kind is SourceKind.EXAMPLES:
            library.remove(source.id)
    library.close()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=20)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary) / "library"
        if not folder.exists():
            make(folder, 20, 120, chosen.words)
            _without_examples(folder)
        measure(folder, chosen.rounds)


if __name__ == "__main__":
    main()
