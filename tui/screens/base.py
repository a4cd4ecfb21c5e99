"""What the reader's screen knows, and the few things every action needs from it.

The actions live in files of their own (moving, marking, taking, sourcing), each a class on top of this one; so
no file has to be read whole to understand one key.
"""

import asyncio
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace
from textual import work
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from library import Library
from library.config import Config
from library.errors import LibraryError
from library.records import Order, Selection, Source
from tui.actions import Pane, Situation
from tui.glyphs import extent
from tui.history import History
from tui.keymaps import Typed
from tui.messages import SourcesRead, Told, Written
from tui.preferences import REMEMBERED, Preferences
from tui.render import Bit
from tui.settings import Value
from tui.start import LAST_SOURCES, FirstLook, count, remembered
from tui.themes import Palette
from tui.type_ahead import TypeAhead
from tui.widgets.article_list import ArticleList
from tui.widgets.article_view import ArticleView
from tui.widgets.ascii_filter import AsciiFilter
from tui.widgets.frame import FrameLine
from tui.widgets.source_list import SourceList
from tui.widgets.which_key import WhichKey

Filter = Literal["all", "unread", "starred"]
_QUERY = re.compile(r"(?:^|\s)-?[a-z]+:\S")
"""What tells a query (library/query.py) from words of titles: a condition such as person:blinken."""
PEOPLE = 5
"""People that the sources pane lists: a glance; all others are a key away."""
NARROW = 100
"""Columns below which there is room for one pane at a time."""


class Options(Struct, frozen=True):
    """What the command line and the configuration decide about a session."""

    now: Callable[[], datetime]
    """Aware datetimes."""
    config: Config = field(default_factory=Config)
    """What the configuration file says."""
    environment: Mapping[str, str] = field(default_factory=dict)
    config_file: Path | None = None
    """Where the configuration is written, or would be; None: nowhere."""


class Task(Struct, frozen=True):
    """Something that takes longer than a moment."""

    words: str
    """For the footer: "reading 12/340"."""
    stop: Callable[[], object]
    """Ends it; what has been done until then stays."""


