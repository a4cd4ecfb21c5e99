"""Who is this, and where else: from a name to its card, to other articles and back, on a real terminal."""

import shutil
from pathlib import Path

from tests.terminal import Terminal, reader


def to_name(terminal: Terminal, name: str) -> None:
    """Step from name to name until the cursor is on this one."""
    for _ in range(20):
        before = terminal.reversed_words
        terminal.press("]e")
        terminal.wait_until(lambda _, was=before: terminal.reversed_words not in ((), was))  # type: ignore[misc]
        if " ".join(words for _, words in terminal.reversed_words) == name:
            return
    raise AssertionError(f"never came to {name}:\n{terminal.screen}")


def test_from_a_name_to_its_card_to_another_article_and_back(
        environment: dict[str, str], examples: Path, tmp_path: Path) -> None:
    """The card quotes another article, `*` lists all that name it, Esc brings back exactly what was, `i` lists all."""
    shutil.copytree(examples, tmp_path / "library")
    with reader(environment, "--library", str(tmp_path / "library")) as terminal:
        terminal.wait_for(r"1/3")
        terminal.wait_for(r"traveled to\s")
        terminal.press("l")
        terminal.wait_for(r"\]e next name")
        to_name(terminal, "Antony J. Blinken")
        before = terminal.wait_for(r"who is this")

        terminal.press("\r")
        card = terminal.wait_for(r"mentions in 3 articles")
        assert "Secretary of State" in card
        assert "Lavrov" in card, "the card quotes what another article says"
        terminal.press("\x1b")
        terminal.wait_until(lambda shown: shown == before, "the article exactly as it was")

        terminal.press("*")
        terminal.wait_for(r"─ Antony J\. Blinken ─+ 3 ")
        terminal.press("\x1b")
        terminal.wait_until(lambda shown: shown.split("\n")[0] == before.split("\n")[0], "the list that was there")

        terminal.press("i")
        terminal.wait_for(r"In this article")
        assert "NATO" in terminal.wait_for(r"Brussels")
        terminal.press("\x1b")
        terminal.wait_until(lambda shown: "In this article" not in shown)
        terminal.press("Q")
        assert terminal.exit_code() == 0
