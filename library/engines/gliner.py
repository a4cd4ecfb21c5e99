"""GLiNER as the engine: `engine = "gliner:/models/gliner_small-v2.1"`, a folder with a model that lies ready.

    pip install gliner, and the model's folder; nothing is downloaded
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from library.errors import EngineError
from parsers.article import EntityType
from parsers.entities import Context, Found

ASKED_FOR: Mapping[str, EntityType] = {
    "person": "PERSON", "organization": "ORG", "country": "GPE", "city": "GPE", "region": "GPE", "location": "LOC",
    "nationality": "NORP", "religion": "NORP", "building": "FAC", "event": "EVENT", "date": "DATE", "money": "MONEY",
}  # fmt: skip
"""GLiNER finds what it is asked for in words; these are the words, and our types."""

# GLiNER's own default: names below are as often wrong as right (Zaratiana et al. 2023, section 4).
THRESHOLD = 0.5


class Predictor(Protocol):
    """What is used of gliner.GLiNER."""

    def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> list[dict[str, Any]]: ...


class Gliner:
    """A recogniser around a GLiNER model; serves every language."""

    def __init__(self, model: Predictor) -> None:
        self._model = model
        self.name = "gliner"
        self.languages: frozenset[str] = frozenset()

    def find(self, texts: Sequence[str], context: Context) -> list[list[Found]]:
        labels = list(ASKED_FOR)
        return [
            sorted(
                (
                    Found(one["start"], one["end"], ASKED_FOR[one["label"]], round(one["score"], 3), self.name)
                    for one in self._model.predict_entities(text, labels, threshold=THRESHOLD)
                ),
                key=lambda found: found.start,
            )
            if text.strip()
            else []
            for text in texts
        ]


def gliner_engine(model: str) -> Gliner:
    """The entry point. Raises EngineError when GLiNER or the model's folder is not there."""
    try:
        from gliner import GLiNER
    except ImportError as error:
        raise EngineError("The engine gliner needs the package gliner: install it beside the newsreader.") from error
    if not Path(model).is_dir():
        raise EngineError(f'The engine gliner needs the folder of a model ("gliner:/models/small"), not "{model}".')
    return Gliner(cast("Predictor", GLiNER.from_pretrained(model, local_files_only=True)))
