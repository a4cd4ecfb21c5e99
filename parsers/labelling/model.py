"""The story model: how likely each fragment of a page belongs to its story.

Boosted trees on the columns of features.py and relations.py, trained by tests/benchmarks/train_labeller.py; its card
is data/README.md. Rules alone lose the pages whose makers named everything unlike anybody else; the model weighs what
the rules see against what pages of other sites turned out to be. It looks twice: the second time it knows its own
first impression of the fragment's neighbours and kin. On HTML the first look is without the rules' verdicts, so that a
page they misread can be put right; on text, where little but the rules tells one line from another, it has them.
"""

from functools import cache
from importlib import resources

import msgspec

from parsers.fragment import Stated
from parsers.labelling import features, relations, survey
from parsers.labelling.forest import Forest, Rows, predict
from parsers.labelling.rules import Reading


class Model(msgspec.Struct):
    """What the file holds."""

    roles: list[str]
    places: list[str]
    shapes: list[str]
    names: dict[str, dict[str, int]]
    """How much a class name speaks for the story (positive) or against it, "own" or "around" a fragment."""
    forests: dict[str, Forest]
    """By look: "text_first", "text_second", "html_first", "html_second"."""


@cache
def load() -> Model:
    """The model that ships with the package; read once, in a few milliseconds."""
    packed = resources.files("parsers.labelling").joinpath("data/story.json").read_bytes()
    return msgspec.json.decode(packed, type=Model)


def chances(read: Reading, stated: Stated) -> list[int]:
    """For each fragment of a page how likely it belongs to the story's body, in percent."""
    model = load()
    page = survey.of(read.looks, read.labels)
    columns = features.first_sight(page, read.title, stated, model.names)
    rules = relations.rules_view(page, read.labels, read.run, read.first, read.end)
    kind = "html" if page.is_html else "text"
    rows = Rows(page.asked)
    impression = predict(model.forests[f"{kind}_first"], columns if page.is_html else columns | rules, rows)
    seen = relations.second_sight(page, columns, impression)
    return page.spread(predict(model.forests[f"{kind}_second"], columns | rules | seen, rows))
