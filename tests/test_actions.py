"""The registry of actions: every name resolves, no key means two things, every refusal says why."""

from typing import get_args

import pytest
from msgspec.structs import fields, replace

from tui.actions import ACTIONS, BY_ID, FOOTER_KEYS, Pane, Situation, footer
from tui.actions.action import Row
from tui.keymaps import Keys, Pressed, Typed, chosen, key_name, key_table, keymap, keymap_of, press, shown
from tui.keynames import wrong_key
from tui.presets import PRESETS, clash, preset, rebound
from tui.screens.reader import Reader

KEYS = keymap()
SEQUENCES = KEYS.sequences
SITUATIONS = [
    Situation(pane=pane, **{field.name: value})  # type: ignore[arg-type]  # all others are switches
    for pane in get_args(Pane) for field in fields(Situation) if field.name not in ("pane", "row")
    for value in (True, False)
] + [Situation(pane=pane, row=row) for pane in get_args(Pane) for row in get_args(Row)]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_done_by_a_method_of_the_screen(action) -> None:  # type: ignore[no-untyped-def]
    """A name that nothing answers to would be a key that ends the program."""
    assert callable(getattr(Reader, f"action_{action.id}"))


def test_ids_and_keys_are_unique() -> None:
    """Actions share a key only when all but one of them are special, for few situations."""
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    for actions in SEQUENCES.values():
        assert sum(not action.special for action in actions) <= 1


def test_k_keeps_what_was_only_opened_and_scrolls_elsewhere() -> None:
    """The one key with two meanings: the kind of session decides."""
    assert chosen(SEQUENCES["K",], Situation(temporary=True))[0].id == "keep"
    assert chosen(SEQUENCES["K",], Situation(temporary=False))[0].id == "body_up"


def test_no_key_is_also_the_beginning_of_a_chord() -> None:
    """Such a key would never be heard, or its chord never finished."""
    for sequence in SEQUENCES:
        for other in SEQUENCES:
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
    first = press("g", Typed(), KEYS)
    assert (first.actions, first.typed) == ((), Typed(keys=("g",)))

    assert [action.id for action in press("g", first.typed, KEYS).actions] == ["top"]
    assert [action.id for action in press("j", first.typed, KEYS).actions] [-1:] == ["down"]
    assert press("é", first.typed, KEYS) == press("é", Typed(), KEYS)
    assert not press("é", Typed(), KEYS).actions
    assert press("[", first.typed, KEYS).typed.keys == ("[",)
    assert press("escape", first.typed, KEYS) == Pressed()


def type_keys(keys: str, keymap: Keys = KEYS) -> Pressed:
    """What the last of the keys, one after the other, asks for."""
    pressed = Pressed()
    for key in keys.split(" "):
        pressed = press(key, pressed.typed, keymap)
    return pressed


@pytest.mark.parametrize(("keys", "action", "count"), [
    ("5 j", "down", 5), ("1 0 j", "down", 10), ("3 ] e", "next_name", 3), ("2 g g", "top", 2), ("j", "down", None),
    ("9 9 9 9 9 9 9 9 9 j", "down", 999_999),
])
def test_a_number_before_a_key_says_how_often(keys: str, action: str, count: int | None) -> None:
    """Before single keys and chords; six digits are enough for every list."""
    pressed = type_keys(keys)

    assert (pressed.actions[-1].id, pressed.count) == (action, count)


def test_digits_are_keys_where_a_preset_says_so() -> None:
    """Without letters there are no counts either: 2 shows the unread articles."""
    assert [action.id for action in type_keys("2", keymap_of("arrows")).actions] == ["show_unread"]
    assert type_keys("0").typed == Typed()


def test_a_macro_is_named_by_the_key_that_follows() -> None:
    """Whichever it is, except Esc, which means that nothing was meant."""
    played = type_keys("3 , j")

    assert ([action.id for action in played.actions], played.count, played.argument) == (["play_macro"], 3, "j")
    assert type_keys(", escape") == Pressed()


@pytest.mark.parametrize("name", PRESETS)
def test_in_no_preset_is_a_key_also_the_beginning_of_a_chord(name: str) -> None:
    """Such a key would never be heard, or its chord never finished."""
    known = keymap_of(name).sequences
    for one in known:
        for other in known:
            assert one == other or not clash(one, other)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_reaches_what_nobody_can_do_without(name: str) -> None:
    """Moving, opening, going back, the way to all others, and out; each by a key that exists."""
    keys = keymap_of(name)
    needed = "down up left right open back read_on help palette close quit undo"
    for identity in needed.split():
        assert keys.bindings[identity], identity
    assert not [key for bound in keys.bindings.values() for key in bound if wrong_key(key)]


def test_the_arrows_preset_has_no_letters() -> None:
    """Whoever types a word into the reader changes nothing by it."""
    assert not [sequence for sequence in keymap_of("arrows").sequences
                if any(len(key) == 1 and key.isalpha() for key in sequence)]


def test_a_key_that_is_given_away_is_taken_from_its_owner() -> None:
    """Who binds g has no gg any more, and j moves nothing when it stars."""
    keys = keymap(rebound(preset("vim"), {"star": ("g", "j")}))

    assert keys.of(BY_ID["star"]) == ("g", "j")
    assert keys.of(BY_ID["top"]) == ("home",)
    assert keys.of(BY_ID["down"]) == ("down",)
    assert (keys.word("star"), keys.word("show_starred")) == ("g", ":show-starred")


def test_what_may_follow_the_beginning_of_a_chord_is_known() -> None:
    """In the registry's order, without what has been typed."""
    assert [rest for rest, _ in KEYS.after(("g",))] == ["g", "l", "W", "X", "a", "u", "s", "+", "x"]


def test_the_first_action_available_is_meant_and_else_the_reason_is_told() -> None:
    """A key whose action is not available says why."""
    action, reason = chosen(SEQUENCES["o",], replace(Situation(), url=False, marked=False))

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

    assert rows[0] == "| What it does | vim | newsboat | arrows |"
    assert len(rows) == 2 + sum(any(preset(name)[action.id] for name in PRESETS) for action in ACTIONS)
    assert "| The next person, organisation or place in the text. | `]e` `C-↓` | `]e` `C-↓` | `C-↓` |" in rows
