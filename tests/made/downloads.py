"""Tables of a made world, read back as a spreadsheet would."""

import csv
import io

from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import write_csv
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import COUNTRIES


def name_all(dataset, places=(), countries=COUNTRIES):
    """Name everything of a data set in its languages."""
    texts = {key: Texts(key, countries) for key in dataset.meta.languages}
    return Names(dataset, dict(places), texts)


def read_rows(table):
    """Return the rows of a table as they are read from its CSV."""
    return read_csv(write_csv(table))


def read_csv(text):
    """Return the rows of a CSV file that was written with a byte order mark."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
