"""Mutation testing of the core: python -m tests.mutants [--only NAME] [--keep DIR].

Changes one thing in one function at a time, runs the tests that reach that function,
and counts the changes that no test notices. Only tests on made data run. Exit status 1
if fewer than `LEAST` of 100 changes are noticed, 2 if mutmut itself fails.
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

from tests.mutants.score import LEAST, read_results, score_of, write_table

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
    parser.add_argument("--only", choices=TARGETS, action="append", help="a part of it")
    parser.add_argument(
        "--keep", type=Path, help="where mutmut works, to look at later"
    )
    options = parser.parse_args(arguments)
    names = options.only or list(TARGETS)
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder) / "mutants"
        stage(place, names)
        status = run_mutmut(place)
        results = read_results(ask_mutmut(place, "results", "--all", "true"))
        if status or not results:
            print(f"mutmut failed with {status}", file=sys.stderr)
            return 2
        print(write_table(results))
        survivors = [name for name, found in results.items() if found == "survived"]
        for name in survivors:
            print(ask_mutmut(place, "show", name))
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


def run_mutmut(place: Path) -> int:
    """Make and test all mutants; return the exit status."""
    workers = str(os.cpu_count() or 1)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", workers]
    return subprocess.run(command, cwd=place, check=False).returncode


def ask_mutmut(place: Path, *arguments: str) -> str:
    """Return what mutmut says of its results."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
