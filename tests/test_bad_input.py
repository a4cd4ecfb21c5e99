"""What the world does to a reader's files and disk: each time a message that names the thing and the remedy.

Nothing crashes, nothing is lost, and the exit code says whether all of it was done.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Command

STORY = """\
Harbour ice keeps the mail boat in port

Tamsin Okafor, 14 January 2024

The mail boat stayed in Port Elsewhere for the ninth day on Sunday while the harbour office waited for a thaw \
that the forecast does not hold out before Thursday, its director said.

“Letters have waited longer than this,” said the postmaster, who began to sort the bags a second time.
"""

# The command with room for files of 2048 bytes at most: the disk is full after that.
LITTLE_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))
from tui.__main__ import main
sys.exit(main())
"""


def _said(run: "subprocess.CompletedProcess[bytes]") -> str:
    """stderr, after the promise that holds for all of it: no traceback, no escape sequence."""
    text = run.stderr.decode()
    assert "Traceback" not in text
    assert not set(text) & set("\x1b\x07\x9b\r")
    return text


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A page with which nothing is wrong."""
    path = tmp_path / "good.txt"
    path.write_text(STORY, "utf-8")
    return path


class TestPages:
    @pytest.mark.parametrize(("name", "body", "remedy"), [
        ("empty.txt", b"", "nothing to read"),
        ("blank.html", b" \n\t\n ", "nothing to read"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "Save the page as HTML or text"),
        ("program.txt", b"\x7fELF\x02\x01\x01" + b"\x00" * 4000, "Save the page as HTML or text"),
    ])
    def test_a_page_without_words(
        self, newsreader: Command, tmp_path: Path, good: Path, name: str, body: bytes, remedy: str
    ) -> None:
        """An empty or binary file is named with what to try; the page beside it is delivered; exit code 1."""
        (tmp_path / name).write_bytes(body)
        run = newsreader("parse", name, good)
        assert run.returncode == 1
        assert name in _said(run)
        assert remedy in _said(run)
        assert run.stdout.startswith(b"Harbour ice")

    @pytest.mark.parametrize("verb", ["parse", "read", "export", "add"])
    def test_a_path_that_is_not_there(self, newsreader: Command, verb: str) -> None:
        """It is named, with what to check; exit code 1 even when it was the only one."""
        run = newsreader(verb, "not-there.html")
        assert (run.returncode, run.stdout) == (1, b"")
        assert "not-there.html" in _said(run)
        assert "Check the spelling" in _said(run)

    def test_a_path_too_long_for_the_disk(self, newsreader: Command) -> None:
        """A name that no file can have is a missing path, not a crash."""
        run = newsreader("read", "x" * 5000)
        assert run.returncode == 1
        assert "xxx" in _said(run)

    @pytest.mark.parametrize("verb", ["parse", "export"])
    def test_a_folder_without_pages(self, newsreader: Command, tmp_path: Path, verb: str) -> None:
        """An empty folder is named."""
        (tmp_path / "nothing").mkdir()
        run = newsreader(verb, "nothing")
        assert (run.returncode, run.stdout) == (1, b"")
        assert "nothing" in _said(run)

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
    def test_a_file_that_may_not_be_read(self, newsreader: Command, good: Path, tmp_path: Path) -> None:
        """It is named, with what to change; the others are delivered."""
        secret = tmp_path / "secret.txt"
        secret.write_text(STORY, "utf-8")
        secret.chmod(0)
        run = newsreader("parse", secret, good)
        assert run.returncode == 1
        assert "secret.txt" in _said(run)
        assert "permissions" in _said(run)
        assert run.stdout.startswith(b"Harbour ice")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a platform without named pipes")
    def test_a_pipe_in_place_of_a_file(self, newsreader: Command, good: Path, tmp_path: Path) -> None:
        """A named pipe that nobody writes to is refused at once, not waited for."""
        os.mkfifo(tmp_path / "pipe.txt")
        run = newsreader("parse", "pipe.txt", good, timeout=60)
        assert run.returncode == 1
        assert "pipe.txt" in _said(run)
        assert run.stdout.startswith(b"Harbour ice")

    def test_fifty_megabytes_of_one_line(self, newsreader: Command, tmp_path: Path) -> None:
        """What fits is read, the rest is said to be cut; exit code 1 within a minute."""
        (tmp_path / "long.txt").write_bytes(b"word " * (10 * 1024 * 1024))
        run = newsreader("parse", "--json", "long.txt", timeout=60)
        assert run.returncode == 1
        assert "long.txt" in _said(run)
        assert "first" in _said(run)
        assert json.loads(run.stdout)["body"] or json.loads(run.stdout)["title"]

    def test_a_file_beyond_all_measure(self, newsreader: Command, tmp_path: Path) -> None:
        """More than 64 MB is not even opened."""
        with (tmp_path / "huge.txt").open("wb") as file:
            file.truncate(65 * 1024 * 1024)
        run = newsreader("parse", "huge.txt")
        assert (run.returncode, run.stdout) == (1, b"")
        assert "huge.txt" in _said(run)
        assert "split" in _said(run)

    def test_invalid_utf8(self, newsreader: Command, tmp_path: Path) -> None:
        """A page with broken bytes is read, its good words kept."""
        (tmp_path / "broken.txt").write_bytes(STORY.encode().replace(b"ninth", b"ni\xff\xfenth"))
        run = newsreader("parse", "broken.txt")
        assert run.returncode == 0
        _said(run)
        assert b"Harbour ice keeps the mail boat in port" in run.stdout
        assert "postmaster" in run.stdout.decode()

    def test_an_unknown_charset(self, newsreader: Command) -> None:
        """A charset that nobody knows is passed over, and the page is read."""
        page = f'<meta charset="x-klingon"><h1>Tide tables</h1><p>{STORY}</p>'.encode()
        run = newsreader("parse", "--type", "text/html; charset=x-klingon", "-", stdin=page)
        assert run.returncode == 0
        assert "“Letters have waited" in run.stdout.decode()

    @pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these file systems refuse such names")
    def test_hostile_file_names(self, newsreader: Command, good: Path, tmp_path: Path) -> None:
        """Names with escape sequences, newlines and bytes that are no UTF-8 are shown clean and read well."""
        for name in (b"a\x1b[31mred\x07.txt", b"two\nlines.txt", b"\xff\xfe.txt"):
            folder = os.fsencode(tmp_path) + b"/odd"
            os.makedirs(folder, exist_ok=True)
            with open(folder + b"/" + name, "wb") as file:
                file.write(b"\x00\x01\x02" * 100)
        run = newsreader("parse", "odd", good)
        assert run.returncode == 1
        assert len(_said(run).splitlines()) == 3
        assert run.stdout.startswith(b"Harbour ice")

    def test_a_page_full_of_escape_sequences(self, newsreader: Command, tmp_path: Path) -> None:
        """None of them reaches stdout, in any form of output."""
        attack = "\x1b]52;c;cm0gLXJm\x07\x1b[2J\x9b\u202e"
        (tmp_path / "attack.txt").write_text(STORY.replace(" ", f" {attack}"), "utf-8")
        for verb in (("parse",), ("parse", "--json"), ("read",), ("read", "--plain"), ("export", "--to", "-")):
            run = newsreader(*verb, "attack.txt")
            assert run.returncode == 0
            assert not set(run.stdout.decode()) & set("\x1b\x07\x9b\u202e")
            assert b"Harbour ice" in run.stdout


class TestDisk:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a platform without /dev/full")
    def test_standard_output_is_full(self, good: Path, environment: dict[str, str]) -> None:
        """A full disk behind stdout is said, and is no success."""
        with open("/dev/full", "wb") as full:
            run = subprocess.run([sys.executable, "-m", "tui", "parse", str(good)], stdout=full,
                                 stderr=subprocess.PIPE, env=environment, check=False)
        assert run.returncode == 1
        assert "tandard output cannot be written: No space left" in _said(run)

    def test_the_disk_is_full_on_export(self, good: Path, tmp_path: Path, environment: dict[str, str]) -> None:
        """What was exported before stays whole, no half file is left, and the message names file and remedy."""
        pytest.importorskip("resource")
        out = tmp_path / "out"
        subprocess.run([sys.executable, "-m", "tui", "export", "--to", str(out), str(good)],
                       env=environment, check=True, capture_output=True)
        before = {path: path.read_bytes() for path in out.iterdir()}
        more = "\n\n".join(
            f"On day {day} the ice at the quay was {day % 40 + 3} centimetres thick, the harbour office said, and "
            "no boat could leave before the thaw." for day in range(1, 400)
        )
        good.write_text(f"{STORY}\n\n{more}\n", "utf-8")

        run = subprocess.run([sys.executable, "-c", LITTLE_ROOM, "export", "--to", str(out), str(good)],
                             env=environment, check=False, capture_output=True)
        assert (run.returncode, run.stdout) == (1, b"")
        assert str(out) in _said(run)
        assert {path: path.read_bytes() for path in out.iterdir()} == before

    def test_a_file_where_the_export_folder_should_be(self, newsreader: Command, good: Path) -> None:
        """The folder is named, the file that stands there is untouched."""
        run = newsreader("export", "--to", good, good)
        assert (run.returncode, run.stdout) == (1, b"")
        assert "good.txt" in _said(run)
        assert good.read_text("utf-8") == STORY

    @pytest.mark.parametrize("verb", [("list",), ("sources",), ("refresh",), ("doctor",), ("add", "good.txt"),
                                      ("remove", "1"), ("read", "0123456789")], ids=" ".join)
    def test_a_library_that_is_no_database(
        self, newsreader: Command, good: Path, tmp_path: Path, verb: tuple[str, ...]
    ) -> None:
        """It is named and left as it is, byte for byte; exit code 3."""
        library = tmp_path / "library"
        library.mkdir()
        letters = b"Dear diary, this is not a database.\n" * 100
        (library / "library.db").write_bytes(letters)
        run = newsreader(*verb, "--library", library)
        assert run.returncode == 3
        assert "library.db" in _said(run)
        assert (library / "library.db").read_bytes() == letters
        assert good.read_text("utf-8") == STORY

    def test_a_file_where_the_library_should_be(self, newsreader: Command, good: Path) -> None:
        """A library's folder that is a file is named and left alone; exit code 3."""
        run = newsreader("list", "--library", good)
        assert (run.returncode, run.stdout) == (3, b"")
        assert "good.txt" in _said(run)
        assert good.read_text("utf-8") == STORY

    def test_a_source_that_went_away(self, newsreader: Command, tmp_path: Path) -> None:
        """Its articles stay readable, the refresh names it, exit code 1."""
        folder = tmp_path / "usb"
        folder.mkdir()
        (folder / "page.txt").write_text(STORY, "utf-8")
        newsreader("add", folder)
        folder.rename(tmp_path / "unplugged")
        run = newsreader("refresh")
        assert run.returncode == 1
        assert "usb" in _said(run)
        assert b"Harbour ice" in newsreader("list").stdout
