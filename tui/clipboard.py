"""Text onto the reader's clipboard, and addresses into the browser, without a shell and without a trap.

Terminals may take the clipboard by an escape sequence (OSC 52, sent by Textual), but the VTE family ignores it
silently; the desktop's own tool, where there is one, is asked as well. Neither touches a page's address as
anything but an argument.
"""

import subprocess
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from shutil import which
from urllib.parse import urlsplit

# By the variable that says the desktop is there; "" for systems that always have theirs.
_TOOLS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
)
TIMEOUT = 2.0
"""Seconds after which a clipboard tool has failed: it talks to a program on the same machine."""


def copy_with_tool(text: str, environment: Mapping[str, str]) -> str | None:
    """Hand the text to the desktop's clipboard tool; the tool's name, None when there is none or it failed."""
    for variable, command in _TOOLS:
        path = which(command[0]) if not variable or environment.get(variable) else None
        if path is None:
            continue
        try:
            subprocess.run(  # noqa: S603 - a fixed command by its full path; the text goes to its standard input
                [path, *command[1:]], input=text.encode(), check=True, timeout=TIMEOUT,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return command[0]
    return None


def refusal(url: str) -> str | None:
    """Why an address is not given to a browser, as a sentence; None: it may be opened.

    Only web addresses, spelled without anything that a program could take for an option or a second argument.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return "The page's address is not one that a browser understands."
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "Only http and https addresses are opened."
    if not url.isprintable() or any(sign.isspace() for sign in url):
        return "The page's address holds signs that no address may hold."
    return None


def open_in_browser(url: str, environment: Mapping[str, str], platform: str,
                    browse: Callable[[str], bool] = webbrowser.open) -> str | None:
    """Open a web address; why that was not possible, as a sentence, or None when it was.

    On a machine without a desktop the browsers that Python finds draw in this very terminal: none is started.
    """
    reason = refusal(url)
    if reason:
        return reason
    desktop = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    if platform.startswith("linux") and not any(environment.get(name) for name in desktop):
        return "There is no desktop here to open a browser on; y copies the address."
    return None if browse(url) else "No browser was found; y copies the address."
