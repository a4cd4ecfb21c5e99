"""From keys to actions: chords and counts as they are typed, what may follow, and macros.

Every key arrives here, whichever pane has the keyboard, and is looked up in one keymap. What cannot be done says
why, wherever it was asked for.
"""

import asyncio
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace
from textual import events, work
from textual.timer import Timer

from tui.actions import BY_ID, ON_THE_ARTICLE
from tui.keymaps import Pressed, chosen, key_name, press, shown
from tui.preferences import MACROS
from tui.screens.chrome import Chrome
from tui.screens.loading import Loading
from tui.widgets.which_key import Continuation

WHICH_KEY_AFTER = 0.3
"""Seconds after which a chord that has begun shows how it may go on: who knows it is never shown anything."""

DIALOG_STANDS_AFTER = 1.0
"""Seconds after which a dialog gets what was typed for it, even if it never said that it was drawn."""


class Keyboard(Chrome, Loading):
    """Knows what was typed so far."""

    _which_key_timer: Timer | None = None
    _last_macro: str | None = None
    _is_playing = False

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self.app.screen is not self:
            # Typed ahead, as over a slow line: a key before it has opened a dialog, and this one is meant for that.
            if not self.type_ahead:
                self.app.screen.call_after_refresh(self.type_ahead.release)
                self.app.set_timer(DIALOG_STANDS_AFTER, self.type_ahead.release)
            self.type_ahead.hold(event)
            return
        self.type_key(key_name(event.key, event.character))

    def type_key(self, key: str) -> None:
        """One key, typed by a person or by a macro."""
        self.greets = False
        if self.recording is not None and not self._is_playing:
            if key in self.keys.of(BY_ID["record_macro"]) and not self.typed.keys:
                self._end_recording()
                return
            self.recording = (self.recording[0], (*self.recording[1], key))
        if self.grabbing is not None:
            self.grabbing(key)
            self.update_chrome()
            return
        pressed = press(key, self.typed, self.keys)
        self.typed = pressed.typed
        if pressed.actions:
            self.take(pressed)
        self._await_next()
        self.update_chrome()

    def take(self, pressed: Pressed) -> None:
        """Do the first of the actions that can be done; say why when none can."""
        action, reason = chosen(pressed.actions, self.situation)
        coming = self.coming
        if coming is not None and action.id in ON_THE_ARTICLE:
            self._deferred = coming, pressed
        elif reason is not None:
            self.say(reason)
        else:
            self.count, self.argument = pressed.count, pressed.argument
            try:
                getattr(self, f"action_{action.id}")()
            finally:
                self.count, self.argument = None, ""

    # How a chord may go on.

    def _await_next(self) -> None:
        """Show after a moment what may follow; nothing when nothing is waited for."""
        if self._which_key_timer is not None:
            self._which_key_timer.stop()
            self._which_key_timer = None
        self.which_key.hide()
        if self.typed.keys and not self._is_playing:
            self._which_key_timer = self.set_timer(WHICH_KEY_AFTER, self._show_which_key)

    def _show_which_key(self) -> None:
        begun = shown(" ".join(self.typed.keys))
        if self.typed.awaits_any:
            macros = sorted(self.preferences.macros.items())
            ways = [Continuation(letter, " ".join(map(shown, keys))) for letter, keys in macros]
            ways.append(Continuation("a–z", self.typed.awaits_any[0].help))
        else:
            ways = self._continuations()
        self.which_key.show(begun, ways, self.size.width)

    def _continuations(self) -> list[Continuation]:
        """What may follow, the keys of one action together."""
        keys: dict[tuple[str, str | None], list[str]] = {}
        for rest, actions in self.keys.after(self.typed.keys):
            action, reason = chosen(actions, self.situation)
            keys.setdefault((action.name, reason), []).append(shown(rest))
        return [Continuation(" ".join(rest), name, reason) for (name, reason), rest in keys.items()]

    # Macros.

    def action_record_macro(self) -> None:
        if len(self.argument) != 1 or not self.argument.isalpha():
            self.say("A macro is called by a letter.")
            return
        self.recording = (self.argument, ())
        self.say(f"Recording {self.argument}. {self.keys.word('record_macro')} ends it.")

    def _end_recording(self) -> None:
        if self.recording is None:
            return
        (letter, keys), self.recording = self.recording, None
        if keys:
            recorded = {**self.preferences.macros, letter: keys}
            self.preferences = replace(self.preferences, macros=recorded)
            self._last_macro = letter
            self.write(lambda: self.library.set_setting(MACROS, msgspec.json.encode(recorded).decode()),
                       counts=False)
            self.say(f"{self.keys.word('play_macro')} {letter} plays these {len(keys)} keys again.")
        self.update_chrome()

    def action_play_macro(self) -> None:
        again = self.argument in self.keys.of(BY_ID["play_macro"])
        letter = self._last_macro if again else self.argument
        keys = self.preferences.macros.get(letter or "")
        if self._is_playing:
            self.say("A macro cannot play another.")
        elif keys is None:
            self.say(f"There is no macro {letter}." if letter else "No macro has been played yet.")
        else:
            self._last_macro = letter
            self._play(tuple(keys), self.count or 1)

    @work(exclusive=True, group="macro")
    async def _play(self, keys: Sequence[str], times: int) -> None:
        """Type the keys, each when the article of the one before has come."""
        for _ in range(times):
            for key in keys:
                while self._coming is not None:  # noqa: ASYNC110 - it is set in many places, and never for long
                    await asyncio.sleep(0.005)
                self._is_playing = True
                try:
                    self.type_key(key)
                finally:
                    self._is_playing = False
