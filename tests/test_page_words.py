"""The built pages as a copy desk reads them: three languages, all maps."""

import re

import pytest

from csto_atlas.events.rules.glossary import compile_forms, find_forms
from tests.conftest import LANGUAGES
from tests.page_words import find_faults, read_page

FAULTS = {
    "two full stops": ("ru", "<p>Он улетел..</p>", "two full stops: 'Он улетел..'"),
    "two full stops in two elements": (
        "ar", "<p><b>غادرت.</b>. ثم</p>", "two full stops: 'غادرت.. ثم'",
    ),
    "a Latin comma in Arabic": (
        "ar", "<p>أرمينيا, عضو</p>", "a Latin comma: 'أرمينيا, عضو'",
    ),
    "a Latin comma that the script writes": (
        "ar",
        '<script id="payload">{"list": "واحدة, اثنتان"}</script>',
        "a Latin comma: 'واحدة, اثنتان'",
    ),
    "brackets in brackets": (
        "en",
        "<p>4 (so NV (Ukraine))</p>",
        "brackets in brackets: '4 (so NV (Ukraine))'",
    ),
    "an isolated number": (
        "ar", '<b dir="ltr">≈ 1100–1500</b>', "dir=ltr around a number: '≈ 1100–1500'",
    ),
    "a counted noun in Arabic": (
        "ar", "<p>500 فرداً</p>", "a counted noun: '500 فرداً', not 'فرد'",
    ),
    "a counted noun behind a decimal": (
        "ar", "<p>12.7 كيلومتراً</p>", "a counted noun: '12.7 كيلومتراً', not 'كيلومتر'",
    ),
    "a counted noun in Russian": (
        "ru", "<p>21 погибших</p>", "a counted noun: '21 погибших', not 'погибший'",
    ),
    "a counted noun in English": (
        "en", "<p>1 days</p>", "a counted noun: '1 days', not 'day'",
    ),
    "a value that runs into its speaker": (
        "en",
        '<ul class="figures"><li><b>225</b> Kazakhstan',
        "a value and its speaker run together: '<li><b>225</b> Kazakhstan'",
    ),
    "a publisher in Latin letters": (
        "ar",
        "<p><bdi>TASS</bdi>: خبر</p>",
        "a Latin publisher: 'TASS', not 'تاس' in 'TASS'",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "html", "fault"), FAULTS.values(), ids=list(FAULTS)
)
def test_a_fault_of_each_kind_is_found(language, html, fault):
    assert find_faults(html, language, [("TASS", "تاس")]) == [fault]


RIGHT = {
    "an ellipsis": ("en", "<p>So it was... and is</p>"),
    "a headline as it was published": ("ar", "<p><cite>عاجل.. خبر, ثم خبر</cite></p>"),
    "a text of another language": ("ar", '<p lang="en">TASS, 1 days..</p>'),
    "an address": ("ar", '<a dir="ltr">sources2.csv</a>'),
    "a value with a colon": (
        "en", '<ul class="figures"><li><b>225</b> – Kazakhstan</li></ul>',
    ),
    "brackets beside each other": ("en", "<p>Sev Lich (Black Lake) (0.4 km)</p>"),
    "nouns that agree": ("ar", "<p>108 رحلات، 5 أفراد، 12 فرداً، 2030 فرداً</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("language", "html"), RIGHT.values(), ids=list(RIGHT))
def test_what_is_right_is_no_fault(language, html):
    assert find_faults(html, language, [("TASS", "تاس")]) == []


@pytest.fixture(scope="module")
def dataset(all_facts):
    return all_facts["membership"].world.dataset


def list_publishers(dataset, language):
    """List the publishers with a name of their own in a language."""
    pairs = ((row.publisher, row.name[language]) for row in dataset.publishers)
    return [(latin, name) for latin, name in pairs if name != latin]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_built_page_has_a_fault(atlas, dataset, language):
    publishers = list_publishers(dataset, language) if language != "en" else []
    pages = [*(atlas / language).glob("*.html"), atlas / "index.html"]
    faults = {p.name: find_faults(p.read_text(), language, publishers) for p in pages}
    assert faults == {page.name: [] for page in pages}
    assert len(pages) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_still_has_a_fault(atlas, language):
    for still in sorted((atlas / "stills" / language).glob("*.svg")):
        texts = re.findall("<text.*?</text>", still.read_text(), re.DOTALL)
        assert texts
        assert find_faults("".join(f"<p>{t}</p>" for t in texts), language) == [], still


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_keep_to_the_glossary_in_their_own_words_too(atlas, dataset, language):
    forms = compile_forms(dataset.glossary)[language]
    for page in (atlas / language).glob("*.html"):
        runs = read_page(page.read_text())
        text = "".join(r.text for r in runs if r.get("lang") in (None, language))
        assert [found.form for found in find_forms(text, forms)] == [], page
