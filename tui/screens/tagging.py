"""Tags: words that the reader gives to articles, and the list of what is read later."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from library.records import Headline
from library.tags import LATER, Tags, cleaned, typed
from tui.commandline import Completion
from tui.history import Change
from tui.screens.marking import articles_told, titles_told
from tui.screens.shelving import Shelving


@dataclass
class Retagged(Message):
    """A tag of many articles is to become another, or none ("")."""

    old: str
    new: str
    before: dict[str, Tags]
    """The articles that have it, with all their tags."""


class Tagging(Shelving):
    """Actions on the tags of the article under the cursor, and on the tag under that of the sources."""

    def action_later(self) -> None:
        rows = self.counted_rows()
        if rows:
            put = LATER not in rows[0].tags
            changed = [headline for headline in rows if (LATER in headline.tags) != put]
            after = {headline.article_id: _with(headline.tags, (LATER,)) if put else _without(headline.tags, LATER)
                     for headline in changed}
            self._tag(changed, after, "kept for later" if put else "taken off the list to read later")

    def action_tag(self) -> None:
        """Ask for tags, with those there are to choose from."""
        from tui.screens.prompt import Prompt

        rows = self.counted_rows()
        if not rows:
            return
        now = " ".join(tag for tag in rows[0].tags if tag != LATER) if len(rows) == 1 else ""
        asked = "#" if len(rows) == 1 else f"# for {len(rows)} articles: "

        def done(line: str | None) -> None:
            if line is not None:
                self._give(rows, line, keep=len(rows) > 1)

        self.app.push_screen(Prompt(asked, "tags, apart by spaces; Tab completes", f"{now} " if now else "",
                                    complete=self.tag_completions), done)

    def command_tag(self, words: str) -> None:
        self._give(self.counted_rows(), words, keep=False)

    def tag_completions(self, line: str) -> list[Completion]:
        """How the last tag of a line may go on."""
        before, _, last = line.rpartition(" ")
        asked, had = cleaned(last), typed(before)
        lead = f"{before} " if before else ""
        return [Completion(f"{lead}{tag} ", articles_told(count)) for tag, count in self.source_list.counted.tags
                if tag not in (LATER, asked, *had) and asked in tag]

    def action_remove_source(self) -> None:
        """A tag is taken from its articles at once, and can be given back."""
        tag = self._chosen_tag
        if tag:
            self.write(partial(self._find_tagged, tag, ""), counts=False)
        else:
            super().action_remove_source()

    def action_rename(self) -> None:
        from tui.screens.prompt import Prompt

        tag = self._chosen_tag
        if not tag:
            super().action_rename()
            return

        def done(line: str | None) -> None:
            if line is not None:
                self.command_rename(line)

        self.app.push_screen(Prompt("#", "another name for this tag", tag), done)

    def command_rename(self, words: str) -> None:
        tag, new = self._chosen_tag, cleaned(words)
        if not tag:
            super().command_rename(words)
        elif new and new != tag:
            self.write(partial(self._find_tagged, tag, new), counts=False)

    def _find_tagged(self, old: str, new: str) -> Message:
        """In a thread."""
        return Retagged(old, new, self.library.tagged(old))

    def on_retagged(self, message: Retagged) -> None:
        old, new = message.old, message.new
        after = {article: _with(_without(tags, old), (new,) if new else ()) for article, tags in message.before.items()}
        told = f"#{old} renamed to #{new}" if new else f"#{old} taken from {articles_told(len(after))}"
        self._do_tag(told, message.before, after)
        if self._chosen_tag == old and not new:  # its row goes
            self.source_list.move(-1)

    @property
    def _chosen_tag(self) -> str:
        row = self.source_list.current
        return row.selection.tag if self.pane == "sources" and row.kind == "tag" and row.selection is not None else ""

    def _give(self, rows: list[Headline], line: str, *, keep: bool) -> None:
        """These tags; `keep`: beside those that each article has."""
        named = typed(line)
        after = {headline.article_id: _with(headline.tags if keep else _only_later(headline.tags), named)
                 for headline in rows}
        changed = [headline for headline in rows if headline.tags != after[headline.article_id]]
        told = " ".join(f"#{tag}" for tag in named)
        self._tag(changed, {headline.article_id: after[headline.article_id] for headline in changed},
                  f"tagged {told}" if told else "without tags")

    def _tag(self, changed: list[Headline], after: Mapping[str, Tags], told: str) -> None:
        if changed:
            before = {headline.article_id: headline.tags for headline in changed}
            self._do_tag(f"{titles_told(changed)} {told}", before, after)

    def _do_tag(self, words: str, before: Mapping[str, Tags], after: Mapping[str, Tags]) -> None:
        self.do(Change(words, partial(self.set_tags, after), partial(self.set_tags, before)))


def _with(tags: Tags, more: Tags) -> Tags:
    return tuple(sorted({*tags, *more}))


def _without(tags: Tags, tag: str) -> Tags:
    return tuple(one for one in tags if one != tag)


def _only_later(tags: Tags) -> Tags:
    """What is kept when all tags are given anew: whether it is to be read later is said elsewhere."""
    return tuple(tag for tag in tags if tag == LATER)
