"""Rule: a call for help comes from a country of its event, and is one."""


def test_who_asks_is_a_country_of_the_event(folder) -> None:
    folder.replace("events/calls.yml", "by: ARM", "by: AZE")
    assert folder.problems() == [
        "events/calls.yml:21: request by 'AZE', which is no country of 'call'; "
        "expected one of ARM"
    ]


def test_an_event_with_a_request_is_one(folder) -> None:
    folder.replace("events/calls.yml", "kind: request", "kind: statement")
    assert folder.problems() == [
        "events/calls.yml:2: 'call' has a request and is of the kind 'statement'; "
        "expected kind: request, or made: false in the request"
    ]


def test_a_request_that_was_never_made_may_be_in_any_event(folder) -> None:
    folder.replace("events/calls.yml", "kind: request", "kind: statement")
    folder.replace("events/calls.yml", "    to:", "    made: false\n    to:")
    assert folder.problems() == []


def test_a_call_without_article_and_dated_answer_is_a_call(folder) -> None:
    folder.replace("events/calls.yml", "    article: 4\n", "")
    folder.replace("events/calls.yml", '    answered: "2001-01-06"\n', "")
    assert folder.problems() == []


def test_an_article_is_a_number_from_one(folder) -> None:
    folder.replace("events/calls.yml", "article: 4", "article: 0")
    assert folder.problems() == [
        "events/calls.yml:23: bad request article '0'; "
        "expected greater than or equal to 1"
    ]
