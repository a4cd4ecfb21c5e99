"""The library's tables, as a list of steps from an empty file to today.

Without the list a reader who updates would meet a database that the new code does not fit. Step n brings
`user_version` from n to n + 1 and is never edited once released: a change is a new step at the end.
"""

APPLICATION_ID = 0x4E525331
"""Stands in the file's header ("NRS1"), so that another program's database is recognised and left alone."""

_FIRST = (
    # What the library reads articles from.
    """
    create table sources (
        id integer primary key autoincrement,  -- never given to another source
        kind text not null,                    -- records.SourceKind
        title text not null,
        path blob not null,                    -- absolute, as the file system spells it; empty: examples, kept pages
        added_at text not null,                -- every time in this file: ISO 8601, UTC
        refreshed_at text,                     -- null: never read yet
        failure text                           -- null: the last reading went well
    )
    """,
    # One file of a source (or one example, one kept page), and what we knew of it when we last read it.
    """
    create table documents (
        id integer primary key,
        source integer not null references sources on delete cascade,
        path blob not null,                    -- of a file; the name of an example; the digest of a kept page
        mtime_ns integer,                      -- null: look at the contents the next time, whatever stat says
        size integer,
        sha256 blob,                           -- of the page's bytes; null: it could not be read
        parsed_by text,                        -- which parsers read it; others will read it again
        failure text,                          -- a sentence; null: nothing is wrong
        unique (source, path)
    )
    """,
    # Read, starred, position and arrival: outlives the article, so that one that comes back is not new.
    """
    create table statuses (
        key integer primary key,               -- the row key that the lists use
        article text not null unique,          -- the article's id, 32 hex digits
        read integer not null default 0,
        starred integer not null default 0,
        position real not null default 0.0,
        arrived_at text not null
    )
    """,
    "create index statuses_starred on statuses (key) where starred",
    "create index statuses_unread on statuses (key) where not read",
    # What a row of a list shows. The story itself is in bodies, so that lists never page through it.
    """
    create table articles (
        key integer primary key references statuses,
        title text not null,
        publisher text,
        kicker text,
        section text,
        published text,                        -- as the page states it
        sort_at integer not null,              -- seconds since 1970: published, or else arrived
        words integer not null,
        entities integer not null,             -- people, organisations and places
        problem text
    )
    """,
    "create index articles_newest on articles (sort_at desc, key)",
    "create index articles_publisher on articles (publisher, sort_at desc, key)",
    "create table bodies (key integer primary key references articles on delete cascade, body blob not null)",
    # Which file holds which article: a file may hold several, an article may stand in several files.
    """
    create table holdings (
        document integer not null references documents on delete cascade,
        place integer not null,                -- 0, 1, 2 … in the file
        article integer not null references articles on delete cascade,
        primary key (document, place)
    ) without rowid
    """,
    "create index holdings_article on holdings (article)",
    # Which source lists which article: follows from holdings, and is what the lists and counts read.
    """
    create table listings (
        source integer not null references sources on delete cascade,
        article integer not null references articles on delete cascade,
        publisher text,
        sort_at integer not null,
        primary key (source, article)
    ) without rowid
    """,
    "create index listings_article on listings (article)",
    "create index listings_newest on listings (source, sort_at desc, article)",
    "create index listings_publisher on listings (source, publisher, sort_at desc, article)",
    # Who and what an article names, one row per entity: what questions across articles will ask.
    """
    create table mentions (
        article integer not null references articles on delete cascade,
        entity text not null,                  -- parsers.article.Entity.id
        type text not null,
        name text not null,
        count integer not null,
        primary key (article, entity)
    ) without rowid
    """,
    "create index mentions_entity on mentions (entity, article)",
    # The bytes of pages that no file of the reader's keeps for us.
    "create table pages (sha256 blob primary key, body blob not null) without rowid",
    "create table settings (key text primary key, value text not null) without rowid",
)

_TAUGHT = (
    # What the reader taught about sites: which pieces of their pages belong to the story (parsers/site_rules.py).
    """
    create table site_rules (
        id integer primary key autoincrement,  -- the later of two decides
        site text not null,
        keep integer not null,
        by text not null,
        what text not null,
        shown text not null,
        taught_at text not null,
        unique (site, by, what)
    )
    """,
    # Whose page it is, so that a new rule finds the pages it is for; null: read before there were rules.
    "alter table articles add column site text",
    "create index articles_site on articles (site) where site is not null",
    # What an article said before its page was changed, in the form of bodies.
    """
    create table revisions (
        article integer not null references articles on delete cascade,
        replaced_at text not null,             -- when the library first saw the page that says it differently
        body blob not null,
        primary key (article, replaced_at)
    ) without rowid
    """,
)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _TAUGHT)
