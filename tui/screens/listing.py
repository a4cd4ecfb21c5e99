"""What lists show and how: unread or starred only, words to look for, the order, how dense the rows are."""

from library.records import Order, Selection
from library.tags import LATER
from tui.screens.base import Filter
from tui.screens.moving import Moving


class Listing(Moving):
    """Changes what is seen of the library, never the library."""

    def action_toggle_unread(self) -> None:
        self.narrow_to("all" if self.filter == "unread" else "unread")

    def action_show_all(self) -> None:
        self.narrow_to("all")

    def action_show_unread(self) -> None:
        self.narrow_to("unread")

    def action_show_starred(self) -> None:
        self.narrow_to("starred")

    def action_show_later(self) -> None:
        self.source_list.select(Selection(tag=LATER))
        self.source_list.announce()
        self.go_to("articles")

    def narrow_to(self, chosen: Filter) -> None:
        """Show all articles, or only unread or starred ones."""
        if chosen != self.filter:
            self.filter = chosen
            self.load_list()

    def action_filter(self) -> None:
        """Ask for words; the list follows what is typed, and Esc brings back what it was."""
        from tui.screens.prompt import Prompt

        before = self.matching

        def done(text: str | None) -> None:
            self.look_for(before if text is None else text)
            if text and self.pane == "sources":
                self.go_to("articles")

        hint = "words of the title or publisher, or a query: person:blinken since:30d"
        self.app.push_screen(Prompt("/", hint, before, "in the list · Enter keeps it · Esc leaves",
                                    changed=self.look_for), done)

    def look_for(self, words: str) -> None:
        """Only articles whose title or publisher has all these words, or that a query finds; "": all."""
        words = " ".join(words.split())
        if words != self.matching:
            self.matching = words
            self.load_list()

    def action_dense(self) -> None:
        one = not self.article_list.one_line
        self.article_list.set_density(one_line=one)
        self.prefer("rows", "one" if one else "full")
        self.update_chrome()

    def action_sort_newest(self) -> None:
        self.sort(Order.NEWEST)

    def action_sort_oldest(self) -> None:
        self.sort(Order.OLDEST)

    def action_sort_source(self) -> None:
        self.sort(Order.SOURCE)

    def action_sort_title(self) -> None:
        self.sort(Order.TITLE)

    def action_sort_longest(self) -> None:
        self.sort(Order.LONGEST)

    def action_sort_shortest(self) -> None:
        self.sort(Order.SHORTEST)

    def sort(self, order: Order) -> None:
        """Another order of this and all other lists; the cursor stays on its article."""
        self.prefer("sort", order.value)
        self.load_list()
        self.say(_ORDERS[order])


_ORDERS = {
    Order.NEWEST: "Newest first.", Order.OLDEST: "Oldest first.", Order.SOURCE: "Sorted by publisher.",
    Order.TITLE: "Sorted by title.", Order.LONGEST: "Longest first.", Order.SHORTEST: "Shortest first.",
}
