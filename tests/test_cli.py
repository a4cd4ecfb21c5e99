"""The command line as scripts use it: a process, its exit code, its stdout and its stderr."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, Command
from tui.verbs import VERBS

STORY = """\
Lighthouse keepers vote to end forty-year strike

The union says the offer is “the first honest one” since 1985

By Ada Bristow and Jonas Ferrer

PORT ELSEWHERE, 3 March 2024 (NWA): The keepers of the northern coast voted on Sunday to return to their lamps, \
ending what officials of the Maritime Office called the longest strike in the history of the republic.

“We were never against the light, only against the dark,” said Marta Oyelaran, who has led the union since 2011 \
and who spent the last winter in talks with the ministry in Port Elsewhere.

The agreement raises pay by 4 percent and returns the right to keep goats, according to a copy of the text.
"""
OTHER = STORY.replace("Lighthouse keepers", "Ferry pilots").replace("lamps", "boats").replace("light", "sea")
KEYS = {"schema", "id", "format", "url", "title", "dek", "kicker", "section", "breadcrumb", "authors", "publisher",
        "published", "modified", "dateline", "language", "body", "related", "set_aside", "entities", "mentions",
        "problems"}
ESCAPE = b"\x1b"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A file with one story."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two stories."""
    path = tmp_path / "pages"
    path.mkdir()
    (path / "a.txt").write_text(STORY, "utf-8")
    (path / "b.txt").write_text(OTHER, "utf-8")
    return path


class TestUsage:
    def test_help_lists_every_verb_and_nothing_that_is_not_built(self, newsreader: Command) -> None:
        """--help names each verb; what later versions may bring is not there, not even as a stub."""
        run = newsreader("--help")
        listed = re.findall(r"^  (\w+) ", run.stdout.decode().partition("verbs (")[2], re.MULTILINE)
        assert (run.returncode, listed, run.stderr) == (0, list(VERBS), b"")

    @pytest.mark.parametrize("verb", VERBS)
    def test_every_verb_explains_itself(self, newsreader: Command, verb: str) -> None:
        """VERB --help is about that verb, on stdout."""
        run = newsreader(verb, "--help")
        assert (run.returncode, run.stderr) == (0, b"")
        assert run.stdout.decode().startswith(f"usage: newsreader {verb}")

    def test_version(self, newsreader: Command) -> None:
        """--version prints name and version on stdout."""
        run = newsreader("--version")
        assert run.returncode == 0
        assert re.fullmatch(rb"newsreader \S+\n", run.stdout)

    @pytest.mark.parametrize("arguments", [
        ("search", "peace"), ("opml",), ("paste",), ("import", "feeds.opml"), ("no-such-file.txt",),
    ], ids=" ".join)
    def test_a_word_that_is_neither_verb_nor_file(self, newsreader: Command, arguments: tuple[str, ...]) -> None:
        """Verbs that are not built and misspelt files are wrong usage, and the sentence says where to look."""
        run = newsreader(*arguments)
        assert (run.returncode, run.stdout) == (2, b"")
        assert f"newsreader: {arguments[0]} is no verb".encode() in run.stderr
        assert b"--help" in run.stderr

    @pytest.mark.parametrize("arguments", [
        ("parse",), ("parse", "--format", "x", "a"), ("export", "--format", "epub", "a"),
        ("export", "--query", "q", "a"),
        ("remove", "many"), ("read", "--width", "3", "a"), ("read", "a", "b"), ("--frobnicate",),
    ], ids=" ".join)
    def test_wrong_options(self, newsreader: Command, arguments: tuple[str, ...]) -> None:
        """Options, values and counts of arguments that do not exist are wrong usage."""
        run = newsreader(*arguments)
        assert (run.returncode, run.stdout) == (2, b"")
        assert b"usage: newsreader" in run.stderr

    @pytest.mark.parametrize("verb", [(), ("parse",), ("read",), ("export",), ("add",)], ids=" ".join)
    def test_addresses_are_refused(self, newsreader: Command, verb: tuple[str, ...]) -> None:
        """An address on the network is wrong usage in this version, and the sentence says what to do instead."""
        run = newsreader(*verb, "https://www.example.org/story")
        assert (run.returncode, run.stdout) == (2, b"")
        assert b"save the page and open the file" in run.stderr

    def test_a_file_called_like_a_verb(self, newsreader: Command, story: Path) -> None:
        """./parse is a file, parse is the verb."""
        story.rename(story.with_name("parse"))
        run = newsreader("parse", "./parse")
        assert run.returncode == 0
        assert b"Lighthouse keepers" in run.stdout

    def test_a_file_called_like_an_option(self, newsreader: Command, story: Path) -> None:
        """After -- everything is a path."""
        story.rename(story.with_name("--json"))
        run = newsreader("parse", "--", "--json")
        assert run.returncode == 0
        assert run.stdout.startswith(b"Lighthouse keepers")

    def test_options_may_stand_anywhere(self, newsreader: Command, story: Path, tmp_path: Path) -> None:
        """Before the verb, between the paths or after them."""
        run = newsreader("--library", tmp_path / "l", "parse", story, "--json", story)
        assert run.returncode == 0
        assert len(run.stdout.splitlines()) == 2

    def test_a_configuration_that_is_not_there(self, newsreader: Command, tmp_path: Path) -> None:
        """A named configuration that is missing or wrong is wrong usage, and is named."""
        missing = newsreader("list", "--config", tmp_path / "none.toml")
        (tmp_path / "bad.toml").write_text("export = ", "utf-8")
        broken = newsreader("list", "--config", tmp_path / "bad.toml")
        (tmp_path / "odd.toml").write_text("[export]\npreset = 'hugo'", "utf-8")
        unknown = newsreader("list", "--config", tmp_path / "odd.toml")
        for run, name in ((missing, b"none.toml"), (broken, b"bad.toml"), (unknown, b"odd.toml")):
            assert run.returncode == 2
            assert name in run.stderr

    def test_the_reader_needs_a_terminal(self, newsreader: Command) -> None:
        """Without one it says so and names the verb for pipes, instead of writing a screen into a file."""
        run = newsreader()
        assert (run.returncode, run.stdout) == (2, b"")
        assert b"newsreader parse" in run.stderr


