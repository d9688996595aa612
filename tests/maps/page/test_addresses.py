import pytest

import build
from csto_atlas.maps.page.addresses import Site, read_site


def test_without_an_address_nothing_has_one():
    assert Site().at("en/border.html") == ""
    assert Site().preview("stills/en/border-2022-09.svg") == ""


def test_a_preview_is_the_picture_of_a_still():
    site = read_site("https://maps.example.org")
    assert site.preview("a.svg") == "https://maps.example.org/a.png"


@pytest.mark.parametrize(
    "text", ["maps.example.org", "ftp://a.org", "https://", "https://a.org/?b", "/maps",
             'https://a.org/"><script>', "https://a.org/#b", "javascript:alert(1)"]
)  # fmt: skip
def test_what_is_no_address_of_a_folder_is_refused(text, capsys):
    with pytest.raises(ValueError, match=r"address|folder"):
        read_site(text)
    with pytest.raises(SystemExit) as stopped:
        build.main(["--site-url", text])
    assert stopped.value.code == 2
    assert "--site-url" in capsys.readouterr().err
