"""ACLED: political violence and protest, from 28 to 31 columns.

Source of columns and codes: ACLED Codebook. ``geo_precision`` 1 is a named town, 2 a
part of a region near a town, 3 a larger region; ``time_precision`` 1 is a day, 2 a
week, 3 a month. The codebook gives no distances. The Terms of Use forbid "providing,
permitting, or allowing direct access to any of ACLED's original/raw data", so the atlas
only passes on counts, not rows.
"""

from __future__ import annotations

from csto_atlas.events.imports.layouts import Layout, Publisher

COLUMNS = Layout(
    "an ACLED export",
    needed={
        "id": ("event_id_cnty",),
        "start": ("event_date",),
        "latitude": ("latitude",),
        "longitude": ("longitude",),
        "kind": ("event_type",),
        "place_precision": ("geo_precision",),
        "date_precision": ("time_precision",),
        "best": ("fatalities",),
    },
    may={
        "title": ("sub_event_type",),
        "text": ("notes",),
        "source": ("source",),
        "country": ("country",),
    },
)
ACLED = Publisher(
    kind="acled",
    layouts=(COLUMNS,),
    name={
        "en": "Political violence and protest (ACLED)",
        "ar": "العنف السياسي والاحتجاج (ACLED)",
        "ru": "Политическое насилие и протесты (ACLED)",
    },
    licence={
        "en": "Armed Conflict Location & Event Data (ACLED), acleddata.com; under its "
        "Terms of Use and Attribution Policy: raw data may not be passed on",
        "ar": "بيانات مواقع النزاعات المسلحة وأحداثها (ACLED)، acleddata.com؛ وفق شروط "
        "الاستخدام وسياسة الإسناد: لا يجوز نقل البيانات الخام إلى الغير",
        "ru": "Armed Conflict Location & Event Data (ACLED), acleddata.com; по "
        "условиям использования и политике указания источника: исходные данные "
        "передавать нельзя",
    },
    scope={
        "en": "political violence, protests and strategic developments",
        "ar": "العنف السياسي والاحتجاجات والتطورات الاستراتيجية",
        "ru": "политическое насилие, протесты и значимые события",
    },
    share="cells",
    scales={
        "place_precision": [
            {"code": "1", "radius_km": 0},
            {"code": "2", "radius_km": None},
            {"code": "3", "radius_km": None},
        ],
        "date_precision": [
            {"code": "1", "is_exact": True},
            {"code": "2", "is_exact": False},
            {"code": "3", "is_exact": False},
        ],
    },
    source={
        "id": "acled",
        "kind": "research",
        "publisher": "Armed Conflict Location & Event Data (ACLED)",
        "title": "Raleigh, Clionadh, Roudabeh Kishi, and Andrew Linke. Political "
        "instability patterns are obscured by conflict dataset scope conditions, "
        "sources, and coding choices. Humanities and Social Sciences Communications "
        "10, 74",
        "date": "2023",
        "language": "en",
        "url": "https://acleddata.com/",
        "note": {
            "en": "Data exported from ACLED; Terms of Use and Attribution Policy apply",
            "ar": "بيانات مُصدَّرة من ACLED؛ تسري عليها شروط الاستخدام وسياسة الإسناد",
            "ru": "Данные выгружены из ACLED; действуют условия использования и "
            "политика указания источника",
        },
    },
    remark="ACLED asks for the day of the export and for the filters that were chosen: "
    "add them to the note.",
)
