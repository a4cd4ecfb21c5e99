"""How a path that is being typed may go on: the files and folders there are, without a shell's quoting."""

import os
from collections.abc import Sequence

from library.files import shown

MOST = 2000
"""Entries of a folder that are looked at: nobody chooses from more, and a key must not wait for a huge folder."""
NOTHING, NEW = "Nothing there begins so.", "a new folder"


def path_completions(typed: str, *, folders_only: bool = False) -> Sequence[tuple[str, str]]:
    """Paths that begin as what was typed, folders with a slash at their end, each with what it is.

    ~ is the home folder; capitals matter only where they were typed; hidden names come when a dot is typed. Names that
    a line cannot hold (control signs, bytes that are no UTF-8) are left out. When nothing begins so, that is said.
    """
    head, name = os.path.split(typed)
    found: list[tuple[bool, str]] = []
    try:
        with os.scandir(os.path.expanduser(head) or ".") as entries:
            for entry, _ in zip(entries, range(MOST), strict=False):
                is_folder = entry.is_dir()
                if (is_folder or not folders_only) and _begins(entry.name, name):
                    found.append((not is_folder, entry.name))
    except (OSError, ValueError):  # not there, not ours to read, or no path at all
        pass
    if not found:
        return [(typed, NEW if folders_only else NOTHING)] if typed else []
    lead = os.path.join(head, "") if head else ""
    return [(f"{lead}{name}", "file") if is_file else (f"{lead}{name}/", "folder")
            for is_file, name in sorted(found, key=lambda one: (one[0], one[1].casefold()))]


def _begins(name: str, typed: str) -> bool:
    if name.startswith(".") and not typed.startswith("."):
        return False
    is_fit = name.startswith(typed) if typed != typed.casefold() else name.casefold().startswith(typed)
    return is_fit and shown(name) == name
