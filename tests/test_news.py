"""The small grammars of news: each reads its own kind of line, and refuses what only looks like one."""

import pytest

from parsers.article import Dateline, Role
from parsers.news import (
    boilerplate,
    breadcrumb,
    byline,
    credit,
    dateline,
    kicker,
    name,
    quantity,
    related,
    sentence,
    urls_in_text,
)


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and Tom van der Berg, Nairobi", ("Jane Roe", "Tom van der Berg")),
        ("Von Anna Martel und Lea Wagner, Nairobi", ("Anna Martel", "Lea Wagner")),
        ("Par Élise Dupont | Publié le 3 mai 2025", ("Élise Dupont",)),
        ("Por María José Núñez", ("María José Núñez",)),
        ("Written by: Seán O’Brien", ("Seán O’Brien",)),
    ],
)
def test_a_byline_gives_its_authors(text: str, authors: tuple[str, ...]) -> None:
    """Names are read up to whatever else the line says, in several languages."""
    found = byline.read(text)

    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize("text", ["by · Harbour Post", "By Harbour Post Staff", "By: The Northern Herald"])
def test_a_byline_that_names_only_a_publication_gives_no_author(text: str) -> None:
    """A source is a publisher, never an author."""
    found = byline.read(text)

    assert found is not None
    assert found.authors == ()
    assert found.publisher


@pytest.mark.parametrize(
    "text",
    [
        "By Tuesday the water had reached the second floor of the hospital.",
        "Bystanders filmed the collapse",
        "By 2030, all of them will be gone",
    ],
)
def test_a_sentence_that_opens_like_a_byline_is_none(text: str) -> None:
    """"By" begins sentences as well."""
    found = byline.read(text)

    assert found is None or (found.authors == () and found.publisher is None)


@pytest.mark.parametrize("text", ["Jane Roe", "José Ángel de la Torre", "Ngozi Okonjo-Iweala", "Dr. Li Wei"])
def test_names_of_people_have_the_shape_of_names(text: str) -> None:
    """Two to five capitalised words, particles and hyphens allowed."""
    assert name.is_person(text)


@pytest.mark.parametrize("text", ["Reuters Staff", "Associated Press", "The Daily Post", "Jane", "What he said", "A 3"])
def test_desks_and_phrases_are_no_people(text: str) -> None:
    """Agencies sign articles too."""
    assert not name.is_person(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lagos, 3 May 2025 (XYZ): Rain fell.", Dateline("Lagos", "2025-05-03", "XYZ")),
        ("TBILISI (AP) — Rain fell.", Dateline("TBILISI", None, "AP")),
        ("KYIV, Ukraine (Reuters) - Rain fell.", Dateline("KYIV, Ukraine", None, "Reuters")),
        ("HANOI, May 3, 2025 — Rain fell.", Dateline("HANOI", "2025-05-03", None)),
    ],
)
def test_datelines_give_place_date_and_agency(text: str, expected: Dateline) -> None:
    """As agencies and papers write them."""
    assert dateline.read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Asked about it: nothing.", "Update: the road is open again.", "The minister – a lawyer – declined.",
        "Rain fell.",
    ],
)
def test_a_sentence_with_a_colon_or_dash_is_no_dateline(text: str) -> None:
    """A place needs an agency, a full date or capitals to be a dateline."""
    assert dateline.read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Photo: Jane Roe/Harbour Pictures", "Jane Roe/Harbour Pictures"),
        ("Credit...Jane Roe for The Harbour Post", "Jane Roe for The Harbour Post"),
        ("© Jane Roe", "Jane Roe"),
        ("Foto: dpa", "dpa"),
        ("Jane Roe/Getty Images", "Jane Roe/Getty Images"),
    ],
)
def test_a_credit_line_gives_its_credit(text: str, expected: str) -> None:
    """Without its label."""
    assert credit.alone(text) == expected


