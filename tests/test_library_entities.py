"""One person, body or place across articles: what is taken for one and why, the reader's word, cards, lists, alerts."""

import itertools
import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library import Library
from library.entities.card import buckets
from library.entities.records import AlertKind, Card, Counted, EntityRow
from library.entities.sentences import sentence_around
from library.errors import LibraryError
from library.records import Selection
from tests.made_up import file, id_of, meant, opened, partition, told


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(opened(tmp_path / "library")) as library:
        yield library


def one(library: Library, name: str) -> EntityRow:
    """The only entity that a search finds."""
    (found,) = library.entities.search(name)
    return found


def card(library: Library, entity: int) -> Card:
    found = library.entities.card(entity)
    assert found is not None
    return found


def are_one(library: Library, first: str, second: str) -> bool:
    """Whether the only entities of two articles, filed here, are one."""
    file(library, told("a", first), told("b", second))
    return len(set(meant(library, "a").values()) | set(meant(library, "b").values())) == 1


SAME = [
    ("Antony J. Blinken|PERSON", "Antony Blinken|PERSON"),
    ("ANTONY BLINKEN|PERSON", "Antony Blinken|PERSON"),
    ("Inés de la Torre|PERSON", "Ines de la Torre|PERSON"),
    ("Pak Sun-hee|PERSON", "Pak Sun Hee|PERSON"),
    ("Serhiy Kovalenko|PERSON", "Serhii Kovalenko|PERSON"),
    ("Martin Luther Quist Jr.|PERSON", "Martin Luther Quist|PERSON"),
    ("Dr. Ann Quist|PERSON", "Ann Quist|PERSON"),
    ("Nordhaven Lines Inc.|ORG", "The Nordhaven Lines|ORG"),
    ("Saint Odile Hospital|ORG", "Saint Odile Hospital|FAC"),
    ("U.S.|GPE", "United States|GPE"),
    ("Kenya's Ministry of Health|ORG", "Health Ministry of Kenya|ORG"),
    ("Ripon City Council|ORG", "City Council of Ripon|ORG"),
    ("Ann Quist|PERSON|senator", "Ann Quist|PERSON|former governor"),
]
APART = [
    ("Blinken|PERSON", "Blinken|PERSON"),
    ("Antony Blinken|PERSON", "Blinken|PERSON"),
    ("Antony Blinken|PERSON", "Evan Blinken|PERSON"),
    ("PSA|ORG", "PSA|ORG"),
    ("Port Shipping Alliance/PSA|ORG", "PSA|ORG"),
    ("Rinaldo Castell Sr.|PERSON", "Rinaldo Castell Jr.|PERSON"),
    ("John A. Quist|PERSON", "John B. Quist|PERSON"),
    ("George W. Quist|PERSON", "George H.W. Quist|PERSON"),
    ("Daniel Marsh|PERSON|senator", "Daniel Marsh|PERSON|striker"),
    ("Daniel Marsh|PERSON|Kenyan minister", "Daniel Marsh|PERSON|Brazilian minister"),
    ("Health Ministry|ORG", "Health Ministry|ORG"),
    ("Health Ministry of Kenya|ORG", "Health Ministry of Peru|ORG"),
    ("Liverpool|GPE", "Liverpool|ORG"),
    ("Marlow|PERSON", "Marlow|ORG"),
    ("Jordan Wells|PERSON", "Wells|GPE"),
    ("Central Station|FAC", "Central Station|FAC"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_one_referent_is_one_entity(library: Library, first: str, second: str) -> None:
    """Case, accents, initials, suffixes, honorifics, legal forms and word order make no difference."""
    assert are_one(library, first, second)


@pytest.mark.parametrize(("first", "second"), APART)
def test_what_only_looks_alike_stays_apart(library: Library, first: str, second: str) -> None:
    """A surname, an acronym, a common name is not enough, and a contradiction is too much."""
    assert not are_one(library, first, second)


def test_a_surname_in_like_company_is_its_bearers(library: Library) -> None:
    """Only together with others whom both articles name, whichever came first, and it says so."""
    file(library,
         told("alone", "Culver|PERSON; Tayside Trust|ORG; Mara Petrescu|PERSON"),
         told("full", "Hamish Culver/Culver|PERSON; Tayside Trust|ORG; Mara Petrescu|PERSON"))

    assert meant(library, "alone")["culver"] == meant(library, "full")["hamish culver"]
    (reason,) = [one for one in card(library, meant(library, "full")["hamish culver"]).why if one.kind == "company"]
    assert reason.why == "“Culver” alone, in the company of Tayside Trust and Mara Petrescu, as in “Story full”."
    assert reason.article_id == id_of("alone")


def test_a_surname_that_may_be_two_people_is_neither(library: Library) -> None:
    """When two bearers keep the same company, nothing is guessed."""
    file(library,
         told("both", "Karim Haddad|PERSON; Youssef Haddad|PERSON; Cedar Book House|ORG; Mara Petrescu|PERSON"),
         told("alone", "Haddad|PERSON; Cedar Book House|ORG; Mara Petrescu|PERSON"))

    assert meant(library, "alone")["haddad"] not in meant(library, "both").values()


def test_an_acronym_needs_its_expansion_or_company(library: Library) -> None:
    """Two bodies have the same letters: each article means the one whose company it names."""
    file(library,
         told("port", "Port Shipping Alliance/PSA|ORG; Gareth Penhallow|PERSON; Coast Pilots|ORG"),
         told("polar", "Polar Survey Association/PSA|ORG; Ingrid Halvorsen|PERSON; Ice Museum|FAC"),
         told("third", "PSA|ORG; Gareth Penhallow|PERSON; Coast Pilots|ORG"))

    assert meant(library, "third")["psa"] == meant(library, "port")["port shipping alliance"]
    assert meant(library, "polar")["polar survey association"] != meant(library, "third")["psa"]


def test_an_article_that_names_body_and_letters_explains_them(library: Library) -> None:
    """Also without brackets: one body of the article has these initials."""
    file(library, told("a", "Port Shipping Alliance|ORG; PSA|ORG"))

    assert len(set(meant(library, "a").values())) == 1


def test_a_short_first_name_needs_a_common_acquaintance(library: Library) -> None:
    """"Bill" may be "William"; the same surname alone does not make them one."""
    file(library, told("a", "William Hargreave|PERSON; Yusra Tern|PERSON"),
         told("b", "Bill Hargreave|PERSON; Yusra Tern|PERSON"),
         told("c", "Bill Hargreave|PERSON; Coast Pilots|ORG"))

    assert meant(library, "a")["william hargreave"] == meant(library, "b")["bill hargreave"]


def test_namesakes_are_kept_apart_and_it_says_why(library: Library) -> None:
    """An article that gives no role goes where its company is; both cards say what keeps them apart."""
    file(library,
         told("senate", "Daniel Marsh|PERSON|senator; Helen Okafor|PERSON; Buckeye Forum|ORG"),
         told("match", "Daniel Marsh|PERSON|striker; Pieter Vroom|PERSON; Ludwell Rovers|ORG"),
         told("later", "Daniel Marsh|PERSON; Pieter Vroom|PERSON; Ludwell Rovers|ORG"))

    senator, striker = meant(library, "senate")["daniel marsh"], meant(library, "match")["daniel marsh"]
    assert meant(library, "later")["daniel marsh"] == striker != senator
    assert "Kept apart from a namesake: politics and sport" in card(library, senator).why[0].why


def test_company_overrules_a_change_of_calling(library: Library) -> None:
    """An actor who becomes a governor keeps the people around him."""
    file(library,
         told("a", "Rex Adler|PERSON|actor; Mara Petrescu|PERSON; Tayside Trust|ORG; Coast Pilots|ORG"),
         told("b", "Rex Adler|PERSON|governor; Mara Petrescu|PERSON; Tayside Trust|ORG; Coast Pilots|ORG"))

    assert meant(library, "a")["rex adler"] == meant(library, "b")["rex adler"]


def test_the_seeds_share_their_people_bodies_and_places(tmp_path: Path) -> None:
    """Every person, organisation and place that two of the example pages name is one entity."""
    with closing(opened(tmp_path)) as library:
        library.add_examples()
        list(library.refresh())
        ids = [headline.article_id for headline in library.headlines(library.rows(Selection()))]
        found = [library.entities.of_article(article) for article in ids]
        names = [{row.name: row.id for row in of.values()} for of in found]

        shared = {"NATO", "European Union", "Ukraine", "Russia", "Brussels", "United States", "Belgium", "Putin"}
        blinken = {row.id for of in found for key, row in of.items() if "blinken" in key}
        assert len(blinken) == 1
        for name in shared:
            assert len({of[name] for of in names if name in of}) == 1, name
            assert sum(name in of for of in names) >= 2, name


def test_a_card_tells_all(library: Library) -> None:
    """Names, roles, first and last day, outlets, company, days."""
    file(library,
         told("a", "Ann Quist/Quist|PERSON|senator; NATO|ORG; French|NORP", "2024-04-01", "Post"),
         told("b", "Ann Quist/Quist/Quist|PERSON; NATO|ORG", "2024-04-03", "Post"),
         told("c", "Ann B. Quist|PERSON|Senator; UNESCO|ORG", "2024-04-03T22:00:00-05:00"))

    quist = card(library, one(library, "quist").id)

    assert quist.entity == EntityRow(quist.entity.id, "Ann Quist", "PERSON", 3, 6)
    assert quist.names == (Counted("Quist", 3), Counted("Ann Quist", 2), Counted("Ann B. Quist", 1))
    assert quist.roles == (Counted("Senator", 1), Counted("senator", 1))
    assert (quist.first_seen, quist.last_seen) == (
        datetime(2024, 4, 1, tzinfo=UTC), datetime(2024, 4, 4, 3, tzinfo=UTC))
    assert quist.outlets == (Counted("Post", 2), Counted("", 1))
    assert [(other.entity.name, other.articles) for other in quist.together] == [("NATO", 2), ("UNESCO", 1)]
    assert [(day.date.day, day.articles, day.mentions) for day in quist.days] == [(1, 1, 2), (3, 1, 3), (4, 1, 1)]
    assert buckets(quist.days, date(2024, 4, 4), 3) == [0, 3, 1]
    assert buckets(quist.days, date(2024, 4, 4), 2, 7) == [0, 6]
    assert library.entities.card(10**6) is None


def test_mentions_come_in_their_sentences_page_by_page(library: Library) -> None:
    """Newest article first, in reading order; pages join without a gap."""
    file(library, told("old", "Ann Quist/Quist|PERSON", "2024-04-01"),
         told("new", "Ann Quist/Quist|PERSON", "2024-04-03"))
    quist = one(library, "quist").id

    found = library.entities.mentions(quist)

    assert [(mention.title, mention.sentence) for mention in found] == [
        ("Story new", "Then Ann Quist spoke."), ("Story new", "Then Quist spoke."),
        ("Story old", "Then Ann Quist spoke."), ("Story old", "Then Quist spoke.")]
    assert all(mention.sentence[slice(*mention.at)].endswith("Quist") for mention in found)
    paged = [library.entities.mentions(quist, offset=n, limit=1) for n in range(5)]
    assert [mention for page in paged for mention in page] == found


def test_lists_of_articles_and_of_entities(library: Library) -> None:
    """Articles with X, with X and Y, within so many words; the most named, the new, those that letters find."""
    file(library,
         told("a", "Ann Quist|PERSON; NATO|ORG", "2024-04-01"), told("b", "Ann Quist|PERSON; UNESCO|ORG", "2024-04-03"),
         told("c", "Ann Quist|PERSON; Bo Lund|PERSON; NATO|ORG", "2026-11-20"))
    quist, nato = one(library, "quist").id, one(library, "nato").id

    def titles(*entities: int, near: int | None = None) -> list[str]:
        selection = Selection(entities=entities, near=near)
        assert library.count(selection) == len(library.rows(selection))
        return [headline.title for headline in library.headlines(library.rows(selection))]

    assert titles(quist) == ["Story c", "Story b", "Story a"]
    assert titles(quist, nato) == ["Story c", "Story a"]
    assert titles(quist, nato, near=5) == ["Story a"]
    assert titles(10**6) == []
    assert [row.name for row in library.entities.top(limit=2)] == ["Ann Quist", "NATO"]
    assert [row.name for row in library.entities.new()] == ["Bo Lund"]
    assert [row.name for row in library.entities.search("qui")] == ["Ann Quist"]
    assert [row.name for row in library.entities.search("quest")] == ["Ann Quist"]
    assert library.entities.search("") == library.entities.search("zzzzz") == []


def test_renaming_and_retyping_hold_for_what_comes_later(library: Library) -> None:
    """The reader's name and type stand, and undone they are what the articles say."""
    file(library, told("a", "WFP Group|ORG"))
    entity = one(library, "wfp").id

    library.entities.rename(entity, "Welfare Partners")
    library.entities.retype(entity, "PERSON")
    file(library, told("b", "WFP Group|ORG"))

    assert (one(library, "welfare").name, one(library, "welfare").type, one(library, "wfp").articles) == (
        "Welfare Partners", "PERSON", 2)
    assert [edit.kind for edit in library.entities.edits()] == ["retype", "rename"]
    library.entities.undo()
    library.entities.undo()
    assert one(library, "wfp") == EntityRow(entity, "WFP Group", "ORG", 2, 2)


def test_ignoring_takes_out_of_lists_until_undone(library: Library) -> None:
    """Still counted, and shown where the ignored are asked for."""
    file(library, told("a", "Ann Quist|PERSON"))
    quist = one(library, "quist").id

    library.entities.ignore(quist)

    assert library.entities.top() == library.entities.new() == []
    assert [row.id for row in library.entities.top(ignored=True)] == [quist]
    assert library.entities.of_article(id_of("a"))["person:0:ann quist"].ignored
    library.entities.undo()
    assert [row.id for row in library.entities.top()] == [quist]


def test_a_merge_holds_for_what_comes_later(library: Library) -> None:
    """A bare surname that the reader merged means that person from then on, without any company."""
    file(library, told("a", "Putin|PERSON"), told("b", "Vladimir Putin|PERSON"))
    bare, full = meant(library, "a")["putin"], meant(library, "b")["vladimir putin"]

    library.entities.merge(bare, full)
    file(library, told("c", "Putin|PERSON"), told("d", "Vladimir Putin|PERSON"))

    assert set(meant(library, "c").values()) == {full}
    assert (card(library, full).entity.articles, card(library, bare).entity) == (4, card(library, full).entity)
    assert [h.title for h in library.headlines(library.rows(Selection(entities=(bare,))))] == [
        "Story a", "Story b", "Story c", "Story d"]
    library.entities.undo()
    assert meant(library, "a")["putin"] == bare != full


def test_a_split_holds_for_what_comes_later_and_after_annotating_again(library: Library) -> None:
    """By article for a namesake, by name for a name that was wrongly joined."""
    file(library, told("a", "Ann Quist|PERSON"), told("b", "Ann Quist|PERSON"), told("c", "Ann Quist|PERSON"))
    quist = one(library, "quist").id

    edit, other = library.entities.split(quist, articles=[id_of("b")])
    file(library, told("b", "Ann Quist|PERSON; NATO|ORG"))

    assert edit.sentence == "“Ann Quist” is not “Ann Quist”."
    assert meant(library, "b")["ann quist"] == other
    assert meant(library, "a")["ann quist"] == meant(library, "c")["ann quist"] == quist
    list(library.entities.reannotate())
    library.entities.undo()
    library.entities.redo()
    assert meant(library, "b").get("ann quist", other) == other


def test_a_split_of_a_name_takes_the_name_for_ever(library: Library) -> None:
    """Two names that a page wrongly held together part, also in pages that come later."""
    file(library, told("a", "Ann Quist/Ann Lund|PERSON"), told("b", "Ann Lund|PERSON"))
    together = meant(library, "a")["ann quist"]
    assert meant(library, "b")["ann lund"] == together

    _, lund = library.entities.split(together, names=["Ann Lund"])
    file(library, told("c", "Ann Lund|PERSON"))

    assert meant(library, "b")["ann lund"] == meant(library, "c")["ann lund"] == lund
    assert meant(library, "a")["ann quist"] == together


@pytest.mark.parametrize("names", [[], ["Nobody"], ["Ann Quist"]])
def test_a_split_of_nothing_or_all_is_refused(library: Library, names: list[str]) -> None:
    """With a sentence that says what to do, and nothing changed."""
    file(library, told("a", "Ann Quist|PERSON"))

    with pytest.raises(LibraryError, match="Choose some of its names"):
        library.entities.split(one(library, "quist").id, names=names)
    assert library.entities.edits() == []
    with pytest.raises(LibraryError, match="no entity 999"):
        library.entities.rename(999, "x")


def test_a_pasted_name_is_cleaned(library: Library) -> None:
    """A name typed or pasted by the reader goes to terminal and files like any other: no sequence, no override."""
    file(library, told("a", "Ann Quist|PERSON"))
    quist = one(library, "quist").id

    library.entities.rename(quist, "\x1b]0;title\x07 Ann\u202e Q.\nQuist ")

    assert card(library, quist).entity.name == "Ann Q. Quist"
    with pytest.raises(LibraryError, match="at least one letter"):
        library.entities.rename(quist, " \u202e\x1b[31m")


def test_an_id_that_no_row_can_have_is_nobody(library: Library) -> None:
    """SQLite's integers end; a typed number need not."""
    assert library.entities.card(10**30) is None


def test_redo_goes_no_further_than_the_last_new_edit(library: Library) -> None:
    """Undone, redone, and after another edit there is nothing to redo."""
    file(library, told("a", "Ann Quist|PERSON"))
    quist = one(library, "quist").id
    library.entities.rename(quist, "First")
    library.entities.rename(quist, "Second")

    library.entities.undo()
    assert card(library, quist).entity.name == "First"
    library.entities.redo()
    assert card(library, quist).entity.name == "Second"
    library.entities.undo()
    library.entities.rename(quist, "Third")
    assert library.entities.redo() is None
    assert card(library, quist).entity.name == "Third"


def test_alerts_tell_of_what_was_waited_for(library: Library) -> None:
    """Any mention; the first in 30 days; two together for the first time; an alias whoever it is."""
    file(library, told("old", "Ann Quist|PERSON", "2024-01-01"), told("too", "Bo Lund|PERSON", "2024-01-01"))
    quist, lund = one(library, "quist").id, one(library, "lund").id
    watch = library.entities.watch
    watch("any", entities=[quist])
    watch("back", entities=[quist], kind=AlertKind.COMEBACK)
    watch("both", entities=[quist, lund], kind=AlertKind.TOGETHER)
    watch("spelt", aliases=["Quisst"])

    file(library, told("a", "Ann Quist|PERSON", "2024-04-01"),
         told("b", "Ann Quist|PERSON; Bo Lund|PERSON", "2024-04-09"),
         told("c", "Ann Quist|PERSON; Bo Lund|PERSON", "2024-04-10"), told("d", "Zed Quisst|PERSON; Quisst|ORG"))

    told_of = [(alert.name, alert.title, alert.why) for alert in reversed(library.entities.alerts())]
    assert told_of == [
        ("any", "Story a", "Names Ann Quist."), ("back", "Story a", "Names Ann Quist for the first time in 30 days."),
        ("any", "Story b", "Names Ann Quist."),
        ("both", "Story b", "Names Ann Quist and Bo Lund together for the first time."),
        ("any", "Story c", "Names Ann Quist."), ("spelt", "Story d", "Names Quisst.")]
    assert [(found.name, found.unseen) for found in library.entities.watches()] == [
        ("any", 3), ("back", 1), ("both", 1), ("spelt", 1)]
    library.entities.set_seen([alert.id for alert in library.entities.alerts()])
    assert library.entities.alerts() == []
    assert len(library.entities.alerts(unseen=False)) == 6
    library.entities.unwatch(library.entities.watches()[0].id)
    assert len(library.entities.alerts(unseen=False)) == 3


@pytest.mark.parametrize(("entities", "kind"), [
    ([], AlertKind.MENTION), ([1], AlertKind.TOGETHER), ([99], AlertKind.MENTION)])
def test_a_watch_that_can_never_tell_is_refused(library: Library, entities: list[int], kind: AlertKind) -> None:
    """Nobody, one alone together, someone who is not there."""
    file(library, told("a", "Ann Quist|PERSON"))

    with pytest.raises(LibraryError):
        library.entities.watch("w", entities=entities, kind=kind)
    assert library.entities.watches() == []


def test_a_library_of_before_is_brought_up_to_date(library: Library) -> None:
    """Articles that no version of the matching saw are pending; the work can stop half-way and go on."""
    file(library, *(told(str(n), "Ann Quist|PERSON") for n in range(45)))
    with library._database.write() as connection:
        connection.execute("update articles set annotated_by = null")

    steps = library.entities.reannotate()
    first = next(steps)

    assert (first.done, first.total) == (20, 45)
    assert library.entities.pending() == 25
    assert [step.done for step in library.entities.reannotate()] == [20, 25]
    assert library.entities.pending() == 0
    assert library.check() == []


def test_a_dossier_names_the_article_of_every_line(library: Library) -> None:
    """Foreign text stays text, and each quoted line ends with where it stands."""
    file(library, told("*a* [x](y)", "Ann Quist|PERSON|senator; NATO|ORG", "2024-04-01", "Post"))

    text = library.entities.dossier(one(library, "quist").id)

    assert text is not None
    assert "# Ann Quist\n\nPerson; 1 mentions in 1 articles of this library, from 2024-04-01 to 2024-04-01." in text
    line = "- Then **Ann Quist** spoke. — Story \\*a\\* \\[x\\](y) (Post, 2024-04-01)"
    assert f"{line} `{id_of('*a* [x](y)')[:12]}`" in text
    assert library.entities.dossier(10**6) is None


@pytest.mark.parametrize(("text", "name", "sentence"), [
    ("He came. Mr. J. Smith saw it. She went.", "Smith", "Mr. J. Smith saw it."),
    ("The U.S. Senate met Ann. It sat.", "Ann", "The U.S. Senate met Ann."),
    ("“Yes.” Ann left", "Ann", "Ann left"),
    ("Ann", "Ann", "Ann"),
    ("One line\nAnn came\nanother", "Ann", "Ann came"),
])
def test_a_sentence_ends_where_a_reader_ends_it(text: str, name: str, sentence: str) -> None:
    """Points of initials and abbreviations end none."""
    start = text.index(name)
    begin, end = sentence_around(text, start, start + len(name))

    assert text[begin:end] == sentence


NAMES = ("Ann Quist", "Quist", "Ann B. Quist", "Ann C. Quist", "Bo Quist", "Bill Lund", "William Lund", "Lund", "PSA",
         "Port Shipping Alliance/PSA", "Polar Survey Association/PSA", "NATO", "Coast Pilots", "Mara Petrescu")
ROLES = ("", "", "", "senator", "striker", "singer", "Kenyan minister")
ARTICLES = st.lists(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(ROLES)), min_size=1, max_size=5,
             unique_by=lambda one: one[0]),
    min_size=2, max_size=7)


