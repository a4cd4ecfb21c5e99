"""The command line: what a line means, how it may go on, and what to say about one that means nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actions import ACTIONS, Situation
from tui.commandline import VERBS, Completion, Mistake, Said, completions, said
from tui.keymaps import keymap
from tui.screens.reader import Reader

KEYS = keymap()


def texts(line: str, situation: Situation | None = None) -> list[str]:
    return [way.text for way in completions(line, situation or Situation(), KEYS)]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_is_done_by_a_method_of_the_screen(verb) -> None:  # type: ignore[no-untyped-def]
    """And explained in a sentence."""
    assert callable(getattr(Reader, f"command_{verb.name}"))
    assert verb.help.endswith(".")


def test_every_action_is_a_command() -> None:
    """By its id, with hyphens or underscores; only macros, which want a key, are not."""
    for action in ACTIONS:
        found = said(action.id.replace("_", "-"))

        assert isinstance(found, Mistake) if action.takes_key else found == Said(action=action)


@pytest.mark.parametrize(("line", "verb", "words"), [
    ("set width 60", "set", "width 60"), ("  theme   paper ", "theme", "paper"), ("w ~/notes", "export", "~/notes"),
    ("filter", None, ""), ("theme", None, ""), ("q", None, ""), ("12", None, "12"),
])
def test_a_line_is_a_verb_with_words_or_an_action(line: str, verb: str | None, words: str) -> None:
    """A verb without words is the action of that name; a number is a row."""
    found = said(line)

    assert isinstance(found, Said)
    assert (found.verb.name if found.verb else None, found.words) == (verb, words)


@pytest.mark.parametrize(("line", "says"), [
    ("stra", "There is no command stra. The nearest is star."), ("set", ":set needs NAME VALUE."),
    ("star it", ":star takes no words."), ("record-macro", "There is no command record-macro."),
])
def test_a_line_that_means_nothing_is_told_what_exists(line: str, says: str) -> None:
    """Never silence."""
    found = said(line)

    assert isinstance(found, Mistake)
    assert found.sentence.startswith(says)


def test_a_line_goes_on_with_what_begins_like_it_and_then_with_what_holds_it() -> None:
    """Commands, then their values."""
    assert texts("mark-a")[:2] == ["mark-all-read", "mark-above-read"]
    assert "toggle-unread" in texts("unread")
    assert texts("theme lig") == ["theme light"]
    assert "set width" in texts("set ")
    assert texts("set rows ") == ["set rows full", "set rows one"]
    assert texts("set mouse ") == ["set mouse on", "set mouse off"]
    assert texts("keys ") == ["keys vim", "keys newsboat", "keys arrows"]
    assert texts("add /no such place/") == ["add /no such place/"]


def test_what_cannot_be_done_says_why() -> None:
    """In the place of its help."""
    found = completions("undo", Situation(undoable=False), KEYS)

    assert found == [Completion("undo", "Nothing to undo.", refused=True)]


@given(st.text(max_size=40))
def test_any_line_means_something_or_is_a_mistake(line: str) -> None:
    """Whatever is typed, nothing breaks."""
    if line.strip():
        found = said(line)
        assert isinstance(found, Said | Mistake)
    completions(line, Situation(), KEYS)
