"""No text of a data set turns the words of the atlas that stand behind it."""

import csv
import re
from io import StringIO

import pytest

import build
from csto_atlas.events.bidi import close_directions

OPEN = "\u202e\u2067"
FEW = 2
TEXT = re.compile(r'(?<=\b(?:en|ar): ")')


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """Build what `new` writes, with every quoted text of it begun by an override."""
    folder = tmp_path_factory.mktemp("turned")
    data, out = folder / "data", folder / "dist"
    assert build.main(["new", str(data)]) == 0
    for path in data.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(TEXT.sub(OPEN, text), encoding="utf-8")
    site = ["--site-url", "https://maps.example.org/"]
    assert build.main(["--data", str(data), "--out", str(out), *site]) == 0
    return out


def read_texts(path):
    """Return the texts of a file, each as its reader shows it by itself."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        return [cell for row in csv.reader(StringIO(text)) for cell in row]
    return re.findall(r">[^<]+<|\"[^\"]*\"", text)


@pytest.mark.parametrize("kind", ["html", "svg", "json", "csv"])
def test_every_text_of_every_file_closes_what_it_opens(out, kind):
    texts = [text for path in out.rglob(f"*.{kind}") for text in read_texts(path)]
    turned = [text for text in texts if OPEN[0] in text]
    assert len(turned) >= FEW
    assert [text for text in turned if close_directions(text) != text] == []
