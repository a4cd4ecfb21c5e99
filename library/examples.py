"""The three example pages that a new library shows first, so that nobody meets an empty screen."""

from importlib.resources import files


def names() -> list[str]:
    """The examples' file names, in order."""
    return sorted(item.name for item in files("seeds").iterdir() if item.name.endswith(".txt"))


def read(name: str) -> bytes:
    """One example's bytes, as shipped."""
    return files("seeds").joinpath(name).read_bytes()
