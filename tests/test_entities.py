"""The recogniser's conventions, each with sentences of our own, and what holds for any text at all."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.article import AnnotatedArticle, Article, Figure, Heading, ListItem, Paragraph, Table, text_of
from parsers.entities import Context, Found, annotate, spans


def found(text: str) -> set[tuple[str, str]]:
    """(mention, type) of one paragraph."""
    return {(text[start:end], kind) for start, end, kind in spans(text)}


def story(*paragraphs: str, title: str = "A day in the city", language: str | None = None) -> AnnotatedArticle:
    blocks = tuple(Paragraph(text) for text in paragraphs)
    return annotate(Article(id="1", format="text", title=title, blocks=blocks, language=language))


def entity_of(annotated: AnnotatedArticle, text: str) -> set[str]:
    """The canonical names of the entities that mentions with this text belong to."""
    names = {entity.id: entity.name for entity in annotated.entities}
    return {names[mention.entity] for mention in annotated.mentions if mention.text == text}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met Finance Minister Olena Horbenko on the stairs.", ("Olena Horbenko", "PERSON")),
        ("The award went to Dr. Kwabena Osei-Tutu.", ("Kwabena Osei-Tutu", "PERSON")),
        ("Nobody believed President-elect Marisol Quintana.", ("Marisol Quintana", "PERSON")),
        ("We spoke to the Rev. Thomas Achterberg at home.", ("Thomas Achterberg", "PERSON")),
        ("A letter from Lt. Gen. Pavel Hrubý was read.", ("Pavel Hrubý", "PERSON")),
        ("It was Deputy Prime Minister Ng Wei Ling who replied.", ("Ng Wei Ling", "PERSON")),
        ("The striker Tunde Bakare scored twice.", ("Tunde Bakare", "PERSON")),
        ("Ludovica Terranova, 34, was not hurt.", ("Ludovica Terranova", "PERSON")),
        ("It was signed by Ursula von der Heide.", ("Ursula von der Heide", "PERSON")),
        ("He quoted J.R. Whitcombe at length.", ("J.R. Whitcombe", "PERSON")),
        ("A bust of Martin Luther King, Jr. stands there.", ("Martin Luther King, Jr.", "PERSON")),
        ("They saw Georgia Brightwell win.", ("Georgia Brightwell", "PERSON")),
        ("The Barley Growers’ Association objected.", ("Barley Growers’ Association", "ORG")),
        ("FC Tarnfield lost again.", ("FC Tarnfield", "ORG")),
        ("She works at the Ministry of Health and Welfare today.", ("Ministry of Health and Welfare", "ORG")),
        ("The Port Authority of Gdansk closed the pier.", ("Port Authority of Gdansk", "ORG")),
        ("Shares of Brightwater Holdings Ltd. fell.", ("Brightwater Holdings Ltd.", "ORG")),
        ("A ruling of the Supreme Administrative Court is due.", ("Supreme Administrative Court", "ORG")),
        ("He studied at the University of Ljubljana.", ("University of Ljubljana", "ORG")),
        ("They play for Tarnfield Wanderers.", ("Tarnfield Wanderers", "ORG")),
        ("The Women’s Tennis Association agreed.", ("Women’s Tennis Association", "ORG")),
        ("The flight left Kotoka International Airport late.", ("Kotoka International Airport", "FAC")),
        ("The Blue Finch 3 pipeline leaks.", ("Blue Finch 3", "FAC")),
        ("They crossed Mount Ararat in the dark.", ("Mount Ararat", "LOC")),
        ("Fighting went on in Eastern Ukraine.", ("Eastern Ukraine", "LOC")),
        ("Trade across Latin America grew.", ("Latin America", "LOC")),
        ("Two bridges in Orange County are shut.", ("Orange County", "GPE")),
        ("People fled the village of Velkovar.", ("Velkovar", "GPE")),
        ("They live in Velkovar, Croatia.", ("Velkovar", "GPE")),
        ("Troops entered Kherson and Velkovar.", ("Velkovar", "GPE")),
        ("She opened the Nordic Energy Summit.", ("Nordic Energy Summit", "EVENT")),
        ("They flew to the Group of 20 Leaders’ Summit.", ("Group of 20 Leaders’ Summit", "EVENT")),
        ("He died in the Battle of Kursk.", ("Battle of Kursk", "EVENT")),
        ("Hurricane Ottilie moved north.", ("Hurricane Ottilie", "EVENT")),
        ("Most Norwegians agreed.", ("Norwegians", "NORP")),
        ("A Muslim family lives here.", ("Muslim", "NORP")),
        ("It was bought for $3.2 billion.", ("$3.2 billion", "MONEY")),
        ("They owe 300 million euros.", ("300 million euros", "MONEY")),
        ("A fine of Rs 500 crore was paid.", ("Rs 500 crore", "MONEY")),
        ("A ticket costs €20.", ("€20", "MONEY")),
    ],
)
def test_names_are_found_with_their_type(sentence: str, expected: tuple[str, str]) -> None:
    """A name is found whole, without its title, and with the right type."""
    assert expected in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("It was filed on 2 April 2024.", "2 April 2024"),
        ("The fair runs April 1-5 in town.", "April 1-5"),
        ("It was built by March 23, 2021.", "March 23, 2021"),
        ("Nobody has seen it since November 2021.", "November 2021"),
        ("They left on Tuesday.", "Tuesday"),
        ("The house was sold in 2019.", "2019"),
        ("It rained all through last week.", "last week"),
        ("He retired two years ago.", "two years ago"),
        ("Jazz was young in the 1920s.", "1920s"),
        ("She votes in May.", "May"),
    ],
)
def test_dates_are_found_by_their_grammar(sentence: str, date: str) -> None:
    """Days, ranges, months, years and relative dates are DATE mentions, without the article."""
    assert (date, "DATE") in found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "You may march to the sea if you will.",
        "It weighs 2019 kilograms.",
        "Nobody knows. Everything changed. Perhaps. Additionally, nothing was said.",
        "He told us that the CEO and the GDP were fine.",
        "The turkey was served on china.",
    ],
)
def test_ordinary_words_are_no_names(sentence: str) -> None:
    """A capital at the head of a sentence, a verb like a month, or a common abbreviation names nobody."""
    assert found(sentence) == set()


def test_spans_leave_out_articles_and_possessives() -> None:
    """ "the United Nations’ plan" mentions "United Nations", and France’s plan mentions "France"."""
    assert found("The United Nations’ plan, not France’s plan, was read to the Netherlands.") == {
        ("United Nations", "ORG"),
        ("France", "GPE"),
        ("Netherlands", "GPE"),
    }


def test_a_possessive_that_is_part_of_the_name_stays() -> None:
    """McDonald’s keeps its ’s, while a person called McDonald does not get one."""
    assert ("McDonald’s", "ORG") in found("He ate at McDonald’s in Lyon.")
    assert ("McDonald", "PERSON") in found("Mr. McDonald’s hat is lost.")


def test_each_half_of_a_compound_is_a_mention() -> None:
    """US-France and Norway-Sweden name two countries each; a Japan-based bank names one."""
    assert found("A US-France deal and the Norway-Sweden line helped the Japan-based bank.") == {
        ("US", "GPE"),
        ("France", "GPE"),
        ("Norway", "GPE"),
        ("Sweden", "GPE"),
        ("Japan", "GPE"),
    }


def test_two_people_joined_by_a_hyphen_are_two_mentions() -> None:
    """A headline’s "Okafor-Lindqvist talks" names both people whom the story introduces."""
    annotated = story(
        "Amara Okafor met Nils Lindqvist in Oslo.", "The Okafor-Lindqvist talks went on.", "Lindqvist left early."
    )
    assert entity_of(annotated, "Okafor") == {"Amara Okafor"}
    assert entity_of(annotated, "Lindqvist") == {"Nils Lindqvist"}


def test_known_names_with_hyphens_stay_whole() -> None:
    """A hyphen inside one name is no compound."""
    names = found("Jean-Yves Caradec flew from Guinea-Bissau across the Indo-Pacific with Kim Jong-un.")
    assert {("Jean-Yves Caradec", "PERSON"), ("Guinea-Bissau", "GPE"), ("Indo-Pacific", "LOC")} <= names
    assert ("Kim Jong-un", "PERSON") in names


def test_one_person_under_several_names_is_one_entity() -> None:
    """Full name, middle initial, surname and "Ms." name one entity, called by the fullest form."""
    annotated = story(
        "Ms. Fairweather was late.",
        "Secretary of State Helen Fairweather traveled to Lima, and Helen J. Fairweather spoke.",
        "Fairweather’s visit ended.",
        title="Fairweather Heads to Lima as Talks Begin",
    )
    people = [entity for entity in annotated.entities if entity.type == "PERSON"]
    assert [person.name for person in people] == ["Helen J. Fairweather"]
    assert people[0].id == "person:helen-j-fairweather"
    assert people[0].count == 5
    assert "Ms. Fairweather" in people[0].aliases
    assert people[0].roles == ("Secretary of State",)


def test_two_people_with_one_surname_stay_two() -> None:
    """A bare surname goes to the nearest full name before it."""
    annotated = story("Maria Holub spoke first.", "Then Petr Holub spoke.", "Holub was tired.")
    assert {entity.name for entity in annotated.entities} == {"Maria Holub", "Petr Holub"}
    assert entity_of(annotated, "Holub") == {"Petr Holub"}


def test_variants_of_a_country_are_one_entity() -> None:
    """U.S., US, USA, America and United States are one entity with one name on every page."""
    annotated = story("The U.S. and the US agreed.", "The USA is America.", "The United States waits.")
    assert [(entity.id, entity.name, entity.count) for entity in annotated.entities] == [
        ("gpe:united-states", "United States", 5)
    ]


def test_an_explained_acronym_joins_its_expansion() -> None:
    """The letters in brackets behind a name stand for it in the whole article."""
    annotated = story("The Baltic Fisheries Council (BFC) met.", "BFC members voted.")
    assert entity_of(annotated, "BFC") == {"Baltic Fisheries Council"}


def test_a_name_learnt_in_the_body_is_found_in_a_title_case_headline() -> None:
    """A headline in title case marks who the body knows, and none of its verbs."""
    annotated = story("The judge Ottoline Brandvold resigned.", title="Brandvold Quits After Long Row Over Pay Rise")
    assert [mention.text for mention in annotated.mentions if mention.field == "title"] == ["Brandvold"]


def test_a_headline_in_capitals_is_no_list_of_organisations() -> None:
    """Words that are only shouted name nobody."""
    annotated = story("It rained.", title="HEAVY RAIN FORCES THOUSANDS TO LEAVE HOMES IN FRANCE")
    assert [mention.text for mention in annotated.mentions if mention.field == "title"] == ["FRANCE"]


def test_a_surname_that_is_a_city_is_a_person_where_the_story_says_so() -> None:
    """ "Houston" after Grace Houston is she, but "in Houston" stays the city."""
    annotated = story("Singer Grace Houston arrived.", "Houston said she was glad.", "She was born in Houston, Texas.")
    types = [mention.type for mention in annotated.mentions if mention.text == "Houston"]
    assert types == ["PERSON", "GPE"]


def test_a_role_in_apposition_is_seen() -> None:
    """The office between commas behind a name is one of the entity’s roles."""
    annotated = story("Ilse Vandermolen, the Dutch foreign minister, said no.")
    assert annotated.entities[0].roles == ("Dutch foreign minister",)


def test_every_zone_but_the_credit_is_read() -> None:
    """Title, dek, headings, list items, captions and tables hold mentions; a photo credit does not."""
    article = Article(
        id="1",
        format="text",
        title="Notes from Peru",
        dek="What Chile thinks",
        blocks=(
            Figure("A market in Quito", credit="Photo by Ana Torres"),
            Heading("Meanwhile in Brazil"),
            ListItem("a boat from Uruguay"),
            Table((("Bolivia", "1"), ("x", "Paraguay"))),
        ),
    )
    mentions = annotate(article).mentions
    assert [mention.text for mention in mentions] == [
        "Peru", "Chile", "Quito", "Brazil", "Uruguay", "Bolivia", "Paraguay",
    ]  # fmt: skip
    assert [mention.block for mention in mentions] == [None, None, 0, 1, 2, 3, 3]


def test_a_foreign_text_is_marked_less_rather_than_wrongly() -> None:
    """German nouns have capitals; only known names and people behind known given names are marked."""
    annotated = story("Die Regierung in Berlin und Angela Merkel haben das Gesetz im Bundestag begrüßt.", language="de")
    assert {mention.text for mention in annotated.mentions} == {"Berlin", "Angela Merkel", "Bundestag"}


class Shouting:
    """A recogniser for tests: it takes every text whole, article and possessive included."""

    name = "shouting"
    languages = frozenset(["en"])

    def find(self, texts: list[str], context: Context) -> list[list[Found]]:
        return [[Found(0, len(text), "ORG", 1.0, self.name)] for text in texts]


def test_another_recogniser_goes_through_the_same_steps() -> None:
    """The spans of any recogniser are trimmed and resolved like those of the rules."""
    annotated = annotate(Article(id="1", format="text", title="the U.N.'s"), Shouting())  # type: ignore[arg-type]  # a list is a Sequence
    assert [(mention.text, mention.found_by) for mention in annotated.mentions] == [("U.N.", "shouting")]
    assert annotated.entities[0].name == "United Nations"


def test_a_language_that_the_recogniser_does_not_serve_goes_to_the_rules() -> None:
    """An English recogniser is not asked about a German text; the lists still know Berlin."""
    article = Article(id="1", format="text", title="Scholz trifft Macron in Berlin", language="de")
    annotated = annotate(article, Shouting())  # type: ignore[arg-type]  # a list is a Sequence
    assert {mention.found_by for mention in annotated.mentions}.isdisjoint({"shouting"})
    assert "Berlin" in {mention.text for mention in annotated.mentions}


WORDS = st.sampled_from(
    [
        *("the", "The", "Mr.", "President", "Anna", "Kowalska", "Smith", "NATO", "(NATO)", "U.S.", "France’s"),
        *("US-France", "of", "and", "Ministry", "Health", "University", "in", "said", ",", ".", "“", "”", "’s"),
        *("-", "--", "3", "2021", "May", "$5", "million", "al-Assad", "von", "der", "Leyen", "I", "II", "Jr."),
        *("\n", "É", "X", "McDonald’s", "’"),
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, st.sampled_from([None, "en", "fr"]))
def test_mentions_hold_together_for_any_text(text: str, language: str | None) -> None:
    """Mentions cut out their text, are sorted, never overlap, and add up to their entities, whatever the text."""
    article = Article(id="1", format="text", title=text, dek=text, blocks=(Paragraph(text),), language=language)
    annotated = annotate(article)
    order = {"title": 0, "dek": 1, "body": 2}
    places = [(order[mention.field], mention.start, mention.end) for mention in annotated.mentions]
    assert places == sorted(places)
    for mention in annotated.mentions:
        assert mention.text == text_of(article, mention.field, mention.block)[mention.start : mention.end] != ""
    for one, following in pairwise(places):
        assert one[0] < following[0] or one[2] <= following[1]
    counted = {entity.id: entity.count for entity in annotated.entities}
    assert len(counted) == len(annotated.entities)
    assert counted == {
        entity: sum(mention.entity == entity for mention in annotated.mentions)
        for entity in {mention.entity for mention in annotated.mentions}
    }


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_lie_inside_one_line(text: str) -> None:
    """Lines are paragraphs: no span crosses a newline, and spans are sorted and apart."""
    marked = spans(text)
    assert all("\n" not in text[start:end] and start < end for start, end, _ in marked)
    assert all(one[1] <= other[0] for one, other in pairwise(marked))


def test_a_country_owns_a_ministry_and_is_no_part_of_it() -> None:
    """"India's Foreign Ministry" is a country and a ministry; a company named in the possessive stays whole."""
    assert {("India", "GPE"), ("Foreign Ministry", "ORG")} <= found("A note from India's Foreign Ministry was read.")
    assert ("McDonald's Corporation", "ORG") in found("He sued the McDonald's Corporation twice.")


def test_a_weekday_ends_a_name() -> None:
    """Agencies leave out "on": the day behind a president is a date."""
    assert {("Horbenko", "PERSON"), ("Friday", "DATE")} <= found("President Horbenko Friday presented his plan.")


def test_particles_before_a_family_name_belong_to_it() -> None:
    """A name may begin small, in the middle of a sentence and behind "pro-"."""
    assert ("bin Laden", "PERSON") in found("On the tape, bin Laden says he is well.")
    assert ("al-Sadr", "PERSON") in found("Moqtada al-Sadr spoke. The pro-al-Sadr lawmakers walked out.")


def test_letters_that_several_bodies_bear_stand_for_none_of_them_alone() -> None:
    """Known letters are marked as an organisation; what they mean is for the article to say."""
    assert entity_of(story("The PSA said on Monday that trains would run."), "PSA") == {"PSA"}
    told = story("The Polar Survey Association (PSA) met.", "The PSA said no.")
    assert entity_of(told, "PSA") == {"Polar Survey Association"}


def test_two_joined_surnames_that_nobody_else_bears_stay_one() -> None:
    """A hyphen parts two people only where the document knows one of them."""
    joined = story("Mrs. Martinez-Schneider won the vote. Martinez-Schneider thanked the nurses.")
    assert entity_of(joined, "Martinez-Schneider")
    apart = story("Pablo Martinez and Uwe Schneider met again.", title="Martinez-Schneider talks end without a result")
    assert entity_of(apart, "Martinez") == {"Pablo Martinez"}
