"""Keys typed while a dialog opens: none is lost, none overtakes another, none becomes a command."""

import asyncio

import pytest
from textual import events

from library import Library
from tests.stories import reading
from tui.type_ahead import TypeAhead


def key(letter: str) -> events.Key:
    return events.Key(letter, letter)


async def test_keys_that_wait_stay_in_order() -> None:
    """What is typed while they are sent comes behind them, and nothing is sent twice."""
    sent: list[str] = []

    async def send(event: events.Event) -> None:
        assert isinstance(event, events.Key)
        sent.append(event.key)
        if event.key == "b":
            ahead.hold(key("d"))
        await asyncio.sleep(0)

    ahead = TypeAhead(send, lambda: True)
    for letter in "abc":
        ahead.hold(key(letter))
    assert ahead
    await ahead.release()

    assert sent == ["a", "b", "c", "d"]
    assert not ahead


async def test_keys_for_a_dialog_that_is_gone_block_nothing() -> None:
    """They are no commands, and what is typed next is not held for them."""
    sent: list[events.Event] = []

    async def send(event: events.Event) -> None:
        sent.append(event)

    dialog = [True]
    ahead = TypeAhead(send, lambda: bool(dialog))
    ahead.hold(key("a"))
    dialog.clear()
    await ahead.release()

    assert not ahead
    assert not sent


async def test_a_key_that_cannot_be_sent_blocks_nothing() -> None:
    """Whatever goes wrong, the keyboard goes on."""
    async def send(event: events.Event) -> None:
        raise RuntimeError("no screen")

    ahead = TypeAhead(send, lambda: True)
    ahead.hold(key("a"))
    with pytest.raises(RuntimeError):
        await ahead.release()

    assert not ahead


async def test_a_line_typed_in_one_go_arrives_whole(library: Library) -> None:
    """All its keys are on their way before the prompt stands; some come a moment later."""
    async with reading(library) as story:
        story.reader.app.post_message(events.Key("slash", "/"))
        for letter in "fer":
            story.reader.app.post_message(key(letter))
        await asyncio.sleep(0.001)
        for letter in "ry":
            story.reader.app.post_message(key(letter))
        story.reader.app.post_message(events.Key("enter", "\r"))
        await story.until(lambda: story.reader.matching == "ferry")
        assert story.reader.app.screen is story.reader