def written(names: list[tuple[str, str]]) -> str:
    bodies = {"PSA", "NATO", "Coast Pilots", "Port Shipping Alliance/PSA", "Polar Survey Association/PSA"}
    return "; ".join(f"{name}|{'ORG' if name in bodies else f'PERSON|{role}'}" for name, role in names)


@settings(max_examples=25, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(articles: list[list[tuple[str, str]]], chance: random.Random) -> None:
    """Who is one with whom depends on what the articles say, not on which was read first."""
    made = [told(str(n), written(names)) for n, names in enumerate(articles)]
    other = made.copy()
    chance.shuffle(other)
    found = []
    for order in (made, other):
        with TemporaryDirectory() as folder, closing(opened(Path(folder))) as library:
            file(library, *order)
            found.append(partition(library, [str(n) for n in range(len(made))]))
            assert sum(len(group) for group in found[-1]) == sum(len(one.entities) for one in made)
    assert found[0] == found[1]


@settings(max_examples=25, deadline=None)
@given(ARTICLES, st.lists(st.tuples(st.sampled_from(("rename", "retype", "ignore", "merge", "split")),
                                    st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=5))
def test_undoing_restores_exactly_and_no_mention_is_lost(
    articles: list[list[tuple[str, str]]], steps: list[tuple[str, int, int]]
) -> None:
    """Whatever is edited in whatever order: undone step by step, each state comes back; redone too."""
    with TemporaryDirectory() as folder, closing(opened(Path(folder))) as library:
        made = [told(str(n), written(names)) for n, names in enumerate(articles)]
        file(library, *made)
        states = [state(library)]
        for step, first, second in steps:
            rows = library.entities.top(limit=100)
            if not rows:
                break  # all are ignored
            one, other = rows[first % len(rows)].id, rows[second % len(rows)].id
            try:
                edit(library, step, one, other, articles[0])
            except LibraryError:
                continue
            states.append(state(library))
            assert sum(mentions for *_, mentions in states[-1]) == sum(len(one.mentions) for one in made)
        for before in reversed(states[:-1]):
            library.entities.undo()
            assert state(library) == before
        for after in states[1:]:
            library.entities.redo()
            assert state(library) == after
        assert library.check() == []


def edit(library: Library, step: str, one: int, other: int, names: list[tuple[str, str]]) -> None:
    entities = library.entities
    if step == "rename":
        entities.rename(one, "Somebody Else")
    elif step == "retype":
        entities.retype(one, "FAC")
    elif step == "ignore":
        entities.ignore(one, other % 2 == 0)
    elif step == "merge":
        entities.merge(one, other)
    else:
        entities.split(one, names=[names[0][0].split("/")[0]], articles=[id_of("1")])


def state(library: Library) -> list[tuple[int, str, str, int, bool, frozenset[tuple[str, int]], int]]:
    """All that is shown of all entities that are in articles."""
    rows = list(itertools.chain(library.entities.top(limit=100), library.entities.top(limit=100, ignored=True)))
    return sorted(
        (row.id, row.name, row.type, row.articles, row.ignored,
         frozenset((mention.article_id, mention.start) for mention in library.entities.mentions(row.id)), row.mentions)
        for row in rows)
