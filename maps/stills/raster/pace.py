"""How long each picture of a story stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LOOK_MS = 700  # to find the headline and the map again
LETTER_MS = 60  # 17 letters a second: the usual most for subtitles
CHANGE_MS = 250  # to find another state that has changed
MOST_CHANGES = 6
REST_MS = 4000  # the last picture, which says where things stand
LONGEST_MS = 90_000  # the whole story: as long as Instagram lets a film be


@dataclass(frozen=True)
class Frame:
    """A picture of a story.

    Attributes
    ----------
    tick : str
    headline : str
    states : dict of str
        State of all that the map draws, by a key of its own.
    png : bytes
    """

    tick: str
    headline: str
    states: dict[str, str]
    png: bytes


def count_changes(before: dict[str, str], after: dict[str, str]) -> int:
    """Count what has another state than before.

    Parameters
    ----------
    before, after : dict of str

    Examples
    --------
    >>> count_changes({"ARM": "member", "GEO": "none"}, {"ARM": "frozen"})
    2
    """
    return sum(after.get(key) != before.get(key) for key in {*before, *after})


def pace(frames: Sequence[Frame]) -> list[int]:
    """Return how long each picture stays, in milliseconds.

    It is the time to read a headline, and some for each thing that changes. A story
    that is too long becomes quicker throughout, but for its last picture.

    Parameters
    ----------
    frames : sequence of Frame
        In order of time.
    """
    stays = []
    states = frames[0].states
    for frame in frames:
        changes = min(count_changes(states, frame.states), MOST_CHANGES)
        stays.append(LOOK_MS + LETTER_MS * len(frame.headline) + CHANGE_MS * changes)
        states = frame.states
    stays[-1] += REST_MS
    rest = LONGEST_MS - stays[-1]
    share = min(1, rest / max(1, sum(stays[:-1])))
    return [*(round(stay * share) for stay in stays[:-1]), stays[-1]]