def _heeding_interrupts() -> None:
    """What a shell runs in the background ignores Control-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class TestParse:
    def test_text(self, newsreader: Command, story: Path) -> None:
        """The article is set to be read: title, dek, who and when, story."""
        run = newsreader("parse", story)
        text = run.stdout.decode()
        assert (run.returncode, run.stderr) == (0, b"")
        assert text.startswith("Lighthouse keepers vote")
        order = [text.index(words) for words in ("first honest", "Ada Bristow", "3 Mar", "The keepers", "goats")]
        assert order == sorted(order)
        assert ESCAPE not in run.stdout

    def test_json(self, newsreader: Command, folder: Path) -> None:
        """--json gives one object per line with every key of the contract, in the order of the files."""
        run = newsreader("parse", "--json", folder)
        articles = [json.loads(line) for line in run.stdout.splitlines()]
        assert (run.returncode, run.stderr) == (0, b"")
        assert [article["title"].split()[0] for article in articles] == ["Lighthouse", "Ferry"]
        for article in articles:
            assert set(article) == KEYS
            assert article["schema"] == 1
            assert re.fullmatch("[0-9a-f]{32}", article["id"])

    def test_standard_input(self, newsreader: Command, story: Path) -> None:
        """- is standard input, and gives what the file gives."""
        piped = newsreader("parse", "--json", "-", stdin=story.read_bytes())
        assert piped.stdout == newsreader("parse", "--json", story).stdout
        assert piped.returncode == 0

    def test_a_declared_type_and_address(self, newsreader: Command) -> None:
        """--type decides what the page is, --url is the article's address when the page names none."""
        page = b"<h1>Dam opens early</h1>" + b"<p>The valley heard the water before it saw it, people said.</p>" * 3
        run = newsreader("parse", "--json", "--type", "text/html", "--url", "https://example.org/dam", "-",
                         stdin=page)
        article = json.loads(run.stdout)
        assert (article["format"], article["url"]) == ("html", "https://example.org/dam")

    def test_the_rest_is_delivered(self, newsreader: Command, story: Path) -> None:
        """One missing path among others is named on stderr; the others are parsed; exit code 1."""
        run = newsreader("parse", "missing.txt", story)
        assert run.returncode == 1
        assert run.stdout.startswith(b"Lighthouse keepers")
        assert b"missing.txt" in run.stderr

    def test_it_touches_no_library(self, newsreader: Command, story: Path, home: Path) -> None:
        """parse and read of a file leave nothing behind in the user's folders."""
        assert newsreader("parse", story).returncode == 0
        assert newsreader("read", story).returncode == 0
        assert list(home.rglob("*")) == []

    @pytest.mark.parametrize("locale", [
        {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"},
    ], ids=["LANG=C", "ascii"])
    def test_output_is_utf8_in_every_locale(
        self, newsreader: Command, story: Path, environment: dict[str, str], locale: Mapping[str, str]
    ) -> None:
        """The data does not depend on the terminal's encoding."""
        expected = newsreader("parse", story).stdout
        assert "“the first honest one”".encode() in expected
        assert newsreader("parse", story, environment={**environment, **locale}).stdout == expected

    def test_a_reader_that_had_enough(self, story: Path, environment: dict[str, str]) -> None:
        """`newsreader parse … | head` is no error, and says nothing."""
        command = [sys.executable, "-m", "tui", "parse", "--json", *[str(story)] * 60]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as run:
            assert run.stdout is not None
            assert run.stderr is not None
            run.stdout.readline()
            run.stdout.close()
            said = run.stderr.read()
        assert (run.returncode, said) == (0, b"")

    def test_interrupted(self, story: Path, environment: dict[str, str]) -> None:
        """Control-C ends with 130 and without a traceback."""
        command = [sys.executable, "-u", "-m", "tui", "parse", str(story), "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=environment, preexec_fn=_heeding_interrupts) as run:
            assert run.stdout is not None
            run.stdout.readline()  # the first article is out: now it waits for standard input
            run.send_signal(signal.SIGINT)
            _, said = run.communicate(timeout=60)
        assert run.returncode == 130
        assert b"Traceback" not in said


class TestRead:
    def test_width(self, newsreader: Command, story: Path) -> None:
        """No line is wider than --width, and no word is lost."""
        narrow = newsreader("read", "--width", "30", story).stdout.decode()
        wide = newsreader("read", "--width", "70", story).stdout.decode()
        assert max(map(len, narrow.splitlines())) <= 30
        assert re.findall(r"\w+", narrow) == re.findall(r"\w+", wide)

    def test_plain(self, newsreader: Command, story: Path) -> None:
        """--plain gives a line per paragraph and draws nothing."""
        run = newsreader("read", "--plain", story)
        lines = run.stdout.decode().splitlines()
        assert lines[0] == "Lighthouse keepers vote to end forty-year strike"
        assert lines[-1].startswith("The agreement raises pay")
        assert lines[-1].endswith("a copy of the text.")
        assert all(lines)
        assert not set("─▐│•") & set("".join(lines))

    def test_colours_only_on_a_terminal(self, story: Path, environment: dict[str, str]) -> None:
        """Escape sequences appear on a terminal, never in a pipe, and never under NO_COLOR."""
        assert ESCAPE not in _on_terminal(("read", str(story)), {**environment, "NO_COLOR": "1"})
        painted = _on_terminal(("read", str(story)), environment)
        assert ESCAPE in painted
        stripped = re.sub(rb"\x1b\[[0-9;:]*m", b"", painted)
        assert ESCAPE not in stripped
        assert stripped.startswith(b"Lighthouse keepers")

    def test_by_id(self, newsreader: Command, folder: Path) -> None:
        """An article of the library is read by any beginning of its ID that only it has."""
        newsreader("add", folder)
        identity = json.loads(newsreader("list", "--json").stdout.splitlines()[0])["id"]
        whole = newsreader("read", "--plain", identity)
        assert whole.returncode == 0
        assert newsreader("read", "--plain", identity[:12]).stdout == whole.stdout

    def test_unknown_id(self, newsreader: Command) -> None:
        """An ID that nothing has is named, with the verb that lists them."""
        run = newsreader("read", "0123456789ab")
        assert (run.returncode, run.stdout) == (1, b"")
        assert b"0123456789ab" in run.stderr
        assert b"newsreader list" in run.stderr

    def test_a_folder_is_no_page(self, newsreader: Command, folder: Path) -> None:
        """read takes one page."""
        run = newsreader("read", folder)
        assert (run.returncode, run.stdout) == (2, b"")
        assert b"newsreader parse" in run.stderr


class TestEntities:
    def test_all_and_one(self, newsreader: Command) -> None:
        """All of them one a line, most named first; one as a dossier; both as JSON with the same numbers."""
        newsreader("add", *sorted((ROOT / "seeds").glob("*.txt")))
        lines = newsreader("entities").stdout.decode().splitlines()
        day = r"\d{4}-\d\d-\d\d"
        assert re.fullmatch(rf"#\d+ +\d+ in +3, 3 outlets +{day} – {day} +PERSON +Antony J. Blinken", lines[0])
        every = [json.loads(line) for line in newsreader("entities", "--json").stdout.splitlines()]
        assert len(every) == len(lines)
        assert [one["articles"] for one in every] == sorted((one["articles"] for one in every), reverse=True)
        dossier = newsreader("entities", "blinken").stdout.decode()
        assert dossier.startswith("# Antony J. Blinken\n")
        one = json.loads(newsreader("entities", "Antony Blinken", "--json").stdout)
        assert {key: one[key] for key in ("id", "name", "articles", "mentions")} == {
            key: every[0][key] for key in ("id", "name", "articles", "mentions")}
        assert len(one["quotes"]) == one["mentions"]
        assert json.loads(newsreader("entities", f"#{one['id']}", "--json").stdout) == one

    def test_ambiguous_and_unknown_names(self, newsreader: Command) -> None:
        """Nothing on stdout; the candidates, or where to look, on stderr."""
        newsreader("add", *sorted((ROOT / "seeds").glob("*.txt")))
        many, none = newsreader("entities", "b"), newsreader("entities", "qqqq")
        assert (many.returncode, none.returncode, newsreader("entities", "#9999").returncode) == (1, 1, 1)
        assert many.stdout == none.stdout == b""
        assert "Antony J. Blinken (PERSON, 3 articles)" in many.stderr.decode()
        assert "Brussels (GPE, 3 articles)" in many.stderr.decode()
        assert b"newsreader entities" in none.stderr

    @pytest.mark.parametrize(("name", "code"), [("", 2), ("  ", 2), ("#" + "9" * 30, 1), ("\x1b[31m", 1), ('"*', 1)])
    def test_what_is_no_name(self, newsreader: Command, name: str, code: int) -> None:
        """Told in a sentence, without a traceback."""
        run = newsreader("entities", name)
        assert (run.returncode, run.stdout) == (code, b"")
        assert run.stderr.startswith(b"newsreader: ")
        assert b"Traceback" not in run.stderr

    def test_an_engine_that_is_not_installed(self, newsreader: Command, tmp_path: Path) -> None:
        """Wrong usage, like every value of the configuration that does not exist; nothing is read meanwhile."""
        config = tmp_path / "config.toml"
        config.write_text('[entities]\nengine = "nope"\n', "utf-8")
        run = newsreader("list", "--config", config)
        assert (run.returncode, run.stdout) == (2, b"")
        assert b"no entity engine nope" in run.stderr

    def test_an_empty_library(self, newsreader: Command) -> None:
        """Nothing to list is no failure."""
        run = newsreader("entities")
        assert (run.returncode, run.stdout) == (0, b"")
        assert b"newsreader add" in run.stderr


class TestQueries:
    def test_list_answers_a_query(self, newsreader: Command) -> None:
        """Terms may come as one argument or several; one that finds nothing says so."""
        newsreader("add", *sorted((ROOT / "seeds").glob("*.txt")))
        found = newsreader("list", "person:blinken", "org:nato", "near:8").stdout.decode()
        assert len(found.splitlines()) == 2
        assert newsreader("list", "person:blinken org:nato near:8").stdout.decode() == found
        nothing = newsreader("list", "person:blinken -org:nato")
        assert (nothing.returncode, nothing.stdout) == (0, b"")
        assert b"finds no article" in nothing.stderr

    def test_a_mistake_is_wrong_usage(self, newsreader: Command) -> None:
        """The place, the word and the nearest that exists."""
        run = newsreader("list", "peace persn:blinken")
        assert (run.returncode, run.stdout) == (2, b"")
        assert b"character 7: There is no persn: to ask for. The nearest that exists is person:" in run.stderr


class TestLibrary:
    def test_add_list_refresh_remove(self, newsreader: Command, folder: Path) -> None:
        """A folder is added, its articles are listed, a new file is found, and the source goes again."""
        added = newsreader("add", folder)
        assert added.returncode == 0
        source = added.stdout.split()[0].decode()
        assert source.isdecimal()
        assert str(folder).encode() in added.stdout
        assert b"2 new" in added.stderr
        titles = newsreader("list").stdout.decode()
        assert "Lighthouse keepers" in titles
        assert "Ferry pilots" in titles
        (folder / "c.txt").write_text(STORY.replace("Lighthouse keepers", "Bell ringers"), "utf-8")
        refreshed = newsreader("refresh", source)
        assert (refreshed.returncode, refreshed.stdout) == (0, b"")
        assert b"1 new" in refreshed.stderr
        removed = newsreader("remove", source)
        assert removed.returncode == 0
        assert newsreader("list").stdout == b""
        assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "c.txt"]

    def test_json_forms(self, newsreader: Command, folder: Path) -> None:
        """`list --json` is the article without its body, `sources --json` a line per source."""
        newsreader("add", folder)
        articles = [json.loads(line) for line in newsreader("list", "--json").stdout.splitlines()]
        assert [set(article) <= KEYS for article in articles] == [True, True]
        assert all(not article.get("body") for article in articles)
        (source,) = [json.loads(line) for line in newsreader("sources", "--json").stdout.splitlines()]
        assert (source["kind"], source["location"], source["total"]) == ("folder", str(folder), 2)

    def test_the_newest_comes_first(self, newsreader: Command, folder: Path) -> None:
        """list sorts by the date that the pages state."""
        later = STORY.replace("Lighthouse", "Young").replace("2024 (NWA)", "2025 (NWA)")
        (folder / "c.txt").write_text(later, "utf-8")
        newsreader("add", folder)
        dates = re.findall(r"202\d-\d\d-\d\d", newsreader("list").stdout.decode())
        assert dates == sorted(dates, reverse=True)
        assert dates[0].startswith("2025")

    def test_a_source_that_no_library_can_have(self, newsreader: Command) -> None:
        """A number beyond all ids is an unknown one."""
        run = newsreader("remove", "9" * 30)
        assert (run.returncode, run.stderr.count(b"There is no source")) == (1, 1)

    def test_some_sources_fail(self, newsreader: Command, folder: Path) -> None:
        """add, refresh and remove name what they cannot do, and do the rest."""
        added = newsreader("add", "missing", folder)
        assert added.returncode == 1
        assert b"missing" in added.stderr
        source = added.stdout.split()[0].decode()
        refreshed = newsreader("refresh", "77", source)
        assert refreshed.returncode == 1
        assert b"77" in refreshed.stderr
        removed = newsreader("remove", "77", source)
        assert removed.returncode == 1
        assert b"77" in removed.stderr
        assert newsreader("sources").stdout == b""

    def test_where_the_library_is(self, newsreader: Command, folder: Path, tmp_path: Path,
                                  environment: dict[str, str]) -> None:
        """--library goes before NEWSREADER_LIBRARY, which goes before the platform's folder."""
        named, other = tmp_path / "named", tmp_path / "other"
        elsewhere = {**environment, "NEWSREADER_LIBRARY": str(other)}
        newsreader("add", folder, "--library", named, environment=elsewhere)
        assert named.is_dir()
        assert not other.exists()
        assert newsreader("list", environment=elsewhere).stdout == b""
        assert other.is_dir()
        assert newsreader("list", "--library", named).stdout.count(b"\n") == 2

    def test_an_empty_library_says_how_to_begin(self, newsreader: Command) -> None:
        """Nothing on stdout, and a hint on stderr."""
        for verb in ("list", "sources"):
            run = newsreader(verb)
            assert (run.returncode, run.stdout) == (0, b"")
            assert b"newsreader add" in run.stderr


class TestExport:
    def test_markdown(self, newsreader: Command, folder: Path, tmp_path: Path) -> None:
        """A file per article; stdout is their paths, one a line."""
        run = newsreader("export", "--to", tmp_path / "out", folder)
        files = [Path(line) for line in run.stdout.decode().splitlines()]
        assert run.returncode == 0
        assert sorted(files) == sorted((tmp_path / "out").iterdir())
        assert "Lighthouse keepers" in files[0].read_text("utf-8")
        assert "Ferry pilots" in files[1].read_text("utf-8")

    def test_twice_is_once(self, newsreader: Command, story: Path, tmp_path: Path) -> None:
        """Exporting again writes the same file again, not a second one."""
        first = newsreader("export", "--to", tmp_path / "out", story)
        before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
        assert newsreader("export", "--to", tmp_path / "out", story).stdout == first.stdout
        assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
        assert len(before) == 1

    def test_to_standard_output(self, newsreader: Command, story: Path, home: Path, tmp_path: Path) -> None:
        """--to - writes the article itself to stdout and no file."""
        markdown = newsreader("export", "--to", "-", story)
        as_json = newsreader("export", "--to", "-", "--format", "json", story)
        assert (markdown.returncode, as_json.returncode) == (0, 0)
        assert markdown.stdout.startswith(b"---\n")
        assert json.loads(as_json.stdout)["title"].startswith("Lighthouse")
        assert list(home.rglob("*")) == []
        assert [path.name for path in tmp_path.iterdir() if path != home] == ["story.txt"]

    def test_plain_preset(self, newsreader: Command, story: Path) -> None:
        """The preset plain has no front matter."""
        run = newsreader("export", "--to", "-", "--preset", "plain", story)
        assert not run.stdout.startswith(b"---")
        assert b"Lighthouse keepers" in run.stdout

    def test_the_configured_folder(self, newsreader: Command, story: Path, tmp_path: Path, home: Path) -> None:
        """Without --to: the folder of the configuration; without one, newsreader in the documents."""
        (tmp_path / "c.toml").write_text(f"[export]\nfolder = '{tmp_path / 'notes'}'\npreset = 'plain'\n", "utf-8")
        configured = newsreader("export", "--config", tmp_path / "c.toml", story)
        assert Path(configured.stdout.decode().strip()).parent == tmp_path / "notes"
        assert not Path(configured.stdout.decode().strip()).read_text("utf-8").startswith("---")
        default = newsreader("export", story)
        assert Path(default.stdout.decode().strip()).parent == home / "Documents" / "newsreader"

    def test_by_id(self, newsreader: Command, folder: Path) -> None:
        """An article of the library is exported by its ID, beside one from a path."""
        newsreader("add", folder)
        identity = json.loads(newsreader("list", "--json").stdout.splitlines()[0])["id"]
        run = newsreader("export", "--to", "-", "--format", "json", identity[:12], "gone.txt", folder / "a.txt")
        assert run.returncode == 1
        assert json.loads(run.stdout.splitlines()[0])["id"] == identity
        assert len(run.stdout.splitlines()) == 2
        assert b"gone.txt" in run.stderr


class TestDoctor:
    def test_a_new_home_is_sound(self, newsreader: Command, home: Path) -> None:
        """It reports paths, versions and terminal, writes nothing, and ends with 0."""
        run = newsreader("doctor")
        report = run.stdout.decode()
        assert (run.returncode, run.stderr) == (0, b"")
        for name in ("library", "configuration", "exports", "python", "textual", "sqlite", "TERM", "encoding"):
            assert re.search(rf"^  {name} ", report, re.MULTILINE), name
        assert list(home.rglob("*")) == []

    def test_it_tells_how_pictures_are_drawn_here(self, newsreader: Command, environment: dict[str, str]) -> None:
        """Or why they are not: the first question about one that does not show."""
        pytest.importorskip("PIL", reason="the extra pictures is not installed")
        here = {name: value for name, value in environment.items() if not name.startswith(("SSH_", "TMUX", "TERM_"))}
        for more, told in (({"COLORTERM": "truecolor"}, "half blocks"),
                           ({"COLORTERM": "truecolor", "TERM": "xterm-kitty"}, "kitty's graphics protocol"),
                           ({"NO_COLOR": "1"}, "Pictures need colours")):
            report = newsreader("doctor", environment={**here, **more}).stdout.decode()
            assert re.search(rf"^  pictures +{told}", report, re.MULTILINE), report

    def test_a_sound_library(self, newsreader: Command, folder: Path) -> None:
        """It says so, and counts what the library holds."""
        newsreader("add", folder)
        run = newsreader("doctor")
        assert (run.returncode, run.stderr) == (0, b"")
        assert re.search(rb"integrity +sound", run.stdout)
        assert b"1 source, 2 articles" in run.stdout

    def test_a_file_where_the_library_should_be(self, newsreader: Command, story: Path) -> None:
        """That is no new library: the file is named, with what belongs there, and the exit code is 3."""
        run = newsreader("doctor", "--library", story)
        assert run.returncode == 3
        assert b"story.txt is not a folder" in run.stderr

    def test_a_source_that_fails(self, newsreader: Command, folder: Path) -> None:
        """A source that cannot be read is named with the reason, and the exit code is 1."""
        newsreader("add", folder)
        folder.rename(folder.with_name("moved"))
        newsreader("refresh")
        run = newsreader("doctor")
        assert run.returncode == 1
        assert str(folder).encode() in run.stdout


def _on_terminal(arguments: tuple[str, ...], environment: Mapping[str, str]) -> bytes:
    """What the command writes to stdout when that is a terminal."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    run = subprocess.Popen([sys.executable, "-m", "tui", *arguments], stdout=slave, env=dict(environment))
    os.close(slave)
    written = b""
    while True:
        try:
            data = os.read(master, 65536)
        except OSError:  # Linux says "input/output error" when the last writer is gone
            break
        if not data:
            break
        written += data
    os.close(master)
    assert run.wait(timeout=60) == 0
    return written.replace(b"\r\n", b"\n")
