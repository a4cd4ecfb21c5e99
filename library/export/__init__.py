"""Writing articles out: as Markdown, as JSON, and to files that are there whole or not at all."""
