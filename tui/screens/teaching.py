"""Teaching a site: pieces of a page are kept and dropped, and what is like them on its other pages with them."""

from functools import partial

from textual.message import Message

from library.records import Opened
from parsers.site_rules import SiteRule, in_words, is_for_one_page
from tui.history import Change
from tui.messages import Retold, RuleTaught
from tui.screens.marking import Marking


class Teacher(Marking):
    """Actions on the pieces of the page as it came."""

    def action_next_piece(self) -> None:
        self.view.step_piece(self.times)

    def action_previous_piece(self) -> None:
        self.view.step_piece(-self.times)

    def action_keep_piece(self) -> None:
        self._teach(keep=True)

    def action_drop_piece(self) -> None:
        self._teach(keep=False)

    def action_rules(self) -> None:
        from tui.screens.rules import Rules

        self.app.push_screen(Rules(self.library, self.palette), self._rules_closed)

    def _teach(self, *, keep: bool) -> None:
        opened, piece = self.view.opened, self.view.current_piece
        if opened is None or piece is None:
            return
        if piece.kept == keep:
            self.say("This piece is in the article already." if keep else "This piece is set aside already.")
            return
        article_id, index, text = opened.annotated.article.id, self.view.piece, piece.text

        def teach() -> Message:
            taught, replaced = self.library.teach(article_id, index, text, keep=keep)
            return RuleTaught(taught.rule, replaced, self.library.opened(article_id))

        self.write(teach)

    def on_rule_taught(self, message: RuleTaught) -> None:
        rule = message.rule
        site = "this page" if is_for_one_page(rule) else rule.site
        words = f"{site}: {in_words(rule)}"
        changed = self._retell(message.opened)
        count = f" Here that is {changed} pieces." if changed > 1 else ""
        self.history.add(Change(words, partial(self._change_rule, rule, message.replaced),
                                partial(self._change_rule, message.replaced, rule)))
        self.rules_known = True
        self.say(f"{words}.{count} {self.keys.word('undo')} takes it back.")
        self.read_sources()
        self.update_chrome()

    def _change_rule(self, wanted: SiteRule | None, unwanted: SiteRule | None) -> None:
        """One rule in the place of another (None: none), in the library and, when a page is open, on the screen."""
        opened = self.view.opened

        def change() -> Message | None:
            if unwanted is not None:
                self.library.remove_rule(unwanted)
            if wanted is not None:
                self.library.put_rule(wanted)
            return None if opened is None else Retold(self.library.opened(opened.annotated.article.id))

        self.write(change)

    def on_retold(self, message: Retold) -> None:
        self._retell(message.opened)
        self.update_chrome()

    def _rules_closed(self, changed: bool | None) -> None:
        """Back from the list of rules: the open page may read differently now."""
        self.rules_known = bool(self.library.rules())
        if changed:
            self._change_rule(None, None)

    def _retell(self, opened: Opened | None) -> int:
        """Show the open article as it is now; how many of its pieces changed sides."""
        shown = self.view.opened
        if opened is None or shown is None or shown.annotated.article.id != opened.annotated.article.id:
            return 0
        before, after = shown.annotated.article.pieces, opened.annotated.article.pieces
        self.view.retell(opened)
        return sum(old.kept != new.kept for old, new in zip(before, after, strict=False))

