"""UCDP GED: events of organised violence that killed at least one person.

Source of columns and codes: Högbladh, UCDP GED Codebook (``where_prec``, ``date_prec``,
``type_of_violence``). It only gives a radius for ``where_prec`` 2: "within at maximum a
ca. 25 km radius around a known point". 3 to 7 are districts, provinces, lines, fuzzy
areas, countries, and waters or airspace, without a distance.
"""

from __future__ import annotations

from csto_atlas.events.imports.layouts import Layout, Publisher

_OFTEN = {
    "kind": ("type_of_violence",),
    "title": ("dyad_name", "conflict_name"),
    "text": ("where_description",),
    "source": ("source_article", "source_original"),
    "country": ("country",),
    "place_precision": ("where_prec",),
    "date_precision": ("date_prec",),
}
_PLACED = {"id": ("id",), "latitude": ("latitude",), "longitude": ("longitude",)}
_KILLED = {
    "low": ("low", "low_death", "low_est", "deaths_low"),
    "best": ("best", "best_death", "best_est", "deaths_best"),
    "high": ("high", "high_death", "high_est", "deaths_high"),
}
FULL = Layout(
    "UCDP GED (49 columns)",
    needed={
        **_PLACED,
        "start": ("date_start",),
        "end": ("date_end",),
        "place_precision": ("where_prec",),
        "date_precision": ("date_prec",),
        **_KILLED,
    },
    may=_OFTEN,
)
SHORT = Layout(
    "UCDP GED with year, month and day",
    needed={
        **_PLACED,
        "start.year": ("year",),
        "start.month": ("month",),
        "start.day": ("day",),
        **_KILLED,
    },
    may=_OFTEN,
)
UCDP = Publisher(
    kind="ucdp",
    layouts=(FULL, SHORT),
    name={
        "en": "Deadly events (UCDP)",
        "ar": "أحداث قاتلة (UCDP)",
        "ru": "События с погибшими (UCDP)",
    },
    licence={
        "en": "UCDP Georeferenced Event Dataset, Uppsala University, CC BY 4.0",
        "ar": "مجموعة بيانات الأحداث المكانية UCDP GED، جامعة أوبسالا، CC BY 4.0",
        "ru": "UCDP Georeferenced Event Dataset, Уппсальский университет, CC BY 4.0",
    },
    scope={
        "en": "organised violence that killed at least one person",
        "ar": "عنف منظّم أودى بحياة شخص واحد على الأقل",
        "ru": "организованное насилие, в котором погиб хотя бы один человек",
    },
    share="rows",
    scales={
        "kinds": [
            {"code": "1", "name": "State-based conflict"},
            {"code": "2", "name": "Non-state conflict"},
            {"code": "3", "name": "One-sided violence"},
        ],
        "place_precision": [
            {"code": "1", "radius_km": 0},
            {"code": "2", "radius_km": 25},
            *({"code": code, "radius_km": None} for code in "34567"),
        ],
        "date_precision": [
            {"code": "1", "is_exact": True},
            *({"code": code, "is_exact": False} for code in "2345"),
        ],
    },
    source={
        "id": "ucdp-ged",
        "kind": "research",
        "publisher": "Uppsala Conflict Data Program",
        "title": "Sundberg, Ralph, and Erik Melander. Introducing the UCDP "
        "Georeferenced Event Dataset. Journal of Peace Research 50 (4): 523-532",
        "date": "2013",
        "language": "en",
        "url": "https://ucdp.uu.se/downloads/",
        "note": {
            "en": "UCDP Georeferenced Event Dataset{version}, CC BY 4.0",
            "ar": "مجموعة بيانات الأحداث المكانية UCDP GED{version}، CC BY 4.0",
            "ru": "UCDP Georeferenced Event Dataset{version}, CC BY 4.0",
        },
    },
    remark="UCDP asks for the version of the data set as well: it is in the name of "
    "the file that was downloaded.",
)
