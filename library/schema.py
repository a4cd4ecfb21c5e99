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

_ENTITIES = (
    "drop table mentions",  # never asked; appearances takes its place
    "alter table articles add column annotated_by text",  # which recogniser and matching; null: not in the index yet
    "create index articles_annotated on articles (annotated_by, key)",
    # One person, body or place across articles. What the matching takes for one is a row; a row that the reader
    # merged into another stands for that one, and takes back its own life when the merge is undone.
    """
    create table entities (
        id integer primary key autoincrement,  -- never given to another: edits speak of it
        stands_for integer not null,           -- its own id, or of the entity the reader merged it into
        type text not null,                    -- as shown: given, or what most articles take it for
        name text not null,                    -- as shown: given, or the full name most articles use
        given_type text,                       -- the reader's word, null: none
        given_name text,
        ignored integer not null default 0,
        articles integer not null default 0,   -- of this row alone …
        mentions integer not null default 0,
        all_articles integer not null default 0,  -- … and with those that stand for it; 0 when it stands for another
        first_at integer                       -- seconds since 1970 of its oldest article; null: in no article now
    )
    """,
    "create index entities_most on entities (type, ignored, all_articles desc, id)",
    "create index entities_first on entities (ignored, first_at)",
    "create index entities_stands_for on entities (stands_for)",
    # Every name as it is compared (entities/keys.py). "~" begins one that is never enough by itself.
    """
    create table name_keys (
        id integer primary key,
        key text not null unique,
        token integer not null,                -- the name_key under which it counts as company of others
        weight real not null                   -- how much company it is: a country is little, a person much
    )
    """,
    # What a full name may be shortened to: a surname, an acronym.
    """
    create table short_names (
        short integer not null references name_keys,
        name_key integer not null references name_keys,
        primary key (short, name_key)
    ) without rowid
    """,
    "create table publishers (id integer primary key, name text not null unique)",
    # One row for each entity that an article names. Where its mentions stand is in the article itself.
    """
    create table appearances (
        article integer not null references articles on delete cascade,
        place integer not null,                -- index into AnnotatedArticle.entities
        entity integer not null references entities,
        name_key integer not null references name_keys,
        count integer not null,                -- mentions
        sort_at integer not null,              -- of the article
        publisher integer not null,            -- 0: the page names none
        words blob not null,                   -- the number of each mention's first word (entities/evidence.py)
        is_weak integer not null,              -- the name alone would not be enough (entities/keys.py)
        said text not null,                    -- what the article adds to facts and entity_keys (entities/rows.py)
        primary key (article, place)
    ) without rowid
    """,
    "create index appearances_entity on appearances (entity, sort_at desc, article, publisher, count)",
    "create index appearances_weak on appearances (name_key, sort_at desc, article) where is_weak",
    # Which names led articles to an entity, and the other way round.
    """
    create table entity_keys (
        name_key integer not null references name_keys,
        entity integer not null references entities on delete cascade,
        count integer not null,
        primary key (name_key, entity)
    ) without rowid
    """,
    "create index entity_keys_entity on entity_keys (entity, name_key)",
    # What its articles say of an entity, counted: forms of its name, roles, traits.
    """
    create table facts (
        entity integer not null references entities on delete cascade,
        kind text not null,                    -- name, called, role, type, and the traits of entities/traits.py
        value text not null,
        count integer not null,
        primary key (entity, kind, value)
    ) without rowid
    """,
    # Words of names, folded, for search.
    """
    create table name_words (
        word text not null,
        entity integer not null references entities on delete cascade,
        primary key (word, entity)
    ) without rowid
    """,
    "create index name_words_entity on name_words (entity)",
    # Why an article's entity was taken for this one, where an equal full name was not all there was.
    """
    create table reasons (
        article integer not null references articles on delete cascade,
        place integer not null,
        entity integer not null references entities on delete cascade,
        kind text not null,                    -- form, company, namesake, person
        why text not null,                     -- a sentence
        primary key (article, place)
    ) without rowid
    """,
    "create index reasons_entity on reasons (entity)",
    # The reader's word, in the order given. An undone edit stays, so that it can be done again.
    """
    create table edits (
        id integer primary key autoincrement,
        kind text not null,                    -- rename, merge, split, retype, ignore
        entity integer not null,               -- whom it is about; of a merge: who is merged into `other`
        other integer,                         -- of a merge: into whom; of a split: the entity it makes
        value text,                            -- the name, the type, "1" or "0" for ignore
        made_at text not null,
        undone integer not null default 0
    )
    """,
    # What a split says: this name (in this article, or wherever) is that entity.
    """
    create table pins (
        name_key integer not null references name_keys,
        article text not null,                 -- the article's id; "": wherever
        edit integer not null references edits,
        entity integer not null,
        primary key (name_key, article, edit)
    ) without rowid
    """,
    """
    create table watches (
        id integer primary key autoincrement,
        name text not null,
        kind text not null,                    -- mention, comeback, together
        aliases text not null,                 -- JSON list of names beside the entities
        made_at text not null
    )
    """,
    """
    create table watched (
        watch integer not null references watches on delete cascade,
        entity integer not null,
        primary key (watch, entity)
    ) without rowid
    """,
    """
    create table alerts (
        id integer primary key autoincrement,
        watch integer not null references watches on delete cascade,
        article integer not null references articles on delete cascade,
        why text not null,                     -- a sentence
        arrived_at text not null,
        seen integer not null default 0,
        unique (watch, article)
    )
    """,
    "create index alerts_article on alerts (article)",
)

_FAILING = (
    # What could not be read is told at every start: among a hundred thousand files it has to be found at once.
    "create index documents_failing on documents (source) where failure is not null",
)

_FOLDERS = (
    # Where the reader keeps a source among the others: "World/Europe"; empty: in no folder. A folder is there as long
    # as a source is in it.
    "alter table sources add column folder text not null default ''",
)

_COPIES = (
    # Articles that tell the same text (copies.py) have the same story: the key of one of them; null: nobody tells it.
    "alter table articles add column story integer",
    "create index articles_story on articles (story) where story is not null",
    "alter table articles add column compared integer not null default 0",  # whether its copies have been looked for
    "create index articles_uncompared on articles (key) where not compared",
    # By what copies find each other: the smallest of an article's shingles, and its title (likeness.py).
    """
    create table leads (
        lead integer not null,
        article integer not null references articles on delete cascade,
        primary key (lead, article)
    ) without rowid
    """,
    "create index leads_article on leads (article)",
)

_TAGS = (
    # Words that the reader gave to articles; like read and starred they outlive the article.
    """
    create table tags (
        name text not null,
        status integer not null references statuses,
        primary key (name, status)
    ) without rowid
    """,
    "create index tags_status on tags (status, name)",
)

_MUTES = (
    # What the reader does not want to see, and which articles it hides (mutes.py).
    """
    create table mutes (
        id integer primary key autoincrement,
        query text not null unique,
        made_at text not null
    )
    """,
    """
    create table muted (
        article integer not null references articles on delete cascade,
        mute integer not null references mutes on delete cascade,
        primary key (article, mute)
    ) without rowid
    """,
    "create index muted_mute on muted (mute)",
)

_SAVED = (
    "create table saved (name text primary key, selection text not null) without rowid",  # records.Selection as JSON
)

STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _TAUGHT, _ENTITIES, _FAILING, _FOLDERS, _COPIES, _TAGS, _MUTES, _SAVED)
