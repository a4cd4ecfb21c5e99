"""Behind the story: a last caption, the author's box, cards of other stories, and the rest of the page."""

from collections.abc import Sequence

from parsers.article import Related, Role
from parsers.fragment import Shape
from parsers.labelling import boxes, front, story
from parsers.labelling.label import Label
from parsers.labelling.look import Look
from parsers.news import byline, credit, kicker, related, urls_in_text

# A bio is at most this many fragments: name, name with address, job, two paragraphs.
BIO_LENGTH = 6
NAMED_BIO = "tells who the author is, whom the byline names"
TEASER = "another story's teaser"


def label(looks: Sequence[Look], start: int, headline: str | None) -> list[Label]:
    """Labels for the fragments from `start` to the end of the page."""
    out: dict[int, Label] = boxes.coverage(looks, start, len(looks), headline)
    i = start
    while i < len(looks):
        if i in out:
            i += 1
            continue
        if story.opens_bio(looks, i):
            i = _bio(looks, i, out)
            continue
        if looks[i].box_head:
            i = _box_lines(looks, i, out)
            continue
        at = _card(looks, i)
        if at is not None:
            i = _card_labels(looks, i, at, out)
            continue
        out[i] = _behind(looks, i, start)
        i += 1
    return _with_comments([out[i] for i in range(start, len(looks))])


def _behind(looks: Sequence[Look], i: int, start: int) -> Label:
    look = looks[i]
    text = look.fragment.text
    if (
        i - start <= 2
        and look.words >= 5
        and (credit.split(text) or (look.prose and _credit_follows(looks, i)))
    ):
        return Label(Role.CAPTION, "a picture's caption behind the story", story=True)
    if look.role is Role.CREDIT and i - start <= 3 and i > start and looks[i - 1].prose:
        return Label(Role.CREDIT, story=True)
    if credit.opens(text):
        return Label(Role.CREDIT, "the credit of another story's picture")
    pointer = related.line(text)
    if pointer:
        return Label(Role.RELATED_LINK, related=Related(title=pointer[1], url=look.link, group=pointer[0]))
    if look.role is Role.BYLINE and i - start <= 3:
        return Label(Role.BYLINE, "signed below the last paragraph", story=True)
    if look.role is Role.CORRECTION:
        return Label(Role.CORRECTION, look.reason, story=True)
    if look.role is None and look.prose and byline.is_bio(text) and i - start <= 8:
        return Label(Role.AUTHOR_BIO, "tells who the author is")
    return front.outside(look)


def _with_comments(labels: list[Label]) -> list[Label]:
    """What stands below the head of the comments is a comment, until the page's legal lines."""
    out: list[Label] = []
    commenting = False
    for label in labels:
        commenting = (commenting or label.role is Role.COMMENT) and label.role not in (Role.LEGAL, Role.RELATED_LINK)
        plain = label.role in (Role.OTHER_STORY, Role.NAVIGATION)
        out.append(Label(Role.COMMENT, "below the comments' heading") if commenting and plain else label)
    return out


def _box_lines(looks: Sequence[Look], head: int, out: dict[int, Label]) -> int:
    """Label a box of other stories' headlines that begins with its heading; the index behind it."""
    group = looks[head].fragment.text.strip(" :»›>→")
    out[head] = Label(Role.RELATED_LINK, "heads a box of other stories")
    i = head + 1
    while i < len(looks) and i not in out and (_is_box_line(looks[i]) or _is_teaser(looks, i, head)):
        if _is_box_line(looks[i]):
            title = Related(title=looks[i].fragment.text, url=looks[i].link, group=group)
            out[i] = Label(Role.RELATED_LINK, related=title)
        else:
            out[i] = Label(Role.OTHER_STORY, TEASER)
        i += 1
    return i


def _is_teaser(looks: Sequence[Look], i: int, head: int) -> bool:
    """Whether a sentence of a dump stands between two headlines of the box with that heading."""
    look = looks[i]
    if look.fragment.path or look.role is not None or not look.prose or i - 1 == head or i + 1 == len(looks):
        return False
    return _is_box_line(looks[i - 1]) and _is_box_line(looks[i + 1])


def _is_box_line(look: Look) -> bool:
    """Whether a line below a box's heading is a headline: words without a full stop, in HTML most of them a link."""
    if look.role is not None or look.box_head or not 3 <= look.words <= 30:
        return False
    if look.fragment.path and look.fragment.link_density < 0.5:
        return False
    return not look.fragment.text.endswith((".", "。")) or look.fragment.link_density > 0.5


def _credit_follows(looks: Sequence[Look], i: int) -> bool:
    behind = looks[i + 1] if i + 1 < len(looks) else None
    return behind is not None and behind.role is Role.CREDIT and behind.fragment.gap == 0


def _bio(looks: Sequence[Look], i: int, out: dict[int, Label]) -> int:
    """Label an author's box that begins at i; the index behind it."""
    prose_seen = False
    begin = i
    while i < len(looks) and i - begin < BIO_LENGTH:
        look = looks[i]
        named = urls_in_text.name_and_address(look.fragment.text) or byline.bare(look.fragment.text)
        if (
            look.role is not None
            or (prose_seen and not byline.is_bio(look.fragment.text))
            or not (named or look.prose)
        ):
            break
        prose_seen = prose_seen or look.prose
        out[i] = Label(Role.AUTHOR_BIO)
        i += 1
    return max(i, begin + 1) if begin in out else _alone(looks, begin, out)


def _alone(looks: Sequence[Look], i: int, out: dict[int, Label]) -> int:
    out[i] = front.outside(looks[i])
    return i + 1


def _card(looks: Sequence[Look], i: int) -> int | None:
    """The index of the headline of a card that begins at i; None when none begins here."""
    look = looks[i]
    if story.is_headline_like(look) and story.card_headline(looks, i) == i:
        return i
    picture = look.role in (Role.CREDIT, Role.IMAGE, Role.CAPTION) or credit.opens(look.fragment.text)
    return story.card_headline(looks, i + 1) if picture else None


def _card_labels(looks: Sequence[Look], i: int, headline: int, out: dict[int, Label]) -> int:
    for j in range(i, headline):
        out[j] = _behind(looks, j, j - 99)
    look = looks[headline]
    out[headline] = Label(
        Role.RELATED_LINK,
        "another story's headline",
        related=Related(title=look.fragment.text, url=look.link),
    )
    i = headline + 1
    while (
        i < len(looks)
        and looks[i].role is None
        and (looks[i].prose or kicker.might_be_section(looks[i].fragment.text))
    ):
        teaser = looks[i].prose and looks[i].fragment.shape is not Shape.HEADING
        if not teaser and i + 1 < len(looks) and not looks[i + 1].prose:
            break
        out[i] = Label(
            Role.OTHER_STORY if teaser else Role.SECTION,
            TEASER if teaser else "another story's section",
        )
        i += 1
    return i
