"""What can go wrong between the library and the world, as one tree.

    LibraryError
    ├── StoreError        the library's own folder or database: cannot be opened, read or written
    ├── SourceError       a path the user named: missing, unreadable, not a file or folder
    ├── ExportError       an article could not be written out
    ├── QueryError        a query that is none; `library.query.parse` tells where it goes wrong
    ├── ConfigError       the configuration file: missing, unreadable, not TOML, an unknown key or value
    ├── PictureError      a picture of an article: not beside its page, too large, no picture at all
    └── EngineError       the entity engine that the configuration names: not installed, does not start

Each message names the thing and the remedy, for a person. The cause is always chained. Bad pages are not
errors: they are `problems` of what was parsed.
"""


class LibraryError(Exception):
    """Anything the library cannot do; `str()` of it is a sentence for the user."""


class StoreError(LibraryError):
    pass


class SourceError(LibraryError):
    pass


class ExportError(LibraryError):
    pass


class ConfigError(LibraryError):
    pass


class EngineError(LibraryError):
    pass


class PictureError(LibraryError):
    pass


class QueryError(LibraryError):
    pass
