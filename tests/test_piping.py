"""Articles given to commands: arguments and no shell, output that is clean and not endless."""

import sys
import threading
from collections.abc import Callable

import pytest

from tui.piping import LARGEST, Piped, arguments, pipe


def run(*argv: str, text: str = "") -> Piped | str:
    return pipe(list(argv), text, lambda stop: None)


def test_a_command_is_words_and_quotes_and_nothing_else() -> None:
    """Nothing in it is given to a shell."""
    assert arguments("grep -i 'two words' ; rm $HOME") == ["grep", "-i", "two words", ";", "rm", "$HOME"]
    assert arguments("say 'it") == "The command cannot be read (no closing quotation): quotes come in pairs."
    assert arguments("  ") == "The command is empty."


def test_a_command_reads_the_article_and_its_words_are_shown_clean() -> None:
    """Standard output and standard error, without what a terminal would obey."""
    code = "import sys; t = sys.stdin.read(); print(t.upper()); print('\\x1b[31mred\\a', file=sys.stderr); sys.exit(3)"

    piped = run(sys.executable, "-c", code, text="Zürich\n")

    assert isinstance(piped, Piped)
    assert "ZÜRICH" in piped.text
    assert "red" in piped.text
    assert "\x1b" not in piped.text
    assert (piped.code, piped.is_cut) == (3, False)


def test_a_command_that_reads_nothing_is_no_failure() -> None:
    """However long the article is."""
    piped = run(sys.executable, "-c", "print('done')", text="word " * 100_000)

    assert piped == Piped("done", 0, False)


def test_endless_output_ends() -> None:
    """And what was read of it is shown."""
    piped = run(sys.executable, "-c", "while True: print('y' * 999)")

    assert isinstance(piped, Piped)
    assert piped.is_cut
    assert len(piped.text) <= LARGEST


def test_what_cannot_be_started_says_so() -> None:
    """By the name of the program."""
    assert run("no-such-program-anywhere") == "There is no program no-such-program-anywhere."
    assert run("/") == "/ cannot be started (Permission denied)."


def test_a_command_can_be_ended() -> None:
    """From another thread, at any time."""
    def later(stop: Callable[[], None]) -> None:
        threading.Timer(0.05, stop).start()

    piped = pipe([sys.executable, "-c", "import time; time.sleep(60)"], "", later)

    assert isinstance(piped, Piped)
    assert piped.code != 0


@pytest.mark.parametrize("text", ["", "\n", "a\tb"])
def test_tabs_and_blank_lines_do_no_harm(text: str) -> None:
    """Whatever a command writes has a width that can be counted."""
    piped = run(sys.executable, "-c", "import sys; sys.stdout.write(sys.stdin.read())", text=text)

    assert isinstance(piped, Piped)
    assert "\t" not in piped.text
