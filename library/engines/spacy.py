"""spaCy as the engine: `engine = "spacy:en_core_web_sm"`, any pipeline with an entity recogniser.

    pip install spacy, and the pipeline as a package: see spaCy's page of models
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from library.engines.labels import OURS
from library.errors import EngineError
from parsers.entities import Context, Found

# spaCy's entity recogniser gives no probabilities (its transition scores are not calibrated), so every name gets this
# score: shown in full, and below the .95 from which our own model is called sure.
SCORE = 0.9


class Ent(Protocol):
    """What is used of spacy.tokens.Span."""

    start_char: int
    end_char: int
    label_: str


class Doc(Protocol):
    """What is used of spacy.tokens.Doc."""

    @property
    def ents(self) -> Sequence[Ent]: ...


class Pipeline(Protocol):
    """What is used of spacy.Language."""

    lang: str

    def pipe(self, texts: Iterable[str]) -> Iterable[Doc]: ...


class Spacy:
    """A recogniser around a pipeline; serves the language of the pipeline."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self.name = "spacy"
        self.languages = frozenset() if pipeline.lang == "xx" else frozenset([pipeline.lang])

    def find(self, texts: Sequence[str], context: Context) -> list[list[Found]]:
        return [
            [
                Found(ent.start_char, ent.end_char, OURS[ent.label_], SCORE, self.name)
                for ent in doc.ents
                if ent.label_ in OURS
            ]
            for doc in self._pipeline.pipe(texts)
        ]


def spacy_engine(model: str) -> Spacy:
    """The entry point. Raises EngineError when spaCy or the pipeline is not installed."""
    try:
        import spacy
    except ImportError as error:
        raise EngineError("The engine spacy needs spaCy: install it beside the newsreader.") from error
    if not model:
        raise EngineError('The engine spacy needs the name of a pipeline, such as "spacy:en_core_web_sm".')
    try:
        pipeline = spacy.load(model, exclude=["parser", "lemmatizer", "textcat"])
    except OSError as error:
        raise EngineError(f"spaCy has no pipeline {model}: install its package, or name its folder.") from error
    return Spacy(cast("Pipeline", pipeline))
