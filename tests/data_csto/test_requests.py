"""The calls for help of the record: who asked, who got troops, how long it took."""

import pytest

from csto_atlas.maps.content.help_requests import write_requests
from csto_atlas.maps.i18n.texts import Texts


@pytest.fixture(scope="module")
def calls(all_facts):
    facts = all_facts["border"]
    dataset = facts.world.dataset
    texts = Texts("en", facts.countries)
    table = write_requests(dataset.events, dataset, facts.world.findings, texts)
    return {row.event: row for row in table.rows}


def test_the_calls_that_were_made_stand_in_order_of_time(calls):
    made = [(call.by, call.date[-4:]) for call in calls.values() if call.made]
    assert made == [
        ("Kyrgyzstan", "1999"),
        ("Kyrgyzstan", "2010"),
        ("Armenia", "2020"),
        ("Armenia", "2021"),
        ("Tajikistan", "2021"),
        ("Kazakhstan", "2022"),
        ("Armenia", "2022"),
        ("Kyrgyzstan", "2022"),
    ]


def test_known_occasions_without_a_call_are_told_apart(calls):
    assert [name for name, call in calls.items() if not call.made] == [
        "belarus-no-request-2020",
        "armenia-no-appeal-2020",
        "kursk-no-request-2024",
    ]


def test_who_called_was_bound_that_day(calls):
    status = {name: call.status for name, call in calls.items() if call.made}
    assert status.pop("batken-1999") == "party to the Treaty"
    assert set(status.values()) == {"member"}


def test_the_waits_of_the_record_are_computed(calls):
    waits = {name: call.wait for name, call in calls.items() if call.wait}
    assert waits == {
        "batken-1999": "the same day",
        "kyrgyz-request-2010": "2 days",
        "armenia-letter-to-russia-2020": "the same day",
        "armenia-article-2-appeal-2021": "0–1 day",
        "kazakhstan-request-2022": "1 day",
        "armenia-article-4-appeal-2022": "the same day",
    }


def test_only_kazakhstan_got_troops(calls):
    assert [call.by for call in calls.values() if call.troops] == ["Kazakhstan"]


def test_otunbayeva_asked_and_an_article_says_bakiyev(calls):
    call = calls["kyrgyz-request-2010"]
    assert "Otunbayeva" in call.title
    assert "Bakiyev" not in call.title
    assert "Bakiyev" in call.claimed
    assert "Osh" in call.came
