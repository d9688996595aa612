"""Rules: every id is given once, and every name that is used exists."""

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from csto_atlas.events.errors import Problem
from csto_atlas.events.files.items import Loc, Origin
from csto_atlas.events.nearest import suggest
from csto_atlas.events.records import Dataset, Request
from csto_atlas.events.rules.known_names import KnownNames


class NamedId(NamedTuple):
    """A name that a record uses for something that is defined elsewhere."""

    kind: str
    name: str
    origin: Origin
    loc: Loc

    @property
    def where(self) -> str:
        """The line of the name."""
        return self.origin.at(*self.loc)


class KnownIds(NamedTuple):
    """The names of one kind, where they are listed, and the model they come from."""

    names: Set[str]
    listed_in: str
    model: str = ""


def repeated_ids(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an id that two records of one kind share."""
    named = (
        [("status", record.id, record.origin) for record in dataset.statuses],
        [
            ("organisation", record.id, record.origin)
            for record in dataset.organisations
        ],
        [("source", record.id, record.origin) for record in dataset.sources],
        [("event", record.id, record.origin) for record in dataset.events],
        [("movement", record.movement, record.origin) for record in dataset.movements],
        [("claim", record.claim, record.origin) for record in dataset.claims],
        [("publisher", p.publisher, p.origin) for p in dataset.publishers],
        [("layer", record.id, record.origin) for record in dataset.layers],
    )
    for group in named:
        first: dict[str, Origin] = {}
        for kind, name, origin in group:
            if name in first:
                what = f"{kind} '{name}' is defined again"
                yield Problem(str(origin), what, f"an id not used at {first[name]}")
            first.setdefault(name, origin)


def unknown_names(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a name that nothing has, with the nearest one that something has."""
    registers = _registers(dataset, known)
    for reference in _references(dataset):
        register = registers.get(reference.kind)
        if register is None or reference.name in register.names:
            continue
        if dataset.unread.isdisjoint((reference.name, register.model)):
            what = f"unknown {reference.kind} '{reference.name}'"
            expected = suggest(
                f"one of {register.listed_in}", reference.name, register.names
            )
            yield Problem(reference.where, what, expected)


def _registers(dataset: Dataset, known: KnownNames) -> dict[str, KnownIds]:
    """Return the names of each kind; a kind that is not checked has no register."""
    registers = {
        "code": KnownIds(known.codes, "geodata/data/territories.csv"),
        "place": KnownIds(known.places, "geodata/data/places.csv"),
        "area": KnownIds(known.areas, "geodata/data/areas.geojson"),
        "status": KnownIds({s.id for s in dataset.statuses}, "statuses.yml", "Status"),
        "organisation": KnownIds(
            {o.id for o in dataset.organisations}, "organisations.yml", "Organisation"
        ),
        "source": KnownIds({s.id for s in dataset.sources}, "sources.yml", "Source"),
        "claim": KnownIds({c.claim for c in dataset.claims}, "claims.csv", "Claim"),
    }
    if dataset.publishers:
        names = {p.publisher for p in dataset.publishers}
        registers["publisher"] = KnownIds(names, "publishers.csv", "PublisherName")
    if known.maps is not None:
        registers["map"] = KnownIds(known.maps, "the folder maps")
    if known.lines is not None:
        registers["line"] = KnownIds(known.lines, "geodata/data/lines.geojson")
    return registers


def _references(dataset: Dataset) -> Iterator[NamedId]:
    meta = dataset.meta
    yield NamedId("organisation", meta.organisation, meta.origin, ("organisation",))
    if meta.protection:
        loc = ("protection", "sources")
        yield from _many("source", meta.protection.sources, meta.origin, *loc)
    if meta.both_names:
        loc = ("both_names", "places")
        yield from _many("place", meta.both_names.places, meta.origin, *loc)
    for status in dataset.statuses:
        if status.part_of is not None:
            yield NamedId("status", status.part_of, status.origin, ("part_of",))
    for organisation in dataset.organisations:
        yield from _many("source", organisation.sources, organisation.origin, "sources")
    for source in dataset.sources:
        yield NamedId("publisher", source.publisher, source.origin, ("publisher",))
    for layer in dataset.layers:
        yield NamedId("source", layer.source, layer.origin, ("source",))
    for row in dataset.superlatives:
        for n, name in enumerate(row.support):
            if not name.startswith("test_"):
                yield NamedId("source", name, row.origin, ("support", n))
    for claim in dataset.claims:
        yield NamedId("source", claim.article, claim.origin, ("article",))
    for left_out in dataset.left_out:
        yield NamedId("claim", left_out.claim, left_out.origin, ("claim",))
    yield from _of_terms(dataset)
    yield from _of_contingents(dataset)
    yield from _of_events(dataset)
    yield from _of_articles(dataset)


def _of_terms(dataset: Dataset) -> Iterator[NamedId]:
    for row in dataset.memberships:
        yield NamedId("organisation", row.organisation, row.origin, ("organisation",))
        yield NamedId("status", row.status, row.origin, ("status",))
        yield NamedId("code", row.code, row.origin, ("code",))
        yield from _many("source", row.sources, row.origin, "sources")
        yield from _many("claim", row.claims, row.origin, "claims")
    for area in dataset.areas:
        yield NamedId("area", area.area, area.origin, ("area",))
        yield NamedId("code", area.code, area.origin, ("code",))
        if area.controlled_by.isupper():
            yield NamedId("code", area.controlled_by, area.origin, ("controlled_by",))
        yield from _many("source", area.sources, area.origin, "sources")
    for line in dataset.lines:
        yield NamedId("line", line.line, line.origin, ("line",))
        yield from _many("source", line.sources, line.origin, "sources")


def _of_contingents(dataset: Dataset) -> Iterator[NamedId]:
    for row in dataset.deployments:
        yield NamedId("code", row.contingent, row.origin, ("contingent",))
        yield from _many("source", row.sources, row.origin, "sources")
    for way in dataset.movements:
        yield NamedId("code", way.contingent, way.origin, ("contingent",))
        yield NamedId("place", way.from_place, way.origin, ("from_place",))
        yield NamedId("place", way.to_place, way.origin, ("to_place",))
        yield from _many("place", way.via, way.origin, "via")
        yield from _many("source", way.sources, way.origin, "sources")
    for thing in dataset.objects:
        if thing.place is not None:
            yield NamedId("place", thing.place, thing.origin, ("place",))
        yield from _many("code", thing.guards, thing.origin, "guards")
        yield from _many("source", thing.sources, thing.origin, "sources")


def _of_events(dataset: Dataset) -> Iterator[NamedId]:
    for event in dataset.events:
        if event.place is not None:
            yield NamedId("place", event.place, event.origin, ("place",))
        yield from _many("place", event.other_places, event.origin, "other_places")
        yield from _many("code", event.countries, event.origin, "countries")
        yield from _many("map", event.maps, event.origin, "maps")
        yield from _many("source", event.sources, event.origin, "sources")
        yield from _many("claim", event.claims, event.origin, "claims")
        for n, figure in enumerate(event.figures):
            loc = ("figures", n)
            if figure.side is not None:
                yield NamedId("code", figure.side, event.origin, (*loc, "side"))
            yield from _many("source", figure.sources, event.origin, *loc, "sources")
            yield from _many("claim", figure.claims, event.origin, *loc, "claims")
        if event.request:
            yield from _of_request(event.request, event.origin)


def _of_articles(dataset: Dataset) -> Iterator[NamedId]:
    for article in dataset.article:
        for loc, passage in article.passages():
            yield from _many("source", passage.sources, article.origin, *loc, "sources")
        for n, section in enumerate(article.sections):
            yield NamedId("map", section.map, article.origin, ("sections", n, "map"))


def _of_request(request: Request, origin: Origin) -> Iterator[NamedId]:
    """Yield who asked and who was asked: states by code, organisations by id."""
    yield NamedId("code", request.by, origin, ("request", "by"))
    for n, name in enumerate(request.to):
        kind = "code" if name.isupper() else "organisation"
        yield NamedId(kind, name, origin, ("request", "to", n))


def _many(
    kind: str, names: Iterable[str], origin: Origin, *loc: str | int
) -> Iterator[NamedId]:
    for n, name in enumerate(names):
        yield NamedId(kind, name, origin, (*loc, n))
