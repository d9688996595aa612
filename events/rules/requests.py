"""Rule: a call for help comes from a country of its event, of the kind request."""

from collections.abc import Iterator

from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset
from csto_atlas.events.rules.known_names import KnownNames


def odd_requests(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a request by a country outside its event, or in another kind of event."""
    for event in dataset.events:
        request = event.request
        if request and request.by not in event.countries:
            where = event.origin.at("request", "by")
            what = f"request by '{request.by}', which is no country of '{event.id}'"
            yield Problem(where, what, f"one of {', '.join(event.countries)}")
        if request and request.made and event.kind != "request":
            where = event.origin.at("kind")
            what = f"'{event.id}' has a request and is of the kind '{event.kind}'"
            yield Problem(where, what, "kind: request, or made: false in the request")
