"""Lists of members of six alliances, each as somebody might keep it in a sheet."""

import xlsxwriter

import build
from csto_atlas.events.load import load_dataset
from tests.events.sheets.conftest import REGISTER

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FOUNDERS = (
    "Benin,Burkina Faso,Ivory Coast,The Gambia,Ghana,Guinea,Guinea Bissau,Liberia,"
)
ACCESSIONS = {
    "1958-01-01": "Belgium France Germany Italy Luxembourg Netherlands",
    "1973-01-01": "Denmark Ireland UK",
    "1981-01-01": "Greece",
    "1986-01-01": "Portugal Spain",
    "1995-01-01": "Austria Finland Sweden",
    "2004-05-01": "Cyprus Czechia Estonia Hungary Latvia Lithuania Malta Poland "
    "Slovakia Slovenia",
    "2007-01-01": "Bulgaria Romania",
    "2013-07-01": "Croatia",
}
LEAGUE = """\
الأردن 22/03/1945|الإمارات العربية المتحدة 06/12/1971|البحرين 11/09/1971|تونس 01/10/1958
الجزائر 16/08/1962|جيبوتي 04/09/1977|السعودية 22/03/1945|السودان 19/01/1956
الصومال 14/02/1974|العراق 22/03/1945|عمان 29/09/1971|فلسطين 09/09/1976|قطر 11/09/1971
جزر القمر 20/11/1993|الكويت 20/07/1961|لبنان 22/03/1945|ليبيا 28/03/1953
المغرب 01/10/1958|موريتانيا 26/11/1973|اليمن 05/05/1945"""
SUSPENDED = (("مصر", "26/03/1979", "23/05/1989"), ("سوريا", "16/11/2011", "07/05/2023"))


def _league():
    yield "الدولة", "الصفة", "من", "حتى"
    for entry in LEAGUE.replace("\n", "|").split("|"):
        name, _, day = entry.rpartition(" ")
        yield name, "عضو", day.translate(ARABIC), "حتى الآن"
    for name, start, end in SUSPENDED:
        yield name, "عضو", "22/03/1945".translate(ARABIC), start.translate(ARABIC)
        yield name, "معلقة", start.translate(ARABIC), end.translate(ARABIC)
        yield name, "عضو", end.translate(ARABIC), ""


def _ecowas():
    yield "Country", "Joined", "Left (effective)"
    left = {"Mauritania": "31/12/2000"}
    left |= dict.fromkeys(("Burkina Faso", "Mali", "Niger"), "29/01/2025")
    more = "Mali,Mauritania,Niger,Nigeria,Senegal,Sierra Leone,Togo"
    for name in f"{FOUNDERS}{more}".split(","):
        yield name, "28/05/1975", left.get(name, "")
    yield "Cape Verde", "1977", ""


def _union():
    yield "Country", "Accession", "Withdrawal"
    for day, names in ACCESSIONS.items():
        for name in names.split():
            yield name, day, "2020-02-01" if name == "UK" else ""


def _asean():
    yield "State", "Member since"
    for name in ("Indonesia", "Malaysia", "Philippines", "Singapore", "Thailand"):
        yield name, "8 Aug 1967"
    yield from (("Brunei Darussalam", "7-Jan-1984"), ("Viet Nam", "28-Jul-1995"))
    yield from ((name, "23-Jul-1997") for name in ("Lao PDR", "Myanmar"))
    yield from (("Cambodia", "30-Apr-1999"), ("Timor-Leste", "26-Oct-2025"))


def _example(name):
    dataset, _ = load_dataset(build.ROOT / "examples" / name, REGISTER)
    counting = {status.id for status in dataset.statuses if status.counts}
    yield "code", "start", "left"
    for row in dataset.memberships:
        if row.organisation == name and row.status in counting:
            yield row.code, row.start.text, row.end.text if row.end else ""


# Name, rows, ending, languages, members on 31 December, and the last headline.
ALLIANCES = {
    "ecowas": (_ecowas, "xlsx", ("en",), {1975: 15, 1977: 16, 2000: 15, 2025: 12},
               "Burkina Faso, Mali and Niger leave ECOWAS"),
    "league": (_league, "csv", ("ar", "en"), {1945: 7, 1978: 21, 1979: 20, 1989: 21,
               1993: 22, 2011: 21, 2022: 21, 2023: 22}, "Syria returns to LEAGUE"),
    "eu": (_union, "tsv", ("en",), {1958: 6, 1973: 9, 1981: 10, 1986: 12, 1995: 15,
           2004: 25, 2007: 27, 2013: 28, 2020: 27}, "United Kingdom leaves EU"),
    "asean": (_asean, "html", ("en",), {1967: 5, 1984: 6, 1995: 7, 1997: 9, 1999: 10,
              2025: 11}, "Timor-Leste joins ASEAN"),
    "gcc": (lambda: _example("gcc"), "xlsx", ("en",), {1981: 6, 2025: 6}, None),
    "nato": (lambda: _example("nato"), "csv", ("en",), {1949: 12, 1955: 15, 1982: 16,
             1999: 19, 2004: 26, 2009: 28, 2017: 29, 2020: 30, 2024: 32}, None),
}  # fmt: skip


def write_list(name, folder):
    """Write the list of an alliance; return its path."""
    make, ending, *_ = ALLIANCES[name]
    rows, path = [*make()], folder / f"{name}.{ending}"
    if ending == "xlsx":
        with xlsxwriter.Workbook(path) as workbook:
            sheet = workbook.add_worksheet("Members")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    elif ending == "html":
        cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        table = "".join(f"<tr>{row}</tr>" for row in cells)
        path.write_text(f"<html><table>{table}</table></html>", encoding="utf-8")
    else:
        sign = "\t" if ending == "tsv" else ";"
        text = "".join(f"{sign.join(row)}\r\n" for row in rows)
        path.write_text(text, encoding="utf-8-sig")
    return path
