"""Read the texts of rows: kinds, titles, descriptions, sources."""

from __future__ import annotations

from html import unescape

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csto_atlas.events.bidi import close_directions
from csto_atlas.events.layers.cells import (
    read_code,
)
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.rows import Chunk


def read_row_texts(
    chunk: Chunk, layer: Layer, where: NDArray[np.int64]
) -> pd.DataFrame:
    """Return the texts of some rows: ``id``, ``kind``, ``title``, ``text``, ``source``.

    Parameters
    ----------
    chunk : Chunk
    layer : Layer
    where : ndarray of int, shape (n,)
        Positions of the rows in the chunk.

    Returns
    -------
    DataFrame
        A missing text is empty. Bidirectional controls are closed in each text, so that
        they do not change the direction of text after it.
    """
    kinds = {kind.code: kind.name for kind in layer.kinds}
    found = {}
    for role in ("id", "kind", "title", "text", "source"):
        columns = layer.columns.of(role)
        cells = chunk.frame[columns[0]].iloc[where] if columns else [""] * len(where)
        texts = ["" if pd.isna(cell) else read_code(cell) for cell in cells]
        if role != "id":  # texts copied from a web page may have HTML entities
            texts = [unescape(text) for text in texts]
        known = kinds if role == "kind" else {}
        found[role] = [close_directions(known.get(text, text)) for text in texts]
    return pd.DataFrame(found, dtype=object)
