"""What a preview shows at the moment, for many requests and one builder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from threading import Condition


@dataclass(frozen=True)
class Shown:
    """A build as it is served.

    Attributes
    ----------
    files : mapping of bytes
        Contents by path relative to the output; empty before the first good build.
    version : str
        Tells builds apart: the same files have the same version.
    problems : tuple of str
        What is wrong with the data since that build.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    version: str = ""
    problems: tuple[str, ...] = ()


class Preview:
    """The build that is shown, and a way to wait for the next."""

    def __init__(self) -> None:
        self.shown = Shown()
        self.is_over = False
        self._changed = Condition()

    def show(self, files: Mapping[str, str | bytes]) -> None:
        """Show a new build."""
        contents = {
            name: text.encode("utf-8") if isinstance(text, str) else text
            for name, text in files.items()
        }
        digest = sha256()
        for name in sorted(contents):
            digest.update(f"{name}\0{len(contents[name])}\0".encode())
            digest.update(contents[name])
        self._turn(Shown(contents, digest.hexdigest()[:16]))

    def complain(self, problems: Iterable[str]) -> None:
        """Keep the last good build, and say why there is no new one."""
        self._turn(replace(self.shown, problems=tuple(problems)))

    def close(self) -> None:
        """Wake every thread that waits."""
        self.is_over = True
        self._turn(self.shown)

    def wait(self, seen: Shown, seconds: float) -> Shown:
        """Wait until something newer than what was seen is shown, and return it.

        Parameters
        ----------
        seen : Shown
        seconds : float
            How long to wait at the most.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self.is_over or self.shown is not seen, seconds
            )
            return self.shown

    def _turn(self, shown: Shown) -> None:
        with self._changed:
            self.shown = shown
            self._changed.notify_all()
