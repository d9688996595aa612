"""Rules: every item cites a source, and a link leads to the publisher's own host."""

from types import SimpleNamespace

import pytest

from csto_atlas.events.rules.citations import _fault

FAULTS = {
    "an event without a source": (
        (
            "events/acts.yml",
            "  sources: [agency-1992]\n  claims",
            "  sources: []\n  claims",
        ),
        "events/acts.yml:18: event 'treaty-signed' has no source; "
        "expected the id of at least one source",
    ),
    "a figure without a source": (
        ("events/acts.yml", "sources: [agency-1992]", "sources: []"),
        "events/acts.yml:16: figure 1 of 'treaty-signed' has no source; "
        "expected the id of at least one source",
    ),
    "a contingent without a source": (
        ("deployments.csv", "عادت,daily", "عادت,  "),
        "deployments.csv:3: sources is missing; expected a value",
    ),
    "a rule of protection without a source": (
        ("dataset.yml", "[agency-1992]", "[]"),
        "dataset.yml:15: protection has no source; "
        "expected the id of at least one source",
    ),
    "a link to a copy": (
        (
            "sources.yml",
            "  language: ar\n",
            "  language: ar\n  url: https://a.example\n",
        ),
        "sources.yml:13: source 'daily' links to a copy, as it says itself; "
        "expected an http(s) address on the publisher's own host, or no url",
    ),
    "a link to a host of copies": (
        ("sources.yml", "https://agency.example", "https://web.archive.org"),
        "sources.yml:7: source 'agency-1992' links to web.archive.org, which holds "
        "copies; expected an http(s) address on the publisher's own host, or no url",
    ),
    "a link to a mirror of an encyclopaedia": (
        ("sources.yml", "The Agency", "Wikipedia"),
        "sources.yml:7: source 'agency-1992' links to agency.example, which is not "
        "Wikipedia; expected an http(s) address on the publisher's own host, or no url",
    ),
    "a link that runs": (
        ("sources.yml", "https://agency.example/treaty", "javascript:alert(1)"),
        "sources.yml:7: source 'agency-1992' links to 'javascript:alert(1)', which is "
        "no web address with a public host name in ASCII; "
        "expected an http(s) address on the publisher's own host, or no url",
    ),
}


@pytest.mark.parametrize(("change", "problem"), FAULTS.values(), ids=list(FAULTS))
def test_a_wrong_citation_is_reported_alone_with_its_line(
    folder, change, problem
) -> None:
    folder.replace(*change)
    assert folder.problems() == [problem]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://agency.example/a",
        "//agency.example/a",
        "https://localhost/a",
        "https://[::1/a",
        "https://agency.example/a b",
        "https://archive.ph/abc",
        "https://www.wikiwand.com/en/a",
        "https://agency-example.translate.goog/a",
    ],
)
def test_such_an_address_is_no_link_to_the_publisher(folder, url: str) -> None:
    folder.replace("sources.yml", "https://agency.example/treaty", f'"{url}"')
    (problem,) = folder.problems()
    assert problem.startswith("sources.yml:7: source 'agency-1992' links to ")


def test_the_publisher_of_a_copied_text_may_be_linked_on_its_own_host(folder) -> None:
    folder.replace("sources.yml", "The Agency", "Wikipedia")
    folder.replace("sources.yml", "agency.example", "ar.wikipedia.org")
    assert folder.problems() == []


@pytest.mark.parametrize(
    "url",
    [
        "https://agency.example@evil.example/",
        "http://user:word@evil.example/",
        "https://agency.example:99999/",
        "https://./",
        "https://a..b/",
        "https://-a.example/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://localhost/",
        "https://\u0430gency.example/",
        "//agency.example/",
    ],
)
def test_a_link_that_misleads_is_refused(url):
    assert _fault(make_source(), url)


@pytest.mark.parametrize(
    "url",
    [
        "https://agency.example/a?b=c#d",
        "http://agency.example:8080/",
        "https://xn--mgbh0fb.xn--kgbechtv/",
        "https://tass.ru/politika/1",
    ],
)
def test_a_plain_link_passes(url):
    assert not _fault(make_source(), url)


def make_source():
    return SimpleNamespace(publisher="Agency", note=None)
