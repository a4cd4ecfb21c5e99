"""The trained recogniser: its arithmetic against brute force, and what holds for any text and any weights."""

from itertools import pairwise, product
from math import exp, isclose
from pathlib import Path
from struct import pack
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.article import Article
from parsers.entities import annotate, spans
from parsers.entities.decode import best_path, probabilities
from parsers.entities.gazetteer import gazetteer
from parsers.entities.model import ZERO, Model, Packed, unpacked
from parsers.entities.recogniser import Context
from parsers.entities.rules import read
from parsers.entities.survey import Island
from parsers.entities.towns import Towns, pack_towns, towns_in
from tests.benchmarks.labelled import from_columns, from_news, labels_of

NEWS = sorted((Path(__file__).parent / "benchmarks" / "data").glob("news_labelled*.txt"))
DATA = Path(__file__).parents[1] / "parsers" / "entities" / "data"

SCORE = st.floats(-5, 5)
LABELS = 3
CHAINS = st.tuples(
    st.lists(st.lists(SCORE, min_size=LABELS, max_size=LABELS), min_size=1, max_size=4),
    st.lists(st.lists(SCORE, min_size=LABELS, max_size=LABELS), min_size=LABELS, max_size=LABELS),
)


def total(path: tuple[int, ...], scores: list[list[float]], steps: list[list[float]]) -> float:
    own = sum(row[label] for row, label in zip(scores, path, strict=True))
    return own + sum(steps[a][b] for a, b in pairwise(path))


@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_the_best_path_scores_as_high_as_any(chain: tuple[list[list[float]], list[list[float]]]) -> None:
    """No sequence of labels scores above the one that the search returns."""
    scores, steps = chain
    every = product(range(LABELS), repeat=len(scores))
    best = max(total(path, scores, steps) for path in every)
    assert isclose(total(tuple(best_path(scores, steps)), scores, steps), best, abs_tol=1e-9)


@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_probabilities_are_those_of_all_paths_added_up(chain: tuple[list[list[float]], list[list[float]]]) -> None:
    """A label's probability is the share of all sequences that hold it, each weighed by its exponential score."""
    scores, steps = chain
    weights = {path: exp(total(path, scores, steps)) for path in product(range(LABELS), repeat=len(scores))}
    whole = sum(weights.values())
    for at, row in enumerate(probabilities(scores, steps)):
        for label, probability in enumerate(row):
            share = sum(weight for path, weight in weights.items() if path[at] == label) / whole
            assert isclose(probability, share, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Shares of Brightwater Holdings fell after the Federal Reserve raised rates.", ("Federal Reserve", "ORG")),
        ("Foreign minister Ngozi Adeyemi-Clarke flew to Port Louis on Monday.", ("Ngozi Adeyemi-Clarke", "PERSON")),
        ("The bridge over the Danube was shut, officials in Bratislava said.", ("Danube", "LOC")),
        ("The bridge over the Danube was shut, officials in Bratislava said.", ("Bratislava", "GPE")),
        ("Most Norwegians agreed.", ("Norwegians", "NORP")),
        ("It cost $3 million in March 2021.", ("$3 million", "MONEY")),
        ("It cost $3 million in March 2021.", ("March 2021", "DATE")),
        ("He died in the Battle of Kursk.", ("Battle of Kursk", "EVENT")),
    ],
)
def test_the_model_tells_all_types(sentence: str, expected: tuple[str, str]) -> None:
    """Names come from the weights; dates, amounts, events and kinds of place keep coming from the rules."""
    assert expected in {(sentence[start:end], kind) for start, end, kind in spans(sentence, Model())}


def test_scores_are_probabilities() -> None:
    """Every mention says how sure the model is, above 0 and at most 1."""
    found = Model().find(["Angela Merkel met Velkovar Zhong of Q Trade in Berlin."], Context(("body",)))[0]
    assert found
    assert all(0 < one.score <= 1 for one in found)


def test_a_foreign_text_is_left_to_the_rules() -> None:
    """The weights were trained on English, so a German text gets what the rules say."""
    article = Article(id="1", format="text", title="Angela Merkel sprach in Berlin.", language="de")
    assert {one.found_by.partition(":")[0] for one in annotate(article).mentions} == {"rules"}


