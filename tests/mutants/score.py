"""What mutmut found, as a table and as a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tests.mutants.sample import module_of

LEAST = 85.0  # of 100 mutants that tests must notice
# An endless loop is noticed too.
KILLED = ("killed", "timeout", "segfault", "suspicious", "caught by type check")
LEFT = ("survived", "no tests")


def read_results(output: str) -> dict[str, str]:
    """Read what became of every mutant: ``name: status`` on a line each."""
    pairs = (line.strip().rpartition(": ") for line in output.splitlines())
    return {name: status for name, _, status in pairs if "__mutmut_" in name}


def pick_results(results: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Return what became of these mutants.

    Raises
    ------
    ValueError
        If a status is not known, so that it cannot be counted wrongly: a mutant that
        was to be tried and was not is neither noticed nor left.
    """
    results = {name: results[name] for name in names}
    if unknown := set(results.values()) - {*KILLED, *LEFT}:
        raise ValueError(f"unknown status of mutants: {', '.join(sorted(unknown))}")
    return results


def score_of(statuses: Iterable[str]) -> float:
    """Return how many of 100 mutants were noticed."""
    counts = Counter(statuses)
    killed = sum(counts[status] for status in KILLED)
    return 100 * killed / counts.total()


def write_table(results: Mapping[str, str], names: Iterable[str]) -> str:
    """Write the score of each module, and of all of them.

    Parameters
    ----------
    results
        What became of the mutants that were tried.
    names
        All mutants there are: each line says of how many its own are the sample.
    """
    totals = Counter(map(module_of, names))
    modules: dict[str, list[str]] = {}
    for name, status in results.items():
        modules.setdefault(module_of(name), []).append(status)
    lines = [
        _line(module, statuses, totals[module])
        for module, statuses in sorted(modules.items())
    ]
    return "\n".join([*lines, _line("all", list(results.values()), totals.total())])


def _line(name: str, statuses: list[str], total: int) -> str:
    counts = Counter(statuses)
    left = ", ".join(f"{counts[status]} {status}" for status in LEFT if counts[status])
    found = f"{score_of(statuses):5.1f} % of {len(statuses)} killed ({total} in all)"
    return f"{name.removeprefix('csto_atlas.'):32} {found}{f'; {left}' if left else ''}"
