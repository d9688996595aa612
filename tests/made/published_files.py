"""Files of the layouts of UCDP and ACLED, with rows made up here: none is of theirs."""

import csv
import io


def listed(text):
    return text.split()


UCDP = listed("""
id relid year active_year code_status type_of_violence conflict_dset_id
conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id
side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
source_article source_office source_date source_headline source_original
where_prec where_coordinates where_description adm_1 adm_2 latitude longitude
geom_wkt priogrid_gid country country_id region event_clarity date_prec
date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown
best high low gwnoa gwnob
""")
SHORT = listed("""
id year month day country type_of_violence conflict_name side_a side_b
longitude latitude low_death best_death high_death
""")
ACLED = listed("""
event_id_cnty event_date year time_precision disorder_type event_type
sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2
interaction civilian_targeting iso region country admin1 admin2 admin3 location
latitude longitude geo_precision source source_scale notes fatalities tags
timestamp
""")
OLD_ACLED = [
    *("data_id", "iso", "event_id_cnty", "event_id_no_cnty"),
    *(name for name in ACLED[1:] if name not in
      ("disorder_type", "civilian_targeting", "iso", "tags")),
    "iso3",
]  # fmt: skip
FEWEST_ACLED = [c for c in ACLED if c not in ("admin3", "tags", "timestamp")]
ROW = {
    "id": "1", "event_id_cnty": "ARM1", "year": "2020", "month": "9", "day": "27",
    "date_start": "2020-09-27 00:00:00.000", "date_end": "2020-09-28 00:00:00.000",
    "event_date": "27 September 2020", "latitude": "40.25", "longitude": "45.5",
    "where_prec": "2", "date_prec": "1", "geo_precision": "1", "time_precision": "1",
    "type_of_violence": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
    "country": "Armenia", "dyad_name": "One - Other", "low": "1", "best": "2",
    "high": "4", "low_death": "1", "best_death": "2", "high_death": "4",
    "fatalities": "3", "notes": "A note, with a comma", "source": "A paper",
    "where_description": "Near a village", "source_article": "A report",
}  # fmt: skip


def make_file(folder, columns, *changes, name="export.csv", tags=False):
    """Write a file of a layout; each row is the one above but for its changes."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, extrasaction="ignore", restval="")
    writer.writeheader()
    if tags:
        writer.writerow(dict.fromkeys(columns[::2], "#event+code"))
    for n, change in enumerate(changes or ({},), 1):
        own = {"id": str(n), "event_id_cnty": f"ARM{n}"}
        writer.writerow({**ROW, **own, **change})
    path = folder / name
    path.write_bytes(file.getvalue().encode())
    return path