WORDS = st.sampled_from(
    [
        *("the", "The", "Mr.", "President", "Anna", "Kowalska", "Smith", "NATO", "(NATO)", "U.S.", "France’s"),
        *("US-France", "of", "and", "Ministry", "Health", "in", "said", ",", ".", "“", "”", "’s", "-", "3", "May"),
        *("$5", "million", "al-Assad", "von", "der", "Leyen", "II", "Jr.", "É", "X", "McDonald’s", "’", "iPhone"),
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=100, deadline=None)
@given(st.lists(ANY_TEXT, max_size=3))
def test_names_are_sorted_and_apart_for_any_texts(texts: list[str]) -> None:
    """Whatever the texts, each gets a list of names with offsets inside it, in order and without overlaps."""
    found = Model().find(texts, Context(("body",)))
    assert len(found) == len(texts)
    for text, names in zip(texts, found, strict=True):
        assert all(0 <= one.start < one.end <= len(text) for one in names)
        assert all(one.end <= other.start for one, other in pairwise(names))


def test_other_weights_can_be_handed_in() -> None:
    """A model trained elsewhere goes through the same reader: one feature here makes every "Zzyx" a person."""
    labels = ["O", "B-PER", "I-PER"]
    row = bytes([ZERO, ZERO + 100, ZERO])
    made = Packed(labels, [[0.0] * 3] * 3, 0.1, pack("<I", crc32(b"w=zzyx")), row, {})
    found = Model(unpacked(made)).find(["Nobody saw Zzyx there."], Context(("body",)))[0]
    assert [(one.start, one.end, one.type) for one in found] == [(11, 15, "PERSON")]


def test_towns_are_known_by_their_checksums() -> None:
    """A town is found under its name with and without accents, in up to three words, and ordinary words are none."""
    towns = Towns.read(*pack_towns([("Örnsköldsvik", 28), ("Feira de Santana", 600), ("Come", 70)]))
    reading = read("Come to Ornskoldsvik or Feira de Santana", Context(("body",)))
    known = towns_in(reading.tokens, Island(0, len(reading.tokens)), towns, gazetteer())
    assert known == {2: "B1t", 4: "B3T", 5: "I3T", 6: "I3T"}


def test_a_slope_makes_scores_humbler() -> None:
    """Below 1 it draws every score towards one half, and keeps their order."""
    labels = ["O", "B-PER", "I-PER"]
    row = bytes([ZERO, ZERO + 30, ZERO])
    scores = []
    for slope in (1.0, 0.7, 0.4):
        made = Packed(labels, [[0.0] * 3] * 3, 0.1, pack("<I", crc32(b"w=zzyx")), row, {}, slope=slope)
        scores.append(Model(unpacked(made)).find(["Nobody saw Zzyx there."], Context(("body",)))[0][0].score)
    assert scores[0] > scores[1] > scores[2] > 0.5


def test_the_model_is_small() -> None:
    """All that is known about names takes at most 8 MB of the wheel."""
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 8_000_000


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.name)
def test_the_labelled_news_is_well_formed(path: Path) -> None:
    """Every mark of the labelled passages closes, none is empty, and names have no white space around them."""
    passages = list(from_news(path))
    assert len(passages) > 50
    for passage in passages:
        for text, marks in zip(passage.texts, passage.spans, strict=True):
            assert "[" not in text
            assert "]" not in text
            names = [text[start:end] for start, end, _ in marks]
            assert all(name == name.strip() != "" for name in names)


def test_columns_become_running_text(tmp_path: Path) -> None:
    """Words and tags become text with spans: no space before closing marks, each sentence a document of its own."""
    import gzip

    rows = "-DOCSTART-\tO\n\nMr.\tO\nLi\tB-PER\nJun\tI-PER\n's\tO\nhat\tO\n.\tO\n\nHi\tO\n!\tO\n"
    path = tmp_path / "made_up.conll.gz"
    path.write_bytes(gzip.compress(rows.encode()))
    documents = list(from_columns(path))
    assert [document.texts for document in documents] == [["Mr. Li Jun's hat."], ["Hi!"]]
    assert documents[0].spans == [[(4, 10, "PER")]]


def test_labels_of_tokens_follow_the_spans() -> None:
    """Tokens inside a span begin or continue its tag; tags that are not asked for are O."""
    from parsers.entities.tokens import tokenise

    tokens = tokenise("Li Jun left Rome")
    labels = labels_of(tokens, [(0, 6, "PER"), (12, 16, "MISC")], frozenset(["PER"]))
    assert labels == ["B-PER", "I-PER", "O", "O"]
