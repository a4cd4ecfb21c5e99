"""For whom an article is written out."""

from enum import StrEnum


class Preset(StrEnum):
    OBSIDIAN = "obsidian"
    """Front matter with the key names of Obsidian's web clipper; Hugo and other readers take it as it is."""
    PLAIN = "plain"
    """No front matter: what it would say stands below the title."""
