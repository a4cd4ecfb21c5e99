"""How fast the screen is, as a person at a terminal would feel it, against the least that Textual can do.

    python -m tests.benchmarks.screen FOLDER [--articles 100000] [--rounds 9] [--part starts|article|list]

FOLDER gets a large library and one a hundredth of its size (many_articles.py), unless they are there. Programs run
on a pseudo-terminal that answers what Textual asks, so every frame ends with a mark; a time is from the key written
to the end of the first frame that answers it, or to the last byte before a silence (an article is on screen).
Starts are taken in turn with a floor of the same run (three bare panes): only ratios survive a busy machine. A key
that is held comes thirty times a second; what the processor spends on each says what a quiet machine would do.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.many_articles import make

FLOOR = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Footer, OptionList, Static
class Floor(App):
    CSS = "OptionList {width: 1fr} Static {width: 2fr}"
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        with Horizontal():
            yield OptionList(*[f"source {i}" for i in range(30)])
            yield OptionList(*[f"article {i}" for i in range(100)])
            yield Static("PAINTED")
        yield Footer()
Floor().run()
"""
ANSWERS = ((b"\x1b[?2026$p", b"\x1b[?2026;2$y"), (b"\x1b[c", b"\x1b[?62;c"), (b"\x1b[6n", b"\x1b[1;1R"))
FRAME = b"\x1b[?2026l"
REPEAT = 1 / 30
"""Seconds between two keys that are held down, as keyboards are set."""
KEYS = {"PageDown": "\x1b[6~", "End": "\x1b[F", "Home": "\x1b[H", "Tab": "\t"}


class Terminal:
    """A program on a pseudo-terminal of 120 by 36."""

    def __init__(self, argv: Sequence[str]) -> None:
        self._master, slave = pty.openpty()
        self.resize(120, 36)
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        self.began = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for stream in (0, 1, 2):
                os.dup2(slave, stream)
            os.execvpe(argv[0], list(argv), environment)
        os.close(slave)
        self.seen, self.last = b"", self.began

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, timeout: float) -> bool:
        """Take in what the program writes and answer what it asks; False: nothing came."""
        if not select.select([self._master], [], [], max(0.0, timeout))[0]:
            return False
        try:
            data = os.read(self._master, 1 << 20)
        except OSError:
            return False
        self.last = time.perf_counter()
        self.seen += data
        for query, answer in ANSWERS:
            if query in data:
                os.write(self._master, answer)
        return bool(data)

    def wait_for(self, pattern: bytes) -> float:
        """Milliseconds from the start until the pattern has come; infinite when it does not in a minute."""
        while not re.search(pattern, self.seen):
            if not self.read(60):
                return float("inf")
        return (self.last - self.began) * 1000

    def settle(self, quiet: float = 0.3) -> None:
        while self.read(quiet):
            pass

    def answer(self, act: bytes | tuple[int, int], quiet: float = 0.12) -> tuple[float, float]:
        """Milliseconds to the end of the first frame after keys (or a new size), and to the last byte."""
        self.seen, began = b"", time.perf_counter()
        if isinstance(act, bytes):
            os.write(self._master, act)
        else:
            self.resize(*act)
            os.kill(self.pid, signal.SIGWINCH)
        while FRAME not in self.seen:
            if not self.read(2):
                return float("inf"), float("inf")  # it did not answer at all
        first = (self.last - began) * 1000
        self.settle(quiet)
        return first, (self.last - began) * 1000

    def held(self, key: bytes, times: int) -> tuple[list[float], float]:
        """A key that is kept down: milliseconds to each frame that answers, and of processor time a key."""
        taken, before = [], self.processor()
        for _ in range(times):
            self.seen, began = b"", time.perf_counter()
            os.write(self._master, key)
            while FRAME not in self.seen and self.read(2):
                pass
            taken.append((self.last - began) * 1000)
            while (rest := began + REPEAT - time.perf_counter()) > 0:
                self.read(rest)
        spent = (self.processor() - before) / times
        self.settle(0.5)
        return taken, spent

    def processor(self) -> float:
        """Milliseconds that the program has run so far, its own and the system's for it."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """MiB in use."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)


