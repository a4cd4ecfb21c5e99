"""Print the pages of a corpus as text, as tools do that people copy news with: more kinds of dumps to learn from.

    python -m tests.benchmarks.dump_pages CORPUS [--kinds w3m copied html2text get_text]

CORPUS holds the pages, `<id>.html.gz`; each dump is written beside its page as `<id>.<kind>.txt.gz`, unless it is
there. `w3m` and `copied` (all of a page selected in Chromium) need those programs, `html2text` (Markdown) and
`get_text` (Beautiful Soup, a line for each stretch of text in the tree) the packages of these names. Pages are read
without their scripts and never fetch anything; a page that a tool fails on has no dump of that kind, and is named.
"""

import argparse
import gzip
import html
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from parsers.decode import decode
from parsers.markup import without_scripts

SECONDS = 60
_FETCHED = re.compile(r"<(?:link|iframe|source|base)\b[^>]*>|(?<=<img)\b[^>]*", re.IGNORECASE)
_SELECT = (
    "<script>var all = getSelection(); all.selectAllChildren(document.body); var text = all.toString();"
    "document.documentElement.innerHTML = '<body><pre id=said></pre></body>';"
    "document.getElementById('said').textContent = text</script>"
)


def w3m(page: str) -> str:
    """What the text browser prints at 80 columns."""
    command = ["w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "80"]
    said = subprocess.run(command, input=page.encode(), capture_output=True, timeout=SECONDS, check=True)
    return said.stdout.decode("utf-8", "replace")


def copied(page: str) -> str:
    """What Chromium puts on the clipboard when all of a page is selected; no style sheet but its own is there."""
    page = re.sub(r"</(?:body|html)>", "", _FETCHED.sub("", page), flags=re.IGNORECASE)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_text(f"<!doctype html><meta charset=utf-8>{page}{_SELECT}", encoding="utf-8", errors="replace")
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            f"--user-data-dir={folder}/profile", "--virtual-time-budget=2000", "--dump-dom", file.as_uri(),
        ]  # fmt: skip
        said = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True).stdout.decode()
    return html.unescape(said.partition('<pre id="said">')[2].rpartition("</pre>")[0])


def html2text(page: str) -> str:
    """The page as Markdown, wrapped at 78 columns, addresses too."""
    from html2text import HTML2Text

    return str(HTML2Text(bodywidth=78).handle(page))


def get_text(page: str) -> str:
    """Every stretch of text in the tree on a line of its own: sentences break at each link in them."""
    from bs4 import BeautifulSoup

    return str(BeautifulSoup(page, "lxml").get_text("\n", strip=True))


KINDS: dict[str, Callable[[str], str]] = {one.__name__: one for one in (w3m, copied, html2text, get_text)}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kinds", nargs="+", choices=sorted(KINDS), default=sorted(KINDS))
    options = parser.parse_args(arguments)
    for file in sorted(options.corpus.glob("*.html.gz")):
        decoded, _ = decode(gzip.decompress(file.read_bytes()), "text/html")
        page = f"<meta charset=utf-8>{without_scripts(decoded)[0]}"
        for kind in options.kinds:
            dump = file.with_name(f"{file.name.removesuffix('.html.gz')}.{kind}.txt.gz")
            if dump.exists():
                continue
            try:
                said = KINDS[kind](page)
            except (OSError, subprocess.SubprocessError, ValueError) as error:
                sys.stderr.write(f"{dump.name}: {error}\n")
            else:
                dump.write_bytes(gzip.compress(said.encode("utf-8", "replace")))


if __name__ == "__main__":
    main()
