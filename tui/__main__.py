"""The command `newsreader`: a screen without a verb, and one headless verb per file of tui/verbs.

Exit codes are an interface:

- 0: done; also when the reader of a pipe had enough (`| head`).
- 1: done in part: each input, source or file that failed is named on stderr, the rest is delivered. It is the
  same when the only input failed.
- 2: wrong usage: an option, verb, value, configuration or entity engine that does not exist, or an address on the
  network.
- 3: the library could not be opened or written.
- 130: interrupted.

Only the verb that is called is imported: Textual stays out of every command that shows no screen.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

from tui.verbs import VERBS
from tui.verbs.streams import ExitCode, OutputError, Streams, UsageError, say, standard_streams

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_EPILOG = """\
{verbs}

'newsreader VERB --help' says more about a verb. A path that is called like a verb is written ./parse.
Exit codes: 0 done, 1 done in part, 2 wrong usage, 3 no library, 130 interrupted.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; `argv` without the program's name, None: the process's own. Returns the exit code.

    Leaves through SystemExit, as argparse does, for --help, --version and wrong options.
    """
    try:
        streams = standard_streams()
    except OutputError as error:
        os.write(2, f"newsreader: {error}\n".encode())
        return ExitCode.PARTLY
    try:
        return _run(sys.argv[1:] if argv is None else list(argv), streams)
    except BrokenPipeError:
        _discard_output()
        return ExitCode.DONE
    except KeyboardInterrupt:
        _discard_output()
        return ExitCode.INTERRUPTED


def _run(argv: list[str], streams: Streams) -> ExitCode:
    """Dispatch, and turn what can go wrong into a sentence and an exit code."""
    from library.errors import ConfigError, EngineError, LibraryError, StoreError

    verb, rest = split_verb(argv)
    if verb is None:
        gc.disable()  # half of the start is imports, which leave nothing to collect; the screen enables it again
    module = import_module(f"tui.verbs.{verb or 'screen'}")
    arguments = _parsed(verb, rest, module)
    try:
        code: ExitCode = module.run(arguments, streams)
        _flush(streams)
    except (UsageError, ConfigError, EngineError) as error:
        say(streams, str(error))
        return ExitCode.USAGE
    except StoreError as error:
        say(streams, str(error))
        return ExitCode.LIBRARY
    except LibraryError as error:
        say(streams, str(error))
        return ExitCode.PARTLY
    except OutputError as error:
        say(streams, str(error))
        _discard_output()
        return ExitCode.PARTLY
    return code


def split_verb(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """The verb and the arguments without it; None when the first argument that is no option is no verb."""
    value_follows = False
    for index, word in enumerate(argv):
        if value_follows:
            value_follows = False
        elif word in ("--library", "--config"):
            value_follows = True
        elif word == "--":
            break
        elif word == "-" or not word.startswith("-"):
            if word in VERBS:
                return word, [*argv[:index], *argv[index + 1:]]
            break
    return None, list(argv)


def _parsed(verb: str | None, rest: list[str], module: ModuleType) -> "Namespace | SimpleNamespace":
    """What stands on the command line. Exits with 2 when it is wrong, with 0 after --help."""
    if verb is None and not rest:
        # The most common start of all has nothing to parse: argparse would be 9 ms of its 60 ms before Textual.
        return SimpleNamespace(paths=[], library=None, config=None)
    parser = _parser(verb)
    module.add_arguments(parser)
    return parser.parse_intermixed_args(_after_separator(rest))


def _after_separator(argv: list[str]) -> list[str]:
    """Without "--": what follows it are paths, and "./" says so. argparse loses the separator (3.11 to 3.14) when
    options and paths may stand in any order."""
    if "--" not in argv:
        return argv
    at = argv.index("--")
    paths = [f"./{word}" if word.startswith("-") and word != "-" else word for word in argv[at + 1:]]
    return [*argv[:at], *paths]


def _parser(verb: str | None) -> "ArgumentParser":
    """A parser with the options that every command has."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    width = max(map(len, VERBS))
    lines = "\n".join(f"  {name:{width}}  {summary}" for name, summary in VERBS.items())
    summary = VERBS[verb] if verb else "opens the reader: on the library, or on just the PATHs"
    parser = ArgumentParser(
        prog=f"newsreader {verb}" if verb else "newsreader",
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=None if verb else "verbs (newsreader VERB …):\n" + _EPILOG.format(verbs=lines),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--library", metavar="DIR", help="the library's folder (or NEWSREADER_LIBRARY)")
    parser.add_argument("--config", metavar="FILE", help="the configuration file, TOML")
    if verb is None:
        parser.add_argument("--version", action="version", version=f"newsreader {_version()}")
    return parser


def _version() -> str:
    """The installed version; "unknown" when the program runs from a checkout that was never installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("newsreader")
    except PackageNotFoundError:
        return "unknown"


def _flush(streams: Streams) -> None:
    """Buffered output reaches its target only here: a full disk must be noticed before we say "done"."""
    try:
        streams.out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"Standard output cannot be written: {error.strerror}.") from error


def _discard_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail on it while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
