"""A cache of results from one build to the next, keyed by the inputs.

A function may be remembered if its result follows from its arguments, and from files of
our own that do not change while its results are kept (templates, catalogues). Arguments
are compared by their pickled bytes: whatever differs is computed again.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Stamps = tuple[tuple[str, int, int], ...]


class Memory:
    """The results of the last build.

    Results that a build does not ask for are forgotten at its end, so a memory holds no
    more than one build makes.
    """

    def __init__(self) -> None:
        self._former: dict[bytes, Any] = {}
        self._fresh: dict[bytes, Any] = {}

    def recall(self, function: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        """Return the cached result of a call; make the call if there is none."""
        name = (function.__module__, function.__qualname__)
        value = pickle.dumps((name, args, named), protocol=pickle.HIGHEST_PROTOCOL)
        key = sha256(value).digest()
        if key not in self._fresh:
            known = key in self._former
            self._fresh[key] = self._former[key] if known else function(*args, **named)
        result: R = self._fresh[key]
        return result

    def turn(self) -> None:
        """End a build: keep what it asked for, and forget the rest."""
        self._former, self._fresh = self._fresh, {}


_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def remembering(memory: Memory | None) -> Iterator[None]:
    """Keep the results of remembered functions during one build, and use former ones.

    Parameters
    ----------
    memory : Memory or None
        If the build fails, it still has the former results too. None: nothing is kept.
    """
    if memory is None:
        yield
        return
    token = _memory.set(memory)
    try:
        yield
        memory.turn()
    finally:
        _memory.reset(token)


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """Make a function whose results can be kept; its arguments must pickle.

    Nobody may change a result: the next build is given the same object.
    """

    @wraps(function)
    def recall(*args: P.args, **named: P.kwargs) -> R:
        memory = _memory.get()
        if memory is None:
            return function(*args, **named)
        return memory.recall(function, *args, **named)

    return recall


def stamp(paths: Iterable[Path]) -> Stamps:
    """Tell large files apart without reading them: path, bytes, time of last change."""
    found = ((path, path.stat()) for path in paths)
    return tuple((str(path), at.st_size, at.st_mtime_ns) for path, at in found)