@pytest.mark.parametrize(
    ("text", "caption", "by"),
    [
        ("The bridge at dawn. [Harbour photo by Jane Roe]", "The bridge at dawn.", "Harbour photo by Jane Roe"),
        ("The bridge at dawn. (AP Photo/Jane Roe)", "The bridge at dawn.", "AP Photo/Jane Roe"),
        ("The bridge at dawn. Jane Roe/Reuters", "The bridge at dawn.", "Jane Roe/Reuters"),
        ("The bridge at dawn. Photograph: Jane Roe", "The bridge at dawn.", "Jane Roe"),
    ],
)
def test_a_caption_is_parted_from_its_credit(text: str, caption: str, by: str) -> None:
    """In brackets, after a label, or as an agency's name at the end."""
    assert credit.split(text) == (caption, by)


def test_prose_about_an_agency_has_no_credit() -> None:
    """A story may name Reuters."""
    assert credit.split("The minister told Reuters that the bridge would open in May.") is None
    assert credit.alone("The minister spoke to Reuters on Monday.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Analysis | Asia", ("Analysis", "Asia")),
        ("Asia | Analysis", ("Analysis", "Asia")),
        ("OPINION", ("OPINION", None)),
        ("World > Asia", (None, "World")),
    ],
)
def test_kickers_and_sections_are_told_apart(text: str, expected: tuple[str | None, str | None]) -> None:
    """A kicker names the kind of piece, a section where it stands."""
    assert kicker.read(text) == expected


@pytest.mark.parametrize(
    "text", ["Das Thema könnte dich auch interessieren:", "Weitere Beiträge aus der Kolumne", "Le puede interesar"]
)
def test_boxes_of_other_stories_are_known_by_their_heads(text: str) -> None:
    """In the languages that readers paste."""
    assert related.heads_box(text)


@pytest.mark.parametrize("text", ["Bridge", "The bridge opened on Monday.", "14 May | 12:30"])
def test_other_short_lines_are_no_kickers(text: str) -> None:
    """One unknown word could be anything."""
    assert kicker.read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Also Read: Ferry crews return to work", ("Also Read", "Ferry crews return to work")),
        ("READ MORE: Ferry crews return to work", ("READ MORE", "Ferry crews return to work")),
        ("Lire aussi : Les ferries reprennent", ("Lire aussi", "Les ferries reprennent")),
        ("Lesen Sie auch: Die Fähren fahren wieder", ("Lesen Sie auch", "Die Fähren fahren wieder")),
        ("PUEDES VER: Los transbordadores vuelven", ("PUEDES VER", "Los transbordadores vuelven")),
        ("Auch lesen: Die Fähren fahren wieder", ("Auch lesen", "Die Fähren fahren wieder")),
    ],
)
def test_pointer_lines_give_group_and_title(text: str, expected: tuple[str, str]) -> None:
    """Whatever the paper calls them."""
    assert related.line(text) == expected


def test_a_sentence_that_begins_with_read_points_nowhere() -> None:
    """Only whole phrases before a colon count."""
    assert related.line("Read together, the two reports say: the bridge is safe.") is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Follow us on social", Role.SOCIAL),
        ("Sign up for our newsletter", Role.NEWSLETTER),
        ("Advertisement", Role.ADVERT),
        ("Already a subscriber? Log in", Role.PAYWALL),
        ("12 comments", Role.COMMENT),
        ("All rights reserved.", Role.LEGAL),
        ("harbour-bridge-scaled", Role.IMAGE),
        ("IMG_20250503.jpg", Role.IMAGE),
        ("We and our partners store personal data and use cookies.", Role.LEGAL),
        ("Correction: an earlier version misspelled the mayor’s name.", Role.CORRECTION),
    ],
)
def test_furniture_gives_itself_away(text: str, role: Role) -> None:
    """By whole lines, or by phrases that no reporter writes."""
    assert boilerplate.furniture(text) is role


