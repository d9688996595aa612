"""How well a data set is cited, counted."""

from csto_atlas.events.citation_counts import count_figures, count_rows


def test_rows_are_counted_with_their_publishers_and_kinds(folder) -> None:
    count = count_rows(folder.load())
    assert (count.total, count.cited, count.by_two) == (10, 10, 1)
    assert count.by_kind == {"press": 9, "primary": 2}


def test_figures_are_counted_by_themselves(folder) -> None:
    count = count_figures(folder.load())
    assert (count.total, count.cited, count.by_two, count.claims) == (2, 2, 0, 0)
    assert count.by_kind == {"primary": 1, "press": 1}


def test_two_texts_of_one_publisher_are_one(folder) -> None:
    folder.replace("sources.yml", "The Daily", "The Agency")
    assert count_rows(folder.load()).by_two == 0


def test_what_only_an_article_gives_is_a_claim(folder) -> None:
    folder.replace("sources.yml", "kind: press", "kind: article")
    assert count_figures(folder.load()).claims == 1


def test_what_has_no_source_is_not_cited(folder) -> None:
    folder.replace("events/acts.yml", "sources: [agency-1992]", "sources: []")
    count = count_figures(folder.load())
    assert (count.total, count.cited) == (2, 1)
