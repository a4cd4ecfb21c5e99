"""The open article given to a command of the reader's own."""

from collections.abc import Callable
from functools import partial

from textual import work

from tui.messages import PipeEnded, Piping
from tui.screens.taking import Taking


class Piper(Taking):
    """Runs commands in threads; what they write is shown on a page of its own."""

    _commands: tuple[str, ...] = ()

    def action_pipe(self) -> None:
        from tui.screens.prompt import Prompt

        def done(command: str | None) -> None:
            if command and command.strip():
                self.pipe_to(command)

        hint = "a command that reads the article, such as wc -w"
        self.app.push_screen(Prompt("|", hint, history=self._commands), done)

    def pipe_to(self, command: str) -> None:
        """Run the command with the open article, as Markdown, on its standard input."""
        from tui.piping import arguments

        opened = self.view.opened
        argv = arguments(command)
        if opened is None:
            self.say("No article is open.")
        elif isinstance(argv, str):
            self.say(argv, alarming=True)
        else:
            self._commands = (*(old for old in self._commands if old != command), command)
            self._pipe(command, argv, opened.annotated.article.id)

    @work(thread=True, exclusive=True, group="pipe")
    def _pipe(self, command: str, argv: list[str], article_id: str) -> None:
        from library.export.markdown import markdown
        from tui.piping import pipe

        opened = self.library.opened(article_id)
        if opened is None:
            return
        text = markdown(opened.annotated, exported_on=self.options.now().astimezone().date(),
                        preset=self.options.config.preset, tags=opened.tags)
        started = partial(self._started, command)
        self.post_message(PipeEnded(command, pipe(argv, text, started)))

    def _started(self, command: str, stop: Callable[[], None]) -> None:
        self.post_message(Piping(command, stop))

    def on_piping(self, message: Piping) -> None:
        self.work_on("pipe", f"running {message.command}", message.end)

    def on_pipe_ended(self, message: PipeEnded) -> None:
        from tui.screens.output import Output

        was_stopped = "pipe" not in self.tasks
        self.done_with("pipe")
        if isinstance(message.piped, str):
            self.say(message.piped, alarming=True)
        elif not was_stopped:
            self.app.push_screen(Output(message.command, message.piped))