@pytest.mark.parametrize(
    "text",
    [
        "Sign of hope as ferries return",
        "The court said cookies laid on the counter were evidence.",
        "He asked readers to share what they had seen.",
        "Long-term",
    ],
)
def test_news_is_not_furniture(text: str) -> None:
    """The same words occur in stories."""
    assert boilerplate.furniture(text) is None


def test_a_glued_breadcrumb_is_parted_at_its_seams() -> None:
    """Copying drops the separators; the headline at its end tells, quotes levelled."""
    assert breadcrumb.read("HomeWorld NewsAsiaMinister's visit ends", "Minister’s visit ends") == (
        "Home", "World News", "Asia",
    )


def test_a_headline_of_two_sentences_is_no_breadcrumb() -> None:
    """What stands before the title must be steps."""
    assert breadcrumb.read("It rained all day. Minister’s visit ends", "Minister’s visit ends") == ()


def test_an_address_glued_to_a_name_is_parted() -> None:
    """As author boxes paste."""
    assert urls_in_text.name_and_address("Jane Roehttps://harbour.example/author/jane-roe/") == (
        "Jane Roe", "https://harbour.example/author/jane-roe/",
    )
    assert urls_in_text.name_and_address("See https://harbour.example/") is None


def test_prose_is_told_by_shape_in_any_script() -> None:
    """A final stop and running words, or many characters of a script without spaces."""
    assert sentence.is_prose("The bridge was closed for repairs on Monday, officials said.")
    assert sentence.is_prose("市は月曜日に橋を閉鎖し、修理には二週間かかる見通しだと発表した。")
    assert not sentence.is_prose("Home News Sport Weather Culture More")
    assert not sentence.is_prose("Bridge closed")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("— Jane Doe (@janedoe) July 18, 2026", Role.SOCIAL),
        ("A post shared by Jane Doe (@janedoe)", Role.SOCIAL),
        ("We may earn a commission from links on this page.", Role.ADVERT),
        ("Help keep news free for everyone by giving us as little as two coins.", Role.PROMO),
        ("Do you have a question about the ferry? Email us and we will ask.", Role.PROMO),
        ("If you have any tips for our desk, please write to tips@post.example.", Role.PROMO),
        ("Hat Ihnen der Artikel gefallen? Dann unterstützen Sie uns.", Role.PROMO),
        ("She said: “If you have any doubts, ask the captain.” He had none and wrote nothing.", None),
        ("Die Reederei will die Fahrgäste unterstützen, sagte sie und bat um Hinweise.", None),
        ("___", Role.NAVIGATION),
        ("The minister said the ministry may earn money from the sale, as it did in May (and in June).", None),
    ],
)
def test_words_give_away_posts_and_appeals(text: str, role: Role | None) -> None:
    """What stands below an embedded post, and what asks for money, is told from what a reporter writes."""
    assert boilerplate.furniture(text) is role


def test_a_line_without_a_space_is_no_byline_however_long() -> None:
    """Data that got into a page's text: looking for addresses at each of its signs would take seconds."""
    line = "By Jane " + '{"amount":1080,"currency":"EUR"},' * 600
    assert byline.read(line) is None
    assert byline.bare(line) is None
    assert byline.signs(line) is None


@pytest.mark.parametrize(
    "text", ["500 g rye flour", "2 tsp salt", "1 ½ cups of milk", "½ TL Salz", "2-3 cloves garlic", "150 мл воды"]
)
def test_an_ingredient_opens_with_a_measure(text: str) -> None:
    """An amount in a kitchen's measure with something behind it is a line of a recipe."""
    assert quantity.opens(text)


@pytest.mark.parametrize(
    "text", ["500 guests came", "2 Gründe", "10 km to go", "12 July 2025", "3", "g 5 flour", "40 l", "1. Global heat"]
)
def test_other_numbers_measure_no_ingredient(text: str) -> None:
    """A number before a word that only begins like a measure, a bare measure and a date are none."""
    assert not quantity.opens(text)
