"""What all records share."""

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import SkipJsonSchema

from csto_atlas.events.files.items import Origin


class Frozen(BaseModel):
    """What all records share: no field can be set, added or misspelt."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
    )


class Record(Frozen):
    """A record that knows where it was read."""

    origin: SkipJsonSchema[Origin]
