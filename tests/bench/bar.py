"""A figure beside its bar."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Bar:
    """A figure and the most that it may be.

    Attributes
    ----------
    what : str
    value, most : float
    spread : tuple of float, optional
        The lowest and the highest of the rounds that `value` is the median of.
    """

    what: str
    value: float
    most: float
    spread: tuple[float, float] | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the figure is within its bar."""
        return self.value <= self.most

    def as_json(self) -> dict[str, object]:
        """Return what is written to the file of results."""
        return {**asdict(self), "is_kept": self.is_kept}
