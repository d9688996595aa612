"""A data set whose every text is hostile, written as its files are."""

import csv
import re
import shutil
from io import StringIO

import yaml

import build
from tests.faults.hostile_layers import add_layers, add_sheet
from tests.faults.seeding import copy_data

CORPUS = (
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    '"><svg/onload="window.hacked = 1">',
    "' onfocus='window.hacked = 1' autofocus='",
    "</style><style>* { display: none !important }</style>",
    "</title></textarea><iframe src=javascript:parent.hacked=1></iframe>",
    "<a href='javascript:window.hacked=1' target=_blank>link</a>",
    "javascript:window.hacked=1",
    "]]> --> <!-- <![CDATA[ <?xml ?>",
    "{{ 7*7 }} {% raw %} {# note #}",
    "${window.hacked=1} `${1}` #{1} <%= 1 %>",
    "{policy} {date} {holder} {area} {length} {countries} {nothing}",
    "}; color: red; background: url(https://evil.example/x) /* */ @import 'x';",
    "\\u003cscript\\u003e \\x3c &lt;b&gt; &amp;amp; &#60;b&#62; %3Cb%3E",
    "\u202eoverride \u2066isolate \u200fmark \u061c never closed",
    "one\u2028line\u2029paragraph\u0085next",
    "__proto__ constructor toString #t=2012&select=KAZ",
    "=HYPERLINK(\"https://evil.example\") @SUM(1) +1 -1",
    "W" * 300,
    "\u0635" * 200 + "\u0300" * 40,
    "1990-2020 <b>bold</b> &nbsp; | pipe, comma; \"quote\" 'quote'",
)  # fmt: skip
LANGUAGES = {"en", "ar", "ru"}
PLAIN = {"publisher", "summary", "licence"}  # texts in one language
TEXT = re.compile("_(en|ar|ru)$")


class Hostile:
    """Gives each text another member of the corpus, with a number of its own."""

    def __init__(self, corpus=CORPUS):
        self.corpus, self.given = corpus, {}

    def text(self, where):
        if where in self.given:
            return self.given[where]
        number = len(self.given)
        # The mark tells texts apart; nothing in it can end what came before.
        hostile = self.corpus[number % len(self.corpus)]
        # A note on a map has a bound.
        text = f"{hostile[: 40 if 'note' in where else None]} z{number}z"
        self.given[where] = text
        return text

    def walk(self, value, where):
        if isinstance(value, list):
            return [self.walk(part, (*where, n)) for n, part in enumerate(value)]
        if not isinstance(value, dict):
            return value
        if value and set(value) <= LANGUAGES:
            return {key: self.form(part, (*where, key)) for key, part in value.items()}
        made = {}
        for key, part in value.items():
            is_text = isinstance(part, str) and (key in PLAIN or key == "title")
            inner = (*where, key)
            made[key] = self.text(inner) if is_text else self.walk(part, inner)
        return made

    def form(self, part, where):
        """Return the text of a language; of a counted noun, all of its forms."""
        if isinstance(part, str):
            return self.text(where)
        return {key: f"{{n}} {self.text((*where, key))}" for key in part}

    def table(self, path, texts=TEXT):
        rows = list(csv.reader(StringIO(path.read_text(encoding="utf-8"))))
        for number, row in enumerate(rows[1:], 2):
            for column, name in enumerate(rows[0]):
                if row[column] and (texts.search(name) or name in PLAIN):
                    row[column] = self.text((path.name, number, name))
        text = StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        path.write_text(text.getvalue(), encoding="utf-8")

    def left_out(self, path):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if re.match(r"\| s\d", line):
                claim = line.split("|")[1]
                reason = self.text((path.name, number)).replace("|", "\\|")
                lines[number] = f"|{claim}| {reason} |"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_hostile(folder, corpus=CORPUS, hostile=None):
    """Write a hostile data set and gazetteer; return both, and the texts by place."""
    hostile = hostile or Hostile(corpus)
    data = copy_data(folder / "data")
    # Tables of words that texts are compared with: the hostile ones have none of them.
    for words in ("publishers.csv", "glossary.yml", "superlatives.csv"):
        (data / words).unlink(missing_ok=True)
    geodata = shutil.copytree(build.GEODATA, folder / "geodata")
    for path in sorted(data.rglob("*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        content = hostile.walk(content, (path.name,))
        text = yaml.dump(content, allow_unicode=False, sort_keys=False, width=10**6)
        path.write_text(text, encoding="utf-8")
    for path in sorted(data.glob("*.csv")):
        hostile.table(path)
    hostile.left_out(data / "LEFT_OUT.md")
    hostile.table(geodata / "places.csv", re.compile("_(en|ar|ru)$|^source$|^note$"))
    add_sheet(data, hostile)
    add_layers(data, hostile)
    return data, geodata, hostile.given
