"""What a page says twice: the same stretch of story once for wide screens and once for narrow ones.

Style sheets show one of the copies; without them both would stand in the article, one behind the other.
"""

from collections.abc import Sequence

# A shorter stretch is a box, a refrain or a recipe's "season to taste".
LEAST_FRAGMENTS, LEAST_PROSE = 3, 40
# Fragments that differ between the copies (a picture's caption, a button) and do not end the stretch.
MOST_SKIPPED = 2


# So much of a line's beginning is looked for again in it, and so far from its start. (Of some 600 lines that open with
# the same words twice in the dumps of five corpora, four belonged to a story, and three of those are a table's.)
_OPENING, _FURTHEST = 24, 400
_LEAST_WORDS = 4


def says_twice(key: str) -> bool:
    """Whether a line, as letters and digits, opens with the same words twice: a dump prints a picture's description
    and its caption so, or a card's picture and headline."""
    at = key.find(key[:_OPENING], _OPENING, _FURTHEST) if len(key) > 2 * _OPENING else -1
    return at > 0 and key.startswith(key[:at].strip(), at) and key.count(" ", 0, at) >= _LEAST_WORDS


def find(keys: Sequence[str], prose: Sequence[int]) -> frozenset[int]:
    """The indices of fragments that repeat, in the same order, a stretch of earlier ones.

    `keys` are the fragments' texts as letters and digits, `prose` their words of prose.
    """
    said = [i for i, key in enumerate(keys) if key]
    first: dict[str, int] = {}
    out: set[int] = set()
    stretch: list[int] = []
    last = -1
    for at, i in enumerate(said):
        earlier = _earlier(keys, said, first, at, last)
        if earlier is None or (last >= 0 and not last < earlier <= last + 1 + MOST_SKIPPED):
            out |= _worthy(stretch, prose)
            stretch = []
        if earlier is not None:
            stretch.append(i)
        last = -1 if earlier is None else earlier
        first.setdefault(keys[i], at)
    return frozenset(out | _worthy(stretch, prose))


def _earlier(keys: Sequence[str], said: Sequence[int], first: dict[str, int], at: int, last: int) -> int | None:
    """Where among `said` the same text stood before: where the stretch goes on if it does, else the first time."""
    key = keys[said[at]]
    if last >= 0:
        for further in range(last + 1, min(last + 2 + MOST_SKIPPED, at)):
            if keys[said[further]] == key:
                return further
    return first.get(key)


def _worthy(stretch: Sequence[int], prose: Sequence[int]) -> set[int]:
    long = len(stretch) >= LEAST_FRAGMENTS and sum(prose[i] for i in stretch) >= LEAST_PROSE
    return set(stretch) if long else set()