class ReaderBase(Screen[None]):
    """State, widgets and workers that the actions share."""

    def __init__(self, library: Library, look: FirstLook, palette: Palette, options: Options,
                 preferences: Preferences, home: Callable[[], Library] | None, type_ahead: TypeAhead) -> None:
        super().__init__(id="reader")
        self.type_ahead = type_ahead
        self.preferences = preferences
        self.keys = preferences.keymap()
        self.typed = Typed()
        """The keys of a chord, and the count, that were typed so far."""
        self.count: int | None = None
        """The number typed before the action that is being done; None: none."""
        self.argument = ""
        """The key that was given to the action that is being done."""
        self.recording: tuple[str, tuple[str, ...]] | None = None
        """The letter of the macro that is being recorded, and its keys so far."""
        self.history = History()
        self.library = library
        self.options = options
        self.home = home
        """Opens the reader's own library, when this one is temporary; None: there is none."""
        self.palette = palette
        self.look = look
        self.pane: Pane = "articles"
        self.zen = False
        self.selection = look.place.view
        """What the selected row of the sources shows; `filter` narrows it."""
        self.own_widths = look.widths
        """What the panes were pulled to; None: nothing."""
        self.greets = look.is_first
        """Nobody has pressed a key here yet, ever."""
        self.matching = ""
        """Words or a query that the list is narrowed to; "": it is not."""
        self.filter: Filter = "all"
        if look.place.selection.unread and not self.selection.unread:
            self.filter = "unread"
        elif look.place.selection.starred and not self.selection.starred:
            self.filter = "starred"
        self.sources: tuple[Source, ...] = look.counted.sources
        self.muted = 0
        """How many articles the list leaves out because they are muted."""
        self.generation = 0
        """Counts the lists that were asked for: an answer to an older question is dropped."""
        self.rules_known = bool(library.rules())
        """There are rules for sites."""
        self.named: dict[int, str] = {}
        """What the entities of lists are called."""
        self.tasks: dict[str, Task] = {}
        """What goes on and takes its time, by name."""
        self.source_list = SourceList()
        self.article_list = ArticleList(options.now)
        self.view = ArticleView()
        self.top_line, self.bottom_line, self.key_bar = (
            FrameLine(id="top"), FrameLine(id="bottom"), FrameLine(id="keys"),
        )
        self.which_key = WhichKey()
        self.ascii_filter = AsciiFilter(extent(preferences.word("glyphs"), options.environment))
        self.grabbing: Callable[[str], None] | None = None
        """Takes every key while something is being typed; None: keys are actions."""
        self.prompt: Callable[[], list[Bit]] = list
        """What the footer shows meanwhile."""
        self._writing = asyncio.Lock()

    @property
    def narrow(self) -> bool:
        """There is room for one pane only."""
        return self.size.width < NARROW

    @property
    def ascii_only(self) -> bool:
        """Signs beyond ASCII are not to be drawn."""
        return self.preferences.word("glyphs") == "ascii"

    @property
    def alone(self) -> bool:
        """One pane is shown and the others are hidden."""
        return self.narrow or self.zen

    @property
    def is_apart(self) -> bool:
        """The list shows something that was come to from an article, and Esc goes back. Naming knows."""
        return False

    @property
    def order(self) -> Order:
        """How lists are sorted."""
        return Order(self.preferences.word("sort"))

    @property
    def shown_selection(self) -> Selection:
        """What the list shows."""
        own, words = self.selection, self.matching
        if _QUERY.search(words) is not None:
            selection = replace(own, query=f"{own.query} {words}".strip())
        else:
            selection = replace(own, matching=f"{own.matching} {words}".strip())
        if self.filter == "unread":
            return replace(selection, unread=True)
        return replace(selection, starred=True) if self.filter == "starred" else selection

    @property
    def situation(self) -> Situation:
        opened = self.view.opened
        row = self.source_list.current
        headline = self.article_list.current
        return Situation(
            pane=self.pane, article=opened is not None, articles=len(self.article_list.pages) > 0,
            url=opened is not None and bool(opened.annotated.article.url),
            names=opened is not None and bool(opened.annotated.mentions) and self.view.marks_names,
            name=self.pane == "body" and self.view.current_mention is not None,
            as_it_came=self.view.as_it_came, undoable=self.history.can_undo, redoable=self.history.can_redo,
            recording=self.recording is not None, temporary=self.library.is_temporary,
            refreshable=row.source is not None or row.folder is not None or self.pane != "sources",
            row=row.kind, copies=headline is not None and headline.story is not None,
            home=self.home is not None, mutes=self.source_list.counted.mutes > 0,
            taught=self.rules_known, marked=self.pane == "body" and self.view.marked is not None,
            searching=bool(self.view.sought) and self.pane == "body",
            headings=opened is not None and self.view.has_headings, links=opened is not None and bool(self.view.links),
            link=self.pane == "body" and self.view.link is not None, figures=bool(self.view.figures),
        )

    def grab(self, typed: Callable[[str], None], prompt: Callable[[], list[Bit]]) -> None:
        """From now on every key goes to `typed`, and the footer shows `prompt`, until `release`."""
        self.grabbing, self.prompt = typed, prompt

    def release(self) -> None:
        self.grabbing = None

    def say(self, sentence: str, *, title: str = "", alarming: bool = False) -> None:
        """A toast. The sentence may hold foreign text: it is never markup."""
        self.notify(sentence, title=title, severity="error" if alarming else "information", markup=False,
                    timeout=8 if alarming else 4)

    def work_on(self, name: str, words: str, stop: Callable[[], object]) -> None:
        """Show that something goes on, and how far it is; Esc ends it."""
        begins = name not in self.tasks
        self.tasks[name] = Task(words, stop)
        if begins:
            self.explain_emptiness()
        self.update_chrome()

    def done_with(self, name: str) -> None:
        """It goes on no more."""
        self.tasks.pop(name, None)
        self.update_chrome()

    def stop_work(self) -> bool:
        """End what goes on, the last to begin first; False when nothing does."""
        if not self.tasks:
            return False
        _, task = self.tasks.popitem()
        task.stop()
        self.say(f"Stopped {task.words}. What was done stays.")
        self.update_chrome()
        return True

    def on_told(self, message: Told) -> None:
        self.say(message.sentence, alarming=message.alarming)

    def prefer(self, name: str, value: Value) -> None:
        """Another value of a setting, now and from now on: it is remembered unless the file fixes it."""
        self.preferences = replace(self.preferences, values={**self.preferences.values, name: value})
        self.write(lambda: self.library.set_setting(REMEMBERED + name, str(value)), counts=False)

    def load_list(self, *, keep: bool = True) -> None:
        """Read the list again. Loading knows."""
        raise NotImplementedError

    def explain_emptiness(self) -> None:
        """Say in an empty list why it is empty. Loading knows."""
        raise NotImplementedError

    def update_chrome(self) -> None:
        """Frame, footer and breadcrumb after anything has changed. The screen itself knows how."""
        raise NotImplementedError

    @work(group="writes")
    async def write(self, change: Callable[[], Message | None], *, counts: bool = True) -> None:
        """Do something to the library in a thread; changes reach it in the order they were made.

        What `change` returns is posted; without it, that counts may differ, unless they cannot (`counts`).
        """
        async with self._writing:
            try:
                message = await asyncio.to_thread(change)
            except LibraryError as error:
                self.post_message(Told(str(error), alarming=True))
                if counts:
                    self.load_list()  # the screen was ahead of the library: it shows again what is so
                return
        if message is not None or counts:
            self.post_message(message or Written())

    async def written(self) -> None:
        """Returns when every change that was made before has reached the library."""
        async with self._writing:
            pass

    @work(group="writes")
    async def leave(self, end: Callable[[], None]) -> None:
        """End the application so, after every change that was made before."""
        async with self._writing:
            end()

    def on_written(self) -> None:
        self.read_sources()

    @work(thread=True, exclusive=True, group="sources")
    def read_sources(self) -> None:
        worker = get_current_worker()
        try:
            counted = count(self.library)
            people = self.library.entities.top(("PERSON",), limit=PEOPLE)
        except LibraryError as error:
            self.post_message(Told(str(error), alarming=True))
            return
        if worker.is_cancelled:  # counts that were read later are on their way, and may be faster
            return
        self.post_message(SourcesRead(counted, people))
        self.library.set_setting(LAST_SOURCES, remembered(counted))

    def on_sources_read(self, message: SourcesRead) -> None:
        self.sources = message.counted.sources
        self.named.update((person.id, person.name) for person in message.people)
        self.source_list.show(message.counted, message.people)
        self.explain_emptiness()
        self.update_chrome()
