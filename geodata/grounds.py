"""The register of the prepared files, and what each is used for."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from csto_atlas.events.errors import DataError, Problem

REGISTER = "grounds.yml"


class _RegisterModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GroundFile(_RegisterModel):
    """A file that places are looked up in.

    Attributes
    ----------
    file : str
    error_km : float
        How far a border in it may be off.
    has_exclaves : bool
        Whether exclaves have to be given back to the state they belong to.
    is_cut : bool
        Whether it ends at a frame that is no box of degrees.
    """

    file: str
    error_km: float = 0.0
    has_exclaves: bool = False
    is_cut: bool = False


class DefaultFiles(_RegisterModel):
    """The files that a map is drawn from whose spec names none."""

    boundaries: str
    areas: str
    lakes: str


class Register(_RegisterModel):
    """What ``grounds.yml`` says.

    Attributes
    ----------
    grounds : tuple of GroundFile
        Finer ones first.
    outlines : tuple of str
        Files of disputed areas, finer ones first.
    default : DefaultFiles
    coast_km : float
        How far outside its state a place may lie where it is drawn coarsely.
    """

    grounds: tuple[GroundFile, ...]
    outlines: tuple[str, ...]
    default: DefaultFiles
    coast_km: float

    @property
    def coarse(self) -> tuple[GroundFile, ...]:
        """The simplified grounds: all that a data set can name is in one of them."""
        return tuple(ground for ground in self.grounds if ground.error_km)


def load_register(folder: Path) -> Register:
    """Load the register.

    Parameters
    ----------
    folder : Path
        ``geodata/data``.

    Returns
    -------
    Register

    Raises
    ------
    DataError
        With every problem of the file.
    """
    path = folder / REGISTER
    try:
        return Register.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        problems = [
            Problem(str(path), ".".join(map(str, fault["loc"])), fault["msg"])
            for fault in error.errors()
        ]
        raise DataError(problems) from None
    except (OSError, yaml.YAMLError) as error:
        raise DataError([Problem(str(path), str(error), "a YAML file")]) from error
