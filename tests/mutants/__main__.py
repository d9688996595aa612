"""Mutation testing of the core: python -m tests.mutants [--all] [--only NAME].

Changes one thing in one function at a time, runs the tests that reach that function,
and counts the changes that no test notices. Only tests on made data run. Of all such
mutants a fixed sample is tried, some of every function (`sample.py`); ``--all`` tries
every one, which takes hours. Exit status 1 if fewer than `LEAST` of 100 are noticed,
2 if mutmut itself fails.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.mutants.sample import choose_sample
from tests.mutants.score import (
    LEAST,
    pick_results,
    read_results,
    score_of,
    write_table,
)

ROOT = Path(__file__).parents[2]
# What is changed, and which tests should notice.
TARGETS = {
    "timeline": ("maps/timeline/*.py", "tests/maps/timeline"),
    "slicing": ("maps/slicing/*.py", "tests/maps/slicing"),
    "joins": ("maps/joins/*.py", "tests/maps/joins"),
    "labels": ("maps/labels/*.py", "tests/maps/labels"),
    "headlines": ("maps/content/headlines.py", "tests/maps/content/test_headlines.py"),
    "tree_shaking": (
        "maps/assets/vendor/tree_shaking.py",
        "tests/maps/assets/vendor/test_tree_shaking.py",
    ),
}  # fmt: skip
SAMPLE = 400  # mutants of a short run, of about 4,100: 25 minutes on two cores
# Writes the mutants and tries none, which mutmut's command line cannot.
MAKE = """
import sys
from pathlib import Path

from mutmut import __main__ as mutmut

if __name__ == "__main__":
    Path("mutants").mkdir(exist_ok=True)
    mutmut.copy_src_dir()
    mutmut.copy_also_copy_files()
    mutmut.setup_source_paths()
    mutmut.create_mutants(max_children=int(sys.argv[1]))
"""
WORKERS = str(os.cpu_count() or 1)
FOLDERS = ("events", "geodata", "maps")
CONFIG = """
[tool.pytest.ini_options]
pythonpath = ["."]
addopts = ["--import-mode=importlib", "-p", "no:cacheprovider", "-m", "not data_set"]
markers = ["browser", "build", "slow", "data_set"]

[tool.mutmut]
source_paths = ["csto_atlas"]
also_copy = ["build.py"]
only_mutate = {sources}
pytest_add_cli_args_test_selection = {tests}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="tests.mutants", description=__doc__)
    parser.add_argument("--all", action="store_true", help="all mutants, no sample")
    parser.add_argument("--only", choices=TARGETS, action="append", help="a part of it")
    parser.add_argument(
        "--keep", type=Path, help="where mutmut works, to look at later"
    )
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder) / "mutants"
        stage(place, options.only or list(TARGETS))
        names = make_mutants(place)
        chosen = names if options.all else choose_sample(names, SAMPLE)
        print(f"{len(chosen)} of {len(names)} mutants", flush=True)
        if status := run_mutmut(place, [] if options.all else chosen):
            print(f"mutmut failed with {status}", file=sys.stderr)
            return 2
        return report(place, names, chosen)


def report(place: Path, names: Sequence[str], chosen: Sequence[str]) -> int:
    """Print the scores and what no test noticed; return the exit status."""
    found = read_results(ask_mutmut(place, "results", "--all", "true"))
    results = pick_results(found, chosen)
    for name in (name for name in chosen if results[name] == "survived"):
        print(ask_mutmut(place, "show", name))
    print(write_table(results, names))
    return 0 if score_of(results.values()) >= LEAST else 1


def stage(place: Path, names: Iterable[str]) -> None:
    """Copy code and tests to where mutmut works, laid out by import name."""
    ignore = shutil.ignore_patterns("__pycache__", "node_modules")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, place / "csto_atlas" / name, ignore=ignore)
    shutil.copytree(ROOT / "tests", place / "tests", ignore=ignore)
    shutil.copy(ROOT / "build.py", place)
    sources, tests = zip(*(TARGETS[name] for name in names), strict=True)
    config = CONFIG.format(
        sources=[f"csto_atlas/{source}" for source in sources], tests=list(tests)
    )
    (place / "pyproject.toml").write_text(config, encoding="utf-8")


def make_mutants(place: Path) -> list[str]:
    """Write all mutants without trying any; return their names."""
    command = [sys.executable, "-c", MAKE, WORKERS]
    subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)
    return list(read_results(ask_mutmut(place, "results", "--all", "true")))


def run_mutmut(place: Path, names: Iterable[str]) -> int:
    """Try these mutants, or all if none is named; return the exit status."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", WORKERS, *names]
    return subprocess.run(command, cwd=place, check=False).returncode


def ask_mutmut(place: Path, *arguments: str) -> str:
    """Return what mutmut says of its results."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
