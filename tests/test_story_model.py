"""The story model that ships: it fits the code that asks it, stays small, and decides what it should."""

from collections.abc import Sequence
from importlib import resources

import pytest

from parsers.article import Role
from parsers.formats import html, text
from parsers.fragment import Fragment, Stated
from parsers.labelling import features, label, model, rules, survey, verdict
from parsers.labelling.label import Label

SENTENCE = "The council voted on Tuesday to close the bridge after engineers found new cracks in its deck."
PAGE = f"""<html><body><nav><a href=/a>World</a> <a href=/b>Sport</a></nav><article><h1>Council closes the bridge</h1>
<p>{SENTENCE}</p><p>Traffic will use the road along the river, which the town widened only last year.</p>
<p>“We had no choice,” said the mayor, who lives on the far side and will now drive an hour to work.</p></article>
<footer>© 2026 The Example</footer></body></html>"""


def ask(fragments: Sequence[Fragment], stated: Stated) -> list[int]:
    return model.chances(rules.read(fragments, stated, "en"), stated)


def test_the_model_was_trained_with_the_roles_places_and_shapes_of_today() -> None:
    """A role put between others would shift their numbers: train again (tests/benchmarks/train_labeller.py)."""
    shipped = model.load()
    assert tuple(shipped.roles) == features.ROLES
    assert tuple(shipped.places) == features.PLACES
    assert tuple(shipped.shapes) == features.SHAPES


def test_the_model_stays_small() -> None:
    """What is loaded before the first page can be read is a few hundred kilobytes."""
    file = resources.files("parsers.labelling").joinpath("data/story.json")
    assert len(file.read_bytes()) < 500_000


@pytest.mark.parametrize("fragments", [html.read(PAGE)[0], text.read(f"Council\n\n{SENTENCE}\n\n{SENTENCE}")[0]])
def test_every_fragment_gets_a_chance_in_percent(fragments: tuple[Fragment, ...]) -> None:
    """On HTML and on text, for every fragment, 0 to 100."""
    chances = ask(fragments, Stated())
    assert len(chances) == len(fragments)
    assert all(0 <= chance <= 100 for chance in chances)


def test_paragraphs_belong_to_the_story_and_menus_do_not() -> None:
    """The plainest page there is comes out right by a wide margin."""
    fragments, stated, _ = html.read(PAGE)
    chance = dict(zip((fragment.text for fragment in fragments), ask(fragments, stated), strict=True))
    assert chance[SENTENCE] > 70
    assert chance["© 2026 The Example"] < 20


def test_a_page_without_prose_is_not_asked_about() -> None:
    """A menu alone costs nothing, and nothing of it belongs to a story."""
    fragments, stated = text.read("World\nSport\nWeather\nImprint")
    read = rules.read(fragments, stated)
    page = survey.of(read.looks, read.labels)
    assert not any(page.asked)
    assert page.spread([]) == [0] * 4
    assert not label(fragments, stated).found


@pytest.mark.parametrize(
    ("role", "story", "chance", "kept"),
    [
        (Role.PARAGRAPH, True, 90, True),
        (Role.PARAGRAPH, True, verdict.SHORT_TEXT.drop_below, True),
        (Role.PARAGRAPH, True, verdict.SHORT_TEXT.drop_below - 1, False),
        (Role.OTHER_STORY, False, verdict.TEXT.keep_above, False),
        (Role.OTHER_STORY, False, verdict.TEXT.keep_above + 1, True),
        (Role.TITLE, False, 100, False),
        (Role.BYLINE, True, 100, True),
    ],
)
def test_the_model_changes_a_verdict_only_when_it_is_sure(role: Role, story: bool, chance: int, kept: bool) -> None:
    """Between the two thresholds the rules' verdict stands, and the header's fields are never taken from it."""
    fragments, stated = text.read(SENTENCE)
    looks = rules.read(fragments, stated).looks
    (after,) = verdict.weigh(looks, [Label(role, story=story)], [chance], None)
    assert after.story is kept


def test_a_short_story_keeps_what_a_long_one_loses() -> None:
    """The same doubt takes a paragraph from a long story on text and leaves it to a short one."""
    kept = {}
    for paragraphs in (1, 60):
        fragments, stated = text.read("\n\n".join([SENTENCE] * paragraphs))
        looks = rules.read(fragments, stated).looks
        labels = [Label(Role.PARAGRAPH, story=True)] * len(looks)
        chances = [verdict.SHORT_TEXT.drop_below, *[99] * (len(looks) - 1)]
        kept[paragraphs] = verdict.weigh(looks, labels, chances, None)[0].story
    assert kept == {1: True, 60: False}


def test_what_the_model_changes_says_so() -> None:
    """A reader who asks why a paragraph is missing gets the model's chance as the reason."""
    fragments, stated = text.read(SENTENCE)
    looks = rules.read(fragments, stated).looks
    (dropped,) = verdict.weigh(looks, [Label(Role.PARAGRAPH, story=True)], [12], None)
    assert dropped.reason is not None
    assert "12 % sure" in dropped.reason
