"""The verbs of the command line, one file each: what `newsreader VERB` does without a screen.

A verb's module is imported only when it is called and has two functions, `add_arguments(parser)` and
`run(arguments, streams) -> ExitCode`. Nothing here may import Textual at module level: a script that parses a
thousand pages must not pay for a screen a thousand times (test_architecture.py holds this).
"""

from collections.abc import Mapping

VERBS: Mapping[str, str] = {
    "parse": "print the articles of pages, as text to read or as JSON Lines",
    "read": "print one article, typeset for the terminal",
    "export": "write articles out as Markdown or JSON files",
    "add": "add files and folders as sources, and read them",
    "remove": "remove sources",
    "sources": "list the sources",
    "refresh": "read sources again",
    "list": "list the articles, newest first, or those that a query finds",
    "entities": "list who and what the library names, or print all about one of them",
    "doctor": "show paths, versions and terminal, and check the library",
}
"""Name to what it does, in the order in which `--help` shows them."""
