"""Whether two articles tell the same text: copies are found, and what is only alike is left apart."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from library.likeness import is_copy, likeness
from parsers.article import Article, Figure, Heading, Paragraph
from tests.benchmarks.many_articles import WORDS


def told(text: str, title: str = "The harbour opens again in spring") -> Article:
    return Article(id="0" * 32, format="text", title=title, blocks=tuple(Paragraph(part) for part in text.split("\n")))


def text(seed: int, words: int = 300) -> str:
    """Invented words in paragraphs of fifty, others for each seed."""
    random = Random(seed)
    made = [random.choice(WORDS) for _ in range(words)]
    return "\n".join(" ".join(made[at:at + 50]) for at in range(0, words, 50))


def are_copies(one: Article, other: Article) -> bool:
    found = is_copy(likeness(one), likeness(other))
    assert found == is_copy(likeness(other), likeness(one))
    return found


def test_a_copy_is_found_under_another_headline_and_without_its_end() -> None:
    """As papers print an agency's story: signs, capitals, a picture and a heading of their own, cut from the end."""
    whole = told(text(1))
    printed = Article(id="1" * 32, format="html", title="Harbour to open", blocks=(
        Figure(text="The harbour in winter."), Heading("Spring at last", 2),
        *(Paragraph(part.upper() + "!") for part in text(1).split("\n")[:4]),
    ))

    assert are_copies(whole, printed)


def test_a_statement_quoted_in_a_long_report_is_no_copy_of_it() -> None:
    """A fifth of the report is not the report."""
    assert not are_copies(told(text(2, 120)), told(text(3, 500) + "\n" + text(2, 120), "Another title for the report"))


def test_two_thirds_in_common_are_not_enough_without_the_title() -> None:
    """A story that was told anew keeps sentences of the old one."""
    old, new = text(4), "\n".join([*text(4).split("\n")[:4], *text(5).split("\n")[:2]])

    assert not are_copies(told(old), told(new, "What became of the harbour since"))
    assert are_copies(told(old), told(new))


def test_the_same_notice_on_two_pages_makes_no_copy_of_two_stories() -> None:
    """Short texts are compared only where the titles are the same, and have words enough to tell a story."""
    notice = "To read on you need a subscription. " * 3 + text(6, 30)

    assert not are_copies(told(notice, "The mayor resigns after the vote"), told(notice, "The river falls again"))
    assert not are_copies(told(notice, "Morning briefing"), told(notice, "Morning briefing"))
    assert are_copies(told(notice), told(notice))


def test_an_article_without_a_story_is_nobodys_copy() -> None:
    """A title alone says too little."""
    assert not are_copies(told("Video."), told("Video."))
    assert not are_copies(told(""), told(""))


def test_signs_are_words_where_no_spaces_part_them() -> None:
    """A Japanese story is found by its signs."""
    words = "".join(chr(0x4e00 + Random(7).randrange(2000) + at) for at in range(300))

    assert are_copies(told(words, "港が再び開く"), told(words[:250] + "。", "春の港"))


@given(st.integers(0, 99), st.integers(100, 199), st.integers(120, 600))
def test_different_stories_are_never_copies(one: int, other: int, words: int) -> None:
    """Even of the same small vocabulary, under the same headline."""
    assert not are_copies(told(text(one, words)), told(text(other, words)))
    assert are_copies(told(text(one, words)), told(text(one, words), "Quite another headline than that"))


@given(st.lists(st.text(), max_size=5), st.lists(st.text(), max_size=5))
def test_any_text_can_be_compared(one: list[str], other: list[str]) -> None:
    """Whatever signs it is made of; leads are few."""
    first, second = told("\n".join(one)), told("\n".join(other))

    are_copies(first, second)
    assert len(likeness(first).leads) <= 5
