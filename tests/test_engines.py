"""Recognisers from outside: found by their entry points, mapped to our types, and refused in words."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from library import engines
from library.engines.gliner import Gliner, gliner_engine
from library.engines.spacy import Spacy, spacy_engine
from library.errors import EngineError
from parsers.article import Article
from parsers.entities import Context, annotate

TOY = '''
from parsers.entities import Found

class Toy:
    """Takes every word with a capital for an organisation."""

    name = "toy"
    languages = frozenset(["en"])

    def __init__(self, model):
        self.model = model

    def find(self, texts, context):
        found = []
        for text in texts:
            if "Trouble" in text:
                raise RuntimeError("toy is broken")
            at, spans = 0, []
            for word in text.split(" "):
                if word[:1].isupper():
                    spans.append(Found(at, at + len(word), "ORG", 0.8, self.name))
                at += len(word) + 1
            found.append(spans)
        return found

def toy_engine(model):
    if model == "broken":
        raise ValueError("no weights")
    return object() if model == "empty" else Toy(model)
'''


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A distribution with an engine, installed for one test."""
    (tmp_path / "toy_engine_for_tests.py").write_text(TOY, "utf-8")
    info = tmp_path / "toy_engine_for_tests-1.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-engine-for-tests\nVersion: 1.5\n", "utf-8")
    (info / "entry_points.txt").write_text(
        f"[{engines.GROUP}]\ntoy = toy_engine_for_tests:toy_engine\n", "utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    engines.engine.cache_clear()
    monkeypatch.delitem(sys.modules, "toy_engine_for_tests", raising=False)


@pytest.mark.usefixtures("toy")
def test_an_installed_engine_finds_the_names() -> None:
    """Through its entry point, with the steps on the document after it."""
    recogniser = engines.engine("toy:small")
    annotated = annotate(Article(id="1", format="text", title="Talks at the Zorbel and Kwint"), recogniser)

    assert [(mention.text, mention.found_by) for mention in annotated.mentions if mention.text != "Talks"] == [
        ("Zorbel", "toy"), ("Kwint", "toy"),
    ]
    assert "toy" in engines.names()


@pytest.mark.usefixtures("toy")
def test_the_engine_in_use_annotates_and_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles remember who read them; one that the engine fails at is read by the built-in recogniser."""
    monkeypatch.setattr(engines, "_chosen", "")
    engines.use("toy:small")
    good = engines.annotated(Article(id="1", format="text", title="Talks at the Zorbel and Kwint"))
    bad = engines.annotated(Article(id="2", format="text", title="Angela Merkel in Trouble"))

    assert engines.identity() == "toy:small 1.5"
    assert {mention.found_by for mention in good.mentions} == {"toy"}
    assert "toy" not in {mention.found_by for mention in bad.mentions}
    assert "Angela Merkel" in {mention.text for mention in bad.mentions}


@pytest.mark.parametrize("setting", ["", "builtin"])
def test_without_an_engine_the_built_in_one_serves(setting: str) -> None:
    """Nothing to load, nothing to note."""
    assert engines.engine(setting) is None


@pytest.mark.usefixtures("toy")
@pytest.mark.parametrize(("setting", "words"), [
    ("toi:small", "nearest that is installed is toy"),
    ("toy:broken", "does not start \\(no weights\\)"),
    ("toy:empty", "has no `find`"),
])
def test_an_engine_that_cannot_serve_says_why(setting: str, words: str) -> None:
    """Not installed, not starting, no recogniser."""
    with pytest.raises(EngineError, match=words):
        engines.engine(setting)


class ToyPipeline:
    """Stands for a spaCy pipeline: two names, one of a type that the newsreader does not have."""

    lang = "de"

    def pipe(self, texts: Iterable[str]) -> Iterable[SimpleNamespace]:
        for text in texts:
            at = text.index("Merkel")
            yield SimpleNamespace(ents=[
                SimpleNamespace(start_char=at, end_char=at + 6, label_="PER"),
                SimpleNamespace(start_char=0, end_char=3, label_="PRODUCT"),
            ])


def test_spacys_labels_become_ours() -> None:
    """PER is a person, a product is nothing we mark, and the pipeline's language is served."""
    engine = Spacy(ToyPipeline())
    annotated = annotate(Article(id="1", format="text", title="Das sagte Merkel gestern", language="de"), engine)

    assert [(m.text, m.type, m.found_by) for m in annotated.mentions] == [("Merkel", "PERSON", "spacy")]


class ToyPredictor:
    """Stands for a GLiNER model."""

    def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict[str, object]]:
        assert "organization" in labels
        return [{"start": 9, "end": 14, "label": "city", "score": 0.91, "text": text[9:14]},
                {"start": 0, "end": 5, "label": "organization", "score": 0.88, "text": text[0:5]}]


def test_gliners_words_become_our_types_with_its_scores() -> None:
    """Sorted, with the model's own confidence."""
    found = Gliner(ToyPredictor()).find(["Corva in Kitwe", " "], Context(("body", "body"), "en"))

    assert [(one.start, one.type, one.score) for one in found[0]] == [(0, "ORG", 0.88), (9, "GPE", 0.91)]
    assert found[1] == []


def test_an_engine_whose_package_is_missing_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, in a sentence."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.setitem(sys.modules, "gliner", None)
    for start, words in ((spacy_engine, "needs spaCy"), (gliner_engine, "package gliner")):
        with pytest.raises(EngineError, match=words):
            start("small")


def test_a_real_spacy_pipeline_is_read() -> None:
    """Where spaCy is installed: a pipeline made here, its entity ruler finding one name."""
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Brightleaf"}])
    texts: Sequence[str] = ["Shares in Brightleaf fell."]

    found = Spacy(pipeline).find(texts, Context(("body",), "en"))

    assert [(one.start, one.end, one.type) for one in found[0]] == [(10, 20, "ORG")]
