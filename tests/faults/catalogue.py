# ruff: noqa: E501
"""The catalogue of faults: what a person may get wrong, and what the build says.

A row is a file of the data set, what stands in it, what stands there instead, and what is
said of it. It must be said of the line that the new text begins on, or of the one where
it has a HERE. New rows need no other change.
"""

from typing import NamedTuple

HERE = "\N{BLACK RIGHT-POINTING POINTER}"
END = ""  # the end of the file


class Fault(NamedTuple):
    """One mistake in one place of a file."""

    file: str
    find: str
    put: str
    says: str


class Ruin(NamedTuple):
    """A whole file that is no good: what it holds, None if it is gone."""

    file: str
    content: bytes | None
    line: int
    says: str


# fmt: off
# Those of one part can all be told at once.
FAULTS = {
    # Names that nothing has, with the nearest one.
    "names": [
        Fault("memberships.csv", "csto,RUS,signatory", "csto,RSU,signatory", "unknown code 'RSU'; expected one of geodata/data/territories.csv"),
        Fault("memberships.csv", "csto,RUS,party", "csto,RUS,partty", "unknown status 'partty' … nearest: 'party'"),
        Fault("memberships.csv", "cis,RUS,full-member", "ics,RUS,full-member", "unknown organisation 'ics'"),
        Fault("memberships.csv", "consultant-parus-ua-2010-12-10,", "consultant-parus-ua-2010-12-11,", "unknown source 'consultant-parus-ua-2010-12-11'"),
        Fault("areas.csv", "crimea,disputed,UKR,RUS", "crimea,disputed,UKR,RUZ", "unknown code 'RUZ'"),
        Fault("areas.csv", "south-ossetia,disputed", "south-osetia,disputed", "unknown area 'south-osetia' … nearest: 'south-ossetia'"),
        Fault("lines.csv", "oblast-1991,1991,", "oblast-1992,1991,", "unknown line 'oblast-1992' … nearest: 'oblast-1991'"),
        Fault("deployments.csv", "KGZ,arriving,2022-01-07", "KZG,arriving,2022-01-07", "unknown code 'KZG'"),
        Fault("objects.csv", "chpp2,chpp2,KGZ", "chpp2,chp2,KGZ", "unknown place 'chp2' … nearest: 'chpp2'"),
        Fault("objects.csv", "zhetygen-airfield,zhetygen,BLR", "zhetygen-airfield,zhetygen,BRL", "unknown code 'BRL'"),
        Fault("movements.csv", "blr-out,BLR,out,air,umli,", "blr-out,BLR,out,air,umil,", "unknown place 'umil' … nearest: 'umli'"),
        Fault("claims.csv", "s1-airport-seized,alaraby", "s1-airport-seized,alarabi", "unknown source 'alarabi' … nearest: 'alaraby'"),
        Fault("superlatives.csv", "menafn-dushanbetoday-2025-11-27", "menafn-dushanbetoday-2025-11-28", "unknown source 'menafn-dushanbetoday-2025-11-28'"),
        Fault("LEFT_OUT.md", "| s1-massimov |", "| s1-masimov |", "unknown claim 's1-masimov'"),
        Fault("dataset.yml", "organisation: csto", "organisation: csot", "unknown organisation 'csot'"),
        Fault("dataset.yml", "sources: [csto-2012-04-23, pavlodar-com]", "sources: [csto-2012-04-24, pavlodar-com]", "unknown source 'csto-2012-04-24'"),
        Fault("events/border.yml", "place: karki", "place: karky", "unknown place 'karky' … nearest: 'karki'"),
        Fault("events/border.yml", "[barkhudarli, sofulu, yukhari-askipara]", "[barkhudarli, sofula, yukhari-askipara]", "unknown place 'sofula'"),
        Fault("events/requests.yml", "maps: [border, membership]", "maps: [boarder, membership]", "unknown map 'boarder' … nearest: 'border'"),
        Fault("events/requests.yml", "to: [RUS, csto]", "to: [RUS, csta]", "unknown organisation 'csta'"),
        Fault("events/requests.yml", "by: KGZ", "by: KGX", "unknown code 'KGX'"),
        Fault("events/kazakhstan-2022.yml", "countries: [KAZ]", "countries: [KZA]", "unknown code 'KZA'"),
        Fault("article.yml", "- map: membership", "- map: memberships", "unknown map 'memberships' … nearest: 'membership'"),
        Fault("article.yml", "sources: [anews-2022-01-07,", "sources: [anews-2022-01-09,", "unknown source 'anews-2022-01-09'"),
        Fault("maps/border.yml", "lakes: caucasus_lakes.geojson", "lakes: caucasus_laks.geojson", "unknown file 'caucasus_laks.geojson' … nearest: 'caucasus_lakes.geojson'"),
        Fault("maps/almaty.yml", "areas: areas.geojson", "areas: area.geojson", "unknown file 'area.geojson' … nearest: 'areas.geojson'"),
        Fault("maps/border.yml", "towns: [yerevan,", "towns: [yervan,", "unknown place 'yervan' … nearest: 'yerevan'"),
        Fault("maps/border.yml", "figures: border-length", "figures: border-lenght", "unknown event 'border-lenght' … nearest: 'border-length'"),
        Fault("maps/membership.yml", "overlays: [cis,", "overlays: [ciss,", "unknown organisation 'ciss' … nearest: 'cis'"),
        Fault("maps/membership.yml", "  suspended: {", "  suspendid: {", "unknown status 'suspendid' … nearest: 'suspended'"),
    ],
    # Dates that are none, or cannot be.
    "dates": [
        Fault("article.yml", 'at: "1999"', 'at: "1399"', "'1399' is no step of the map 'membership'"),
        Fault("memberships.csv", "1992-05-15,1994-04-20,high,Signed the Treaty in Tashkent", "1992-05-32,1994-04-20,high,Signed the Treaty in Tashkent", "bad date '1992-05-32'"),
        Fault("memberships.csv", "csto,BLR,signatory,1993-12-31,1994-04-20", "csto,BLR,signatory,1993-12-31,1993-04-20", "end '1993-04-20' is not after start '1993-12-31'"),
        Fault("memberships.csv", "csto,UZB,lapsed,1999-04-20,", "csto,UZB,lapsed,1999-03-20,", "is 'lapsed' from 1999-03-20 while 'party'"),
        Fault("memberships.csv", "csto,SRB,assembly-observer,2013,", "csto,SRB,assembly-observer,2031,", "2031"),
        Fault("areas.csv", "artsvashen,disputed,ARM,AZE,,,,1992-08-08", "artsvashen,disputed,ARM,AZE,,,,8.8.1992", "bad date '8.8.1992'"),
        Fault("deployments.csv", "BLR,deployed,2022-01-07", "BLR,deployed,2022-01-06", "while 'arriving'"),
        Fault("events/border.yml", 'date: "1992-08-08"', 'date: "08/08/1992"', "bad date '08/08/1992'"),
        Fault("events/acts.yml", 'date: "1992-05-15"', 'date: "2092-05-15"', "2092-05-15"),
        Fault("events/requests.yml", 'answered: "2010-06-14"', 'answered: "14 June"', "bad date '14 June'"),
        Fault("sources.yml", 'date: "2021-04-30"', 'date: "2021-04-31"', "bad date '2021-04-31'"),
        Fault("maps/almaty.yml", 'default: "2022-01-09"', 'default: "2022-01-29"', "is no step of the timeline"),
        Fault("maps/border.yml", 'timeline:\n  - {from: "1991", to: "2019"', 'timeline:\n  - {from: "1991", to: "2020"', "timeline segments overlap"),
    ],
    # Values of the wrong kind.
    "values": [
        Fault("memberships.csv", "2006-06-23,2012-06-28,low", "2006-06-23,2012-06-28,lwo", "unknown certainty 'lwo' … nearest: 'low'"),
        Fault("areas.csv", "kosovo,disputed", "kosovo,dispute", "unknown status 'dispute' … nearest: 'disputed'"),
        Fault("deployments.csv", "KGZ,preparing", "KGZ,prepared", "unknown state 'prepared'"),
        Fault("movements.csv", "kgz-home,KGZ,home,road", "kgz-home,KGZ,home,train", "unknown mode 'train'"),
        Fault("events/border.yml", "kind: incident", "kind: incidents", "unknown kind 'incidents' … nearest: 'incident'"),
        Fault("events/summits.yml", "rank: ", "rank: 1", "bad rank"),
        Fault("sources.yml", "  kind: agency", "  kind: agancy", "unknown kind 'agancy' … nearest: 'agency'"),
        Fault("events/exercises.yml", "certainty: ", "certainty: very ", "unknown certainty"),
        Fault("statuses.yml", "counts: true\n  protected: true", f"counts: true\n{HERE}  protected: maybe", "bad protected 'maybe'; expected true or false"),
        Fault("statuses.yml", 'en: {one: "{n} signatory"', 'en: {several: "{n} signatory"', "unknown counted en 'several'"),
        Fault("statuses.yml", 'counted:\n    en: {one: "{n} party to the Treaty", other: ', 'counted:\n    en: {one: "{n} party to the Treaty", many: ', "counted has no 'other' in 'en'"),
        Fault("events/requests.yml", "troops: false", "troops: none", "bad request troops 'none'; expected true or false"),
        Fault("maps/almaty.yml", "unit: 0.2", "unit: -0.2", "is no length"),
        Fault("maps/almaty.yml", "tells: contingents", "tells: contingent", "unknown tells 'contingent' … nearest: 'contingents'"),
        Fault("maps/membership.yml", "frame: [-3550, -2000, 6100, 6550]", "frame: [6100, -2000, -3550, 6550]", "frame is empty"),
        Fault("maps/membership.yml", "frame: [-3550, -2000, 6100, 6550]", "frame: [-3550, -2000, 6100]", "frame 4 is missing"),
        Fault("maps/border.yml", "+proj=lcc +lat_1=39", "+proj=lambert +lat_1=39", "is not known"),
    ],
    # Texts, links and citations.
    "texts": [
        Fault("organisations.yml", 'ru: "ОДКБ"}', '}', "short has no 'ru'; expected a text in en, ar, ru"),
        Fault("events/statements.yml", "sources: [", "sources: [] # [", "has no source"),
        Fault("sources.yml", 'url: "https://24.kg/', 'url: "javascript:alert(1)//', "which is no web address"),
        Fault("sources.yml", 'url: "https://adilet.zan.kz/', 'url: "https://web.archive.org/', "web.archive.org, which holds copies"),
    ],
    # Fields, keys and the shape of a file.
    "fields and ids": [
        Fault("events/acts.yml", "headline:", "headlin:", "unknown field 'headlin' … nearest: 'headline'"),
        Fault("claims.csv", "s0-no-combat,altareeq,", "s0-no-combat,altareeq,more,", "cells in the row: 4; expected 3"),
        Fault("claims.csv", "s0-stability-quickly,altareeq", "s0-no-combats,altareeq", "claim 's0-no-combats' is nowhere"),
        Fault("claims.csv", "s2-chair-one-year,aljazeera", "s2-hq-moscow,aljazeera", "claim 's2-hq-moscow' is defined again"),
        Fault("LEFT_OUT.md", "| s1-russians-20-percent |", "| |", "| claim | reason |"),
        Fault("movements.csv", "rus-home-chkalovsky-16,", "rus-home-chkalovsky-15,", "movement 'rus-home-chkalovsky-15' is defined again"),
        Fault("sources.yml", "- id: adilet-zan-kz-1999-12-30", "- id: abc-az-2009-02-09", "source 'abc-az-2009-02-09' is defined again"),
        Fault("sources.yml", "- id: tass-2012-12-19", "- id: TASS 2012", "bad id 'TASS 2012'; expected lower-case words joined by hyphens"),
        Fault("organisations.yml", "- id: ots", "- id: guam", "organisation 'guam' is defined again"),
        Fault("events/organisations.yml", "title:\n", "title: a text\n  texts:\n", "bad title 'a text'; expected one text for each language"),
        Fault("publishers.csv", "\nHetq,Hetq,", f"\n{HERE}Hetq,", "cells in the row: 3; expected 4"),
        Fault("glossary.yml", '- term: "one of the five articles"\n  language: en', f'- term: "one of the five articles"\n{HERE}  langage: en', "unknown field 'langage' … nearest: 'language'"),
        Fault("article.yml", "  - map: almaty", f"  - map: almaty\n{HERE}    mop: almaty", "unknown field 'sections 1 mop'"),
    ],
    # What YAML allows, and we do not.
    "yaml": [
        Fault("statuses.yml", "- id: party", "- id: &party party", "the anchor &party"),
        Fault("statuses.yml", "  counts: true\n  protected", "  counts: !!bool true\n  protected", "the tag"),
        Fault("organisations.yml", "sources: [nato-2024-03-08]", "sources: *eaeu", "the alias *eaeu"),
        Fault("sources.yml", "  kind: agency\n  publisher: \"TASS\"\n  title: \"CSTO confirms", "  kind: agency\n  publisher: \"TASS\"\n"+HERE+"  publisher: \"TASS\"\n  title: \"CSTO confirms", "'publisher' a second time"),
        Fault("events/statements.yml", END, "\n---\n- more\n", "a second document"),
        Fault("events/organisations.yml", END, "\n- just a text\n", "not a mapping"),
    ],
    # What cannot be read hides what else is wrong there.
    "not yaml": [
        Fault("events/exercises.yml", "\n    ar: ", f"\n{HERE}    ar ", "malformed YAML"),
    ],
    "dataset": [
        Fault("dataset.yml", 'as_of: "2026-03-11"', 'as_of: "11 March 2026"', "bad as_of '11 March 2026'; expected a day such as 2026-03-11"),
        Fault("dataset.yml", "licence: CC BY 4.0", "licenze: CC BY 4.0", "unknown field 'licenze' … nearest: 'licence'"),
        Fault("dataset.yml", "organisation: csto", "organisation: [csto]", "bad organisation (a list); expected text"),
    ],
    # What stands in one record and does not go together.
    "records": [
        Fault("movements.csv", "zhetygen,umli,,2022-01-14", "zhetygen,umli,,2022-02-14", "is on no day on which BLR is leaving"),
        Fault("events/border.yml", '    - value: {en: "139 to 140 km²", ar: "بين 139 و140 كيلومتراً مربعاً", ru: "от 139 до 140 кв. км"}\n      by: {en: "Armenian officials", ar: "مسؤولون أرمن", ru: "официальные лица Армении"}\n      measure: square-km\n      low: 139\n      high: 140', '    - value: {en: "139 to 140 km²", ar: "بين 139 و140 كيلومتراً مربعاً", ru: "от 139 до 140 кв. км"}\n      by: {en: "Armenian officials", ar: "مسؤولون أرمن", ru: "официальные лица Армении"}\n      measure: square-km\n      low: 1390\n      high: 140', "low 1390 is above high 140; expected low <= high"),
        # Facts that their sources, figures or points do not bear out.
        Fault("events/border.yml", "certainty: medium\n  announced: true\n", f"certainty: medium\n{HERE}", "the sources end on 2023-11-03, and the fact is of 2024-01-01"),
        Fault("events/border.yml", "certainty: high\n  sources: [massis-post-2024-10-25, massis-post-2024-08-30, trt-world-2024-08-30]", "certainty: high\n  sources: [massis-post-2024-10-25, massis-post-2024-08-30]", "certainty 'high' with one publisher, Massis Post"),
        Fault("events/border.yml", 'en: "Azerbaijani forces took Artsvashen', 'en: "Azerbaijani forces will take Artsvashen', "title has 'will', which tells the future"),
        Fault("events/border.yml", "Azerbaijan attacked along Armenia's eastern border for two days,", "Azerbaijan lost 79 soldiers in two days,", "title gives 79, which another figure disputes"),
        Fault("events/border.yml", 'en: "Baku said that arms', 'en: "On 1 April 2026 Baku said that arms', "which is after 2026-03-11"),
        Fault("events/acts.yml", "sources: [president-of-russia-2002-10-07, zakonpravo-kz-2003-07-01]", "sources: [narodinfo-ru-ria-2008-03-28]", "only sources of the kind copy"),
        Fault("events/acts.yml", 'ar: "المعاهدة تدخل حيز التنفيذ', 'ar: "المعاهدة تدخل حيز النفاذ', "'حيز النفاذ' in"),
        Fault("events/border.yml", "Azerbaijan took Shusha (Shushi)", "Azerbaijan took Shusha", "both names until"),
        Fault("events/kazakhstan-2022.yml", 'en: "The first protests over the price of liquefied gas broke out in Zhanaozen', 'en: "The first protests over the price of liquefied gas broke out in Zhanaozan', "as places.csv has it"),
        Fault("events/border.yml", "place: tavush-gazakh", "place: berdavan", "is exactly at 'berdavan', which its texts do not name"),
        Fault("events/border.yml", "place: eastern-gegharkunik", "place: vardenis", "'vardenis' is 16.9 km from the border"),
        Fault("events/border.yml", "      low: 996\n", "      low: -996\n", "bad figures"),
        Fault("areas.csv", "abkhaz-authorities,the Abkhaz authorities,", "abkhaz-authorities,,", "controller has no 'en'"),
        Fault("events/summits.yml", 'title:\n    en: "', f'title:\n{HERE}    en: "\\x07', "control character U+0007"),
        Fault("events/acts.yml", 'en: "', 'en: " " #', "headline en is empty; expected words"),
        Fault("lines.csv", "Border of the autonomous oblast of 1991,", ",", "name has no 'en'"),
        Fault("areas.csv", "artsvashen,disputed,ARM,AZE,,,,", "artsvashen,disputed,ARM,azeri-forces,,,,", "controller of 'artsvashen' is missing"),
        Fault("events/kazakhstan-2022.yml", "rank: 1", "rank: 4", "bad rank '4'; expected less than or equal to 3"),
        Fault("movements.csv", "tjk-out,TJK,out,air", "tjk-out,TJK,over,air", "unknown direction 'over'"),
        Fault("maps/almaty.yml", "colour: weak", "colour: red", "unknown states member colour 'red'"),
    ],
}
RUINS = [
    Ruin("dataset.yml", None, 1, "no such file"),
    Ruin("statuses.yml", None, 1, "no such file"),
    Ruin("organisations.yml", None, 1, "no such file"),
    Ruin("sources.yml", None, 1, "no such file"),
    Ruin("memberships.csv", None, 1, "no such file"),
    Ruin("sources.yml", b"", 1, "the file is empty"),
    Ruin("memberships.csv", b"code,status\r\n", 1, "no column 'organisation'"),
    Ruin("areas.csv", b"", 1, "the file is empty"),
    Ruin("areas.csv", "area;status\n".encode("utf-16"), 1, "looks like UTF-16"),
    Ruin("claims.csv", b"claim,article,summary\na,b,caf\xe9\n", 2, "byte 0xe9 (byte 8 of the line) is not UTF-8"),
    Ruin("objects.csv", b"PK\x03\x04\0\0", 1, "is no text"),
    Ruin("events/acts.yml", b"- id: a\n  title: 'open\n", 2, "malformed YAML"),
    Ruin("events/acts.yml", b"id: a\n", 1, "the file is not a list"),
    Ruin("article.yml", b"- a\n", 1, "the file is not a mapping"),
    Ruin("article.yml", b"[" * 100_000, 1, "nested more than 12 deep"),
    Ruin("LEFT_OUT.md", b"nothing\n", 1, "no table"),
    Ruin("maps/border.yml", b"id: other\n", 1, "is missing"),
    Ruin("maps/border.yml", b"\tid: border\n", 1, "malformed YAML"),
]
# fmt: on
