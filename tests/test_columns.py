"""Running text in eight scripts, justified and hyphenated: what fits, what stays whole, which edge it stands at."""

from collections.abc import Sequence
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.article import AnnotatedArticle, Article, ListItem, Mark, Paragraph, Quote
from tests.strategies import annotated_articles, prose
from tui.columns import RAGGED, WIDEST_GAP, Manner, column
from tui.hyphens import are_there, hyphens_of, manner_of
from tui.inline import Line, plain, weave
from tui.progress import first_blocks
from tui.text_map import TextMap, texts
from tui.typeset import typeset
from tui.wrap import cells, is_right_to_left

SCRIPTS = {
    "Latin": "The ferry to the outer islands won’t sail this winter — the harbour authority’s engineers said so.",
    "Cyrillic": "Паром на внешние острова этой зимой ходить не будет, сообщило управление порта в понедельник.",
    "Greek": "Το πλοίο για τα έξω νησιά δεν θα ταξιδέψει φέτος τον χειμώνα, ανακοίνωσε η λιμενική αρχή.",
    "Arabic": "لن تبحر العبّارة إلى الجزر الخارجية هذا الشتاء، بحسب ما أعلنت سلطة الميناء صباح يوم الاثنين.",
    "Hebrew": "המעבורת לאיים החיצוניים לא תפליג בחורף הזה, כך הודיעה רשות הנמל בבוקר יום שני.",
    "Devanagari": "बाहरी द्वीपों के लिए नौका इस सर्दी में नहीं चलेगी, बंदरगाह प्राधिकरण ने सोमवार सुबह कहा।",
    "Japanese": "離島行きのフェリーは今冬は運航しないと、港湾当局が月曜日に発表した。「もう直せない」という。",
    "Chinese": "港务局周一上午表示，今年冬天开往外岛的渡轮将停航。发动机在十一月的风暴后已无法修复。",
    "Korean": "항만 당국은 월요일 아침 올겨울 외딴 섬으로 가는 여객선이 운항하지 않을 것이라고 밝혔다.",
    "Thai": "เรือข้ามฟากไปยังเกาะรอบนอกจะไม่แล่นในฤดูหนาวนี้ เจ้าหน้าที่ท่าเรือกล่าวเมื่อเช้าวันจันทร์",
    "emoji": "The crew 👩‍🚒👨‍👩‍👧‍👦 waved 👋🏽 and the café’s flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 went up ❤️ over the harbour",
}


def set_in(text: str, width: int, manner: Manner = RAGGED) -> list[Line]:
    return column(plain(text, "text", at=0), width, manner=manner)


@pytest.mark.parametrize("width", [8, 17, 40, 72])
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_fits_and_loses_nothing(script: str, width: int) -> None:
    """No line is wider than its column; the words are all there, in order."""
    lines = set_in(SCRIPTS[script], width)

    assert all(cells(line.text) <= width for line in lines)
    assert "".join("".join(line.text for line in lines).split()) == "".join(SCRIPTS[script].split())


@pytest.mark.parametrize("width", [8, 13, 24])
@pytest.mark.parametrize("script", SCRIPTS)
def test_no_line_begins_with_half_a_character(script: str, width: int) -> None:
    """Accents, vowel signs and the parts of a joined emoji stay with what they belong to."""
    for line in set_in(SCRIPTS[script], width):
        first = line.text.lstrip()[0]
        assert category(first) not in ("Mn", "Me")
        assert first not in "\u200d\ufe0f"


@pytest.mark.parametrize("width", range(6, 30))
@pytest.mark.parametrize("script", ["Japanese", "Chinese"])
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(script: str, width: int) -> None:
    """Kinsoku: 。 and 」 stay behind their word, 「 before it."""
    lines = [line.text for line in set_in(SCRIPTS[script], width)]

    assert not [line for line in lines if line[0] in "。，、」ーュィ"]
    assert not [line for line in lines if line[-1] in "「"]


def test_korean_words_stay_whole() -> None:
    """They are wide, but parted by spaces."""
    words = SCRIPTS["Korean"].split()

    assert [word for line in set_in(SCRIPTS["Korean"], 24) for word in line.text.split()] == words


def test_thai_is_broken_where_a_syllable_surely_begins() -> None:
    """A line is filled although no space comes for long; it ends before a vowel that leads its syllable."""
    lines = [line.text for line in set_in(SCRIPTS["Thai"], 30)]

    assert all(line[0] in "เแโใไ" for line in lines)
    assert max(cells(line) for line in lines[:-1]) > 15


