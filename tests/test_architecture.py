"""The shape of the house: which way imports point, what a headless command loads, what the wheel carries."""

import hashlib
import json
import subprocess
import sys
import tomllib
import zipfile
from importlib import resources
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

# What the three pages were when they came. A changed line end or a "fixed" typo would make them other pages.
SEED_HASHES = {
    "000_1f895bd690130db8.txt": "1ad27798268038c5baba6ddec4f75ed7eccea9a835132e2081fcb1c98c00b05a",
    "001_88d3b8968d8c4071.txt": "5e37420aadac46d7544a2b25400acf341bea1666f06ed96c8ec0f83815c8ad8e",
    "002_050a71ad97efdaf5.txt": "af12b43f73e49ef897284b9ebe7c30726b5cca2e910cb838fa2f02daa70aa25d",
}
PACKAGES = ("parsers", "library", "tui", "seeds")
# Runs one command in-process and tells on the last line of stderr which modules it loaded.
LOADED = """
import json, sys
from tui.__main__ import main
code = main(sys.argv[1:])
sys.stderr.write("\\n" + json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
sys.exit(code)
"""


def test_imports_point_one_way() -> None:
    """The import contracts of pyproject.toml are kept."""
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


HEADLESS = [
    ("parse", "page.txt"), ("parse", "--json", "page.txt"),
    ("read", "page.txt"), ("read", "--plain", "page.txt"),
    ("export", "--to", "-", "page.txt"), ("export", "--to", "out", "--format", "json", "page.txt"),
    ("add", "page.txt"), ("remove", "99"), ("sources",), ("refresh",), ("list",), ("entities",), ("doctor",),
]


@pytest.mark.parametrize("arguments", HEADLESS, ids=" ".join)
def test_headless_commands_load_no_screen(
    arguments: tuple[str, ...], tmp_path: Path, environment: dict[str, str]
) -> None:
    """No verb imports Textual or asyncio, and those that touch no library import no SQLite."""
    (tmp_path / "page.txt").write_bytes((ROOT / "seeds" / "001_88d3b8968d8c4071.txt").read_bytes())
    run = subprocess.run([sys.executable, "-c", LOADED, *arguments], cwd=tmp_path, env=environment,
                         capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    loaded = set(json.loads(run.stderr.splitlines()[-1]))
    assert not loaded & {"textual", "asyncio"}
    if arguments[0] in ("parse", "read", "export"):
        assert "sqlite3" not in loaded


def test_seeds_are_the_pages_as_they_came() -> None:
    """The installed seeds are byte for byte the three pages, and there is no fourth."""
    pages = {item.name: item.read_bytes() for item in resources.files("seeds").iterdir()
             if item.name.endswith(".txt")}
    assert {name: hashlib.sha256(body).hexdigest() for name, body in pages.items()} == SEED_HASHES


def test_the_wheel_carries_exactly_the_packages(tmp_path: Path) -> None:
    """Every tracked file of the four packages is in the wheel, and nothing but them and the metadata."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
                   cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if ".dist-info/" not in name}
        seeds = {name: hashlib.sha256(archive.read(f"seeds/{name}")).hexdigest() for name in SEED_HASHES}
    on_disk = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert carried == on_disk
    assert seeds == SEED_HASHES


def test_constraints_pin_every_dependency_within_its_range() -> None:
    """constraints.txt names one version of every dependency, which pyproject.toml allows; no host or hash."""
    pinned = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, separator, version = line.partition("==")
        assert separator, line
        assert not set(" /:;@-") & set(version), line
        pinned[name.lower().replace("_", "-")] = version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for text in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        requirement = Requirement(text)
        assert requirement.specifier.contains(pinned[requirement.name.lower()]), text
