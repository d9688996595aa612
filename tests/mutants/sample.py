"""Which mutants a short run tries: some of every function, the same on every run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256


def choose_sample(names: Iterable[str], size: int) -> list[str]:
    """Choose about `size` mutants: one of every function, one share of each module.

    The order of choice is that of a hash of the name: a mutant more or less changes
    nothing about the others, and no kind of change is preferred.

    Parameters
    ----------
    names
        All mutants as mutmut names them, ``module.x_function__mutmut_number``.
    size
        How many to choose. A module of many short functions takes more than its share,
        since every function has one.
    """
    everything = sorted(set(names), key=_draw)
    share = min(1, size / max(1, len(everything)))
    chosen: set[str] = set()
    for members in _group(everything, module_of).values():
        first = [of_one[0] for of_one in _group(members, function_of).values()]
        others = [name for name in members if name not in set(first)]
        wanted = round(share * len(members)) - len(first)
        chosen |= {*first, *others[: max(0, wanted)]}
    return sorted(chosen)


def function_of(name: str) -> str:
    """Return the function that a mutant changes, with its module."""
    return name.rpartition("__mutmut_")[0]


def module_of(name: str) -> str:
    """Return the module that a mutant changes."""
    return function_of(name).rpartition(".")[0]


def _group(names: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[key(name)].append(name)
    return groups


def _draw(name: str) -> bytes:
    return sha256(name.encode()).digest()