@pytest.mark.parametrize(("text", "expected"), [
    ("Reuters: المعبّارة لن تبحر هذا الشتاء", True), ("BBC המעבורת לא תפליג", True),
    ("The word شتاء means winter", False),
    ("12.50", False), ("", False), ("日本語", False),
])
def test_the_script_of_most_letters_decides_the_direction(text: str, expected: bool) -> None:
    """A Latin name in front makes no Latin headline of a Hebrew one."""
    assert is_right_to_left(text) is expected


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_what_is_written_from_the_right_stands_at_the_right(script: str) -> None:
    """Every line ends at the column's right edge, behind it the bar or the bullet."""
    text = SCRIPTS[script]
    blocks = (Paragraph(text), Quote(text), ListItem(text), ListItem(text, 0, 2))
    article = Article(id="1" * 32, format="text", title=text, language=None, blocks=blocks)
    lines = [line for line in typeset(AnnotatedArticle(article), 40) if line.block is not None]

    assert all(cells(line.text) == 40 for line in lines if line.text.strip())
    assert all(line.text.endswith(" │") for line in lines if line.block == 1)
    assert next(line for line in lines if line.block == 2).text.endswith(" •")
    assert next(line for line in lines if line.block == 3).text.endswith(" .2")


def test_a_latin_paragraph_in_an_arabic_article_stands_at_the_left() -> None:
    """Each paragraph has its own direction."""
    assert set_in(SCRIPTS["Latin"], 40)[0].text.startswith("The ferry")


@given(prose(8, 60), st.integers(20, 80))
def test_justified_lines_end_at_the_edge_or_are_left_alone(text: str, width: int) -> None:
    """All but the last; no gap gapes; the words and what they are a part of stay what they were."""
    ragged, straight = set_in(text, width), set_in(text, width, Manner(justify=True))

    assert [line.text.split() for line in ragged] == [line.text.split() for line in straight]
    for before, line in zip(ragged[:-1], straight[:-1], strict=True):
        assert cells(line.text) == width or line == before
        assert " " * (WIDEST_GAP + 1) not in line.text.strip()
    for last in ragged[-1:]:
        assert straight[-1] == last


@given(annotated_articles(), st.integers(20, 60))
def test_in_any_manner_the_map_of_the_texts_holds(annotated: AnnotatedArticle, width: int) -> None:
    """Blanks and hyphens that were put in belong to no text; runs cover their lines."""
    lines = typeset(annotated, width, manner=Manner(True, every_two))
    where = TextMap(lines)
    for line in lines:
        assert cells(line.text) <= width
        assert [run.start for run in line.runs] == [0, *[run.end for run in line.runs][:-1]][:len(line.runs)]
    for field, text in texts(annotated.article, as_it_came=False):
        shown = where.shown(field, 0, len(text))
        for one in shown:
            piece = lines[one.line].text[one.start:one.end]
            assert text[one.at:one.at + len(piece)] == piece


def every_two(word: str) -> Sequence[int]:
    """A hyphenator that breaks after every second letter."""
    return range(2, len(word) - 1, 2)


def test_a_word_is_broken_with_a_hyphen_only_where_the_language_allows() -> None:
    """The hyphen is no part of the text; short words stay whole."""
    lines = set_in("a characteristically ferry", 10, Manner(hyphens=lambda word: [7, 14] if len(word) > 9 else []))

    assert [line.text for line in lines] == ["a charact-", "eristic-", "ally ferry"]
    assert [line.text for line in set_in("a characteristically ferry", 20)] == ["a characteristically", "ferry"]


def test_a_broken_name_is_still_one_name() -> None:
    """A mark runs through the hyphen and the widened gaps of its line."""
    text = "They met the incomprehensibilities of every harbour authority there."
    inline = weave(text, "text", marks=(Mark(13, 34, "strong"),))
    lines = column(inline, 24, manner=Manner(True, every_two))
    marked = "".join(line.text[run.start:run.end] for line in lines for run in line.runs if "strong" in run.marks)

    assert marked.replace("-", "") == text[13:34]


def test_without_the_extra_or_the_language_words_stay_whole() -> None:
    """Nothing breaks where nothing is known."""
    assert manner_of(None, justify=False, hyphenate=True) == Manner()
    assert hyphens_of("xx-unknown") is None


@pytest.mark.skipif(not are_there(), reason="the extra hyphens is not installed")
def test_pyphen_breaks_english_and_german_words() -> None:
    """By the patterns of LibreOffice, two letters before the hyphen and three behind it at least."""
    for language, word in (("en-GB", "authority"), ("de", "Hafenbehörde")):
        places = hyphens_of(language)
        assert places is not None
        assert places(word)
        assert all(2 <= place <= len(word) - 3 for place in places(word))


def test_a_long_story_is_set_from_its_beginning_to_what_is_in_sight() -> None:
    """A short one in one go; a long one up to the reader's place and a screen more."""
    blocks = tuple(Paragraph("x" * 1000) for _ in range(200))
    long = Article(id="1" * 32, format="text", title="T", blocks=blocks)
    short = Article(id="1" * 32, format="text", title="T", blocks=blocks[:20])

    assert first_blocks(short, 0.0) is None
    first, middle = first_blocks(long, 0.0), first_blocks(long, 0.5)
    assert first is not None
    assert middle is not None
    assert 10 < first < middle < 200
    assert first_blocks(long, 1.0) is None
    part, whole = (typeset(AnnotatedArticle(long), 40, blocks=count) for count in (first, None))
    assert part == whole[:len(part)]
