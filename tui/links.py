"""The links of a typeset text: which there are, what they say, and the letters that choose one of those in sight."""

from collections.abc import Sequence
from itertools import product

from msgspec import Struct

from tui.inline import Line
from tui.text_map import Stretch

HINTS = "asdfjklghqwertyuiopzxcvbnm"
"""The letters of hints, those under the resting fingers first."""


class Link(Struct, frozen=True):
    """One link, over as many lines as its words take."""

    href: str
    text: str
    shown: tuple[Stretch, ...]
    """At least one."""

    @property
    def line(self) -> int:
        return self.shown[0].line


def links_of(lines: Sequence[Line]) -> list[Link]:
    """The links in reading order. What one mark covers is one link, however it is broken or emphasised."""
    found: list[Link] = []
    texts: list[str] = []
    shown: list[Stretch] = []
    href: str | None = None

    def close() -> None:
        if href is not None:
            found.append(Link(href, " ".join(texts), tuple(shown)))
        texts.clear()
        shown.clear()

    block: int | None = None
    for number, line in enumerate(lines):
        for run in line.runs:
            if run.at is None:
                continue  # a bar, a bullet, a letter: between the words of a link, but no end of it
            if run.href != href or (href is not None and line.block != block):
                close()
                href, block = run.href, line.block
            if href is not None:
                text = line.text[run.start:run.end]
                if shown and shown[-1].line == number:
                    texts[-1] += text
                else:
                    texts.append(text)
                shown.append(Stretch(number, run.start, run.end, run.at))
    close()
    return found


def hints(count: int) -> list[str]:
    """So many different hints, all of one length, so that none of them begins another."""
    length = 1
    while len(HINTS) ** length < count:
        length += 1
    return ["".join(letters) for letters, _ in zip(product(HINTS, repeat=length), range(count), strict=False)]
