"""A site is taught on one page, its next page obeys, and the rule can be seen and taken away, on a real terminal."""

from pathlib import Path

from tests.terminal import library_of, reader
from tests.test_teaching import PAGE


def test_what_is_dropped_on_one_page_is_dropped_on_the_next(environment: dict[str, str], tmp_path: Path) -> None:
    """X, down to the piece, d; the next page follows; the rule is listed, and removed there."""
    (tmp_path / "pages").mkdir()
    for name in ("ann", "bob"):
        (tmp_path / "pages" / f"{name}.html").write_text(PAGE.format(name=name, day="Monday"))
    kept = library_of(tmp_path / "pages", tmp_path / "library")
    with reader(environment, "--library", str(kept)) as terminal:
        terminal.wait_for(r"1/2")
        terminal.wait_for(r"The cafe of")
        terminal.press("X")
        terminal.wait_for(r"title +▌[\s\S]*k keep  d drop")
        for _ in range(20):
            before = terminal.cursor_bar
            if "▌ The cafe of" in terminal.screen:
                break
            terminal.press("j")
            terminal.wait_until(lambda _, was=before: terminal.cursor_bar not in (None, was))  # type: ignore[misc]
        terminal.press("d")
        terminal.wait_for(r"quay\.example: drops what stands at")
        terminal.press("X")
        terminal.wait_until(lambda shown: "The cafe of" not in shown, "the article without the piece")

        terminal.press(")")
        terminal.wait_for(r"2/2")
        terminal.wait_for(r"says bob[\s\S]*A replacement")
        assert "The cafe of" not in terminal.screen

        terminal.press("gX")
        terminal.wait_for(r"What was taught[\s\S]*quay\.example")
        terminal.press("d")
        terminal.wait_for(r"Nothing is taught any more")
        terminal.press("\x1b")
        terminal.wait_for(r"The cafe of")
        terminal.press("Q")
        assert terminal.exit_code() == 0
