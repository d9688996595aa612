"""A layer of a few events, in a data set made in a folder."""

import csv
import io

RECORD = """\
id: seen
name: {en: Seen, ar: مرئي}
covers: {en: Clashes in two valleys, ar: اشتباكات}
licence: {en: CC BY 4.0, ar: CC BY 4.0}
source: daily
file: seen.csv
columns:
  id: number
  start: from
  end: to
  latitude: lat
  longitude: lon
  kind: type
  title: what
  place_precision: where
  date_precision: when
  low: low
  best: best
  high: high
kinds: [{code: "1", name: Fighting}]
place_precision:
  - {code: "1", radius_km: 0}
  - {code: "2", radius_km: 25}
  - {code: "3"}
date_precision: [{code: "1", is_exact: true}, {code: "2", is_exact: false}]
"""
HEADER = (
    *("number", "from", "to", "lat", "lon", "type", "what", "where", "when"),
    *("low", "best", "high", "not read"),
)
ROW = {
    "number": "1", "from": "1992-05-15", "to": "1992-05-16", "lat": "40.5",
    "lon": "45.25", "type": "1", "what": "A clash", "where": "1", "when": "1",
    "low": "0", "best": "2", "high": "5", "not read": "=1+1",
}  # fmt: skip


def write_rows(*changes):
    """Write rows as CSV, each the one above but for its changes."""
    file = io.StringIO()
    writer = csv.DictWriter(file, HEADER, lineterminator="\n")
    writer.writeheader()
    for number, change in enumerate(changes, 1):
        writer.writerow({**ROW, "number": str(number), **change})
    return file.getvalue()


def add_layer(folder, *changes, record=RECORD):
    """Put the layer into a folder with a data set."""
    folder.write("layers/seen.yml", record)
    folder.write("layers/seen.csv", write_rows(*(changes or ({},))))
    return folder
