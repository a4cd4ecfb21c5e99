"""The registry of actions: every name resolves, no key means two things, every refusal says why."""

from typing import get_args

import pytest
from msgspec.structs import fields, replace

from tui.actions import ACTIONS, FOOTER_KEYS, Pane, Situation, footer
from tui.keymaps import chosen, key_name, key_table, keymap, press, shown
from tui.screens.reader import Reader

KEYS = keymap()
SITUATIONS = [
    Situation(pane=pane, **{field.name: value})
    for pane in get_args(Pane) for field in fields(Situation) if field.name != "pane" for value in (True, False)
]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_done_by_a_method_of_the_screen(action) -> None:  # type: ignore[no-untyped-def]
    """A name that nothing answers to would be a key that ends the program."""
    assert callable(getattr(Reader, f"action_{action.id}"))


def test_ids_and_keys_are_unique() -> None:
    """Two actions share a key only when one of them is for pages that were only opened."""
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    shared = {sequence for sequence, actions in KEYS.items() if len(actions) > 1}

    assert shared == {("K",)}


def test_k_keeps_what_was_only_opened_and_scrolls_elsewhere() -> None:
    """The one key with two meanings: the kind of session decides."""
    assert chosen(KEYS["K",], Situation(temporary=True))[0].id == "keep"
    assert chosen(KEYS["K",], Situation(temporary=False))[0].id == "body_up"


def test_no_key_is_also_the_beginning_of_a_chord() -> None:
    """Such a key would never be heard, or its chord never finished."""
    for sequence in KEYS:
        for other in KEYS:
            assert sequence == other or other[:len(sequence)] != sequence


@pytest.mark.parametrize("situation", SITUATIONS, ids=str)
def test_a_refusal_is_a_sentence_and_the_footer_promises_only_what_works(situation: Situation) -> None:
    """The footer shows at most eight keys, all of which do something here, the help among them."""
    for action in ACTIONS:
        reason = action.why_not(situation)
        assert reason is None or (reason.endswith(".") and reason[0].isupper())
    shown_here = footer(situation)

    assert 0 < len(shown_here) <= FOOTER_KEYS
    assert all(action.why_not(situation) is None for action in shown_here)
    assert shown_here[-1].id == "help"


def test_every_action_is_explained() -> None:
    """Help is a sentence; a footer's word is short."""
    for action in ACTIONS:
        assert action.help.endswith(".")
        assert len(action.label) <= 12


def test_a_chord_is_pressed_key_by_key_and_forgotten_when_it_breaks_off() -> None:
    """`g g` goes to the top, `g j` moves down, an unknown key means nothing."""
    first = press("g", (), KEYS)
    assert (first.actions, first.pending) == ((), ("g",))

    assert [action.id for action in press("g", first.pending, KEYS).actions] == ["top"]
    assert [action.id for action in press("j", first.pending, KEYS).actions] == ["down"]
    assert press("é", first.pending, KEYS) == press("é", (), KEYS)
    assert not press("é", (), KEYS).actions
    assert press("[", first.pending, KEYS).pending == ("[",)


def test_the_first_action_available_is_meant_and_else_the_reason_is_told() -> None:
    """A key whose action is not available says why."""
    action, reason = chosen(KEYS["o",], replace(Situation(), url=False))

    assert (action.id, reason) == ("open_url", "This page names no address.")


@pytest.mark.parametrize(("key", "character", "name"), [
    ("j", "j", "j"), ("J", "J", "J"), ("right_square_bracket", "]", "]"), ("space", " ", "space"),
    ("ctrl+d", "\x04", "ctrl+d"), ("alt+down", None, "alt+down"), ("enter", "\r", "enter"), ("f5", None, "f5"),
])
def test_keys_are_named_as_they_are_typed(key: str, character: str | None, name: str) -> None:
    """What prints is named by what it prints; the rest keeps Textual's name."""
    assert key_name(key, character) == name


@pytest.mark.parametrize(("key", "text"), [
    ("g g", "gg"), ("] e", "]e"), ("ctrl+d", "C-d"), ("alt+down", "A-↓"), ("f11", "F11"), ("f", "f"),
    ("shift+tab", "S-Tab"), ("space", "Space"), ("<", "<"),
])
def test_keys_are_shown_as_readers_write_them(key: str, text: str) -> None:
    """The short forms of vim and less."""
    assert shown(key) == text


def test_the_key_table_has_a_row_for_every_action_with_keys() -> None:
    """README's table comes from here."""
    rows = key_table().splitlines()

    assert rows[0] == "| Keys | What they do |"
    assert len(rows) == 2 + sum(bool(action.keys) for action in ACTIONS)
    assert "| `]e` `C-↓` | The next person, organisation or place in the text. |" in rows