def starts(libraries: Sequence[Path], rounds: int) -> None:
    """First paint and memory of each library, taken in turn with the floor."""
    programs = {"floor": [sys.executable, "-c", FLOOR]}
    programs |= {library.name: [sys.executable, "-m", "tui", "--library", str(library)] for library in libraries}
    times: dict[str, list[float]] = {name: [] for name in programs}
    memory: dict[str, float] = {}
    for _ in range(rounds):
        for name, argv in programs.items():
            terminal = Terminal(argv)
            times[name].append(terminal.wait_for(b"PAINTED|All"))
            terminal.settle()
            memory[name] = terminal.memory()
            terminal.close()
    floor = statistics.median(times["floor"])
    for name, taken in times.items():
        say(f"start {name:14} {statistics.median(taken):6.0f} ms, {statistics.median(taken) / floor:.2f} of the floor "
            f"(minima {min(taken) / min(times['floor']):.2f}), {memory[name]:.0f} MiB")


def opened(library: Path) -> Terminal:
    """The reader on this library, with the first article of the list open."""
    terminal = Terminal([sys.executable, "-m", "tui", "--library", str(library)])
    terminal.wait_for(b"All")
    terminal.settle(1.0)
    terminal.answer(b"g"), terminal.answer(b"g", 1.0)
    return terminal


def in_the_article(library: Path, rounds: int) -> None:
    """Answers to keys in a long article, and to another size."""
    terminal = opened(library)
    in_article = [("j in 50,000 words", b"j"), ("PageDown in 50,000 words", KEYS["PageDown"].encode()),
                  ("next name in 50,000 words", b"\x1b[1;5B")]
    terminal.answer(b"l", 0.5)
    for told, key in in_article:
        report(told, [terminal.answer(key)[0] for _ in range(4 * rounds)])
    terminal.answer(b"h")
    report("resize", [terminal.answer(size)[1] for size in ((160, 40), (120, 36)) * rounds])
    say(f"memory after that {terminal.memory():.0f} MiB")
    terminal.close()


def in_the_list(library: Path, rounds: int) -> None:
    """Answers to keys in the list, one by one and held down, and to another size."""
    terminal = opened(library)
    in_list = [("j in the list", b"j"), ("PageDown in the list", KEYS["PageDown"].encode())]
    for told, key in in_list:
        taken = [terminal.answer(key) for _ in range(4 * rounds)]
        report(told, [first for first, _ in taken])
        report("   until its article is set", [last for _, last in taken])
        frames, spent = terminal.held(key, 12 * rounds)
        report("   held down", frames)
        say(f"   processor a key{spent:20.1f} ms")
    report("resize", [terminal.answer(size)[1] for size in ((160, 40), (120, 36)) * rounds])
    say(f"memory after that {terminal.memory():.0f} MiB")
    terminal.close()


def report(told: str, taken: Sequence[float]) -> None:
    say(f"{told:28} {statistics.median(taken):6.1f} ms, worst {max(taken):6.1f} ms")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--part", choices=("starts", "article", "list"), help="this alone; without it all of them")
    options = parser.parse_args(arguments)
    libraries = []
    for count in (options.articles // 100, options.articles):
        libraries.append(options.folder / f"{count}-articles")
        if not libraries[-1].exists():
            make(libraries[-1], count, 120, 50_000)
    if options.part in (None, "starts"):
        starts(libraries, options.rounds)
    if options.part in (None, "article"):
        in_the_article(libraries[-1], options.rounds)
    if options.part in (None, "list"):
        in_the_list(libraries[-1], options.rounds)


if __name__ == "__main__":
    main()
