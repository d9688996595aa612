"""Check a release: python -m tests.release [--quick].

Builds from a clean clone, runs everything in it, and prints the table of measures.
Exit status 0 if it may be released, 1 if not.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.release.measures import (
    find_unexplained,
    read_bench,
    read_tests,
    write_table,
)
from tests.release.state import ask_git, find_problems, head, read_version

ROOT = Path(__file__).parents[2]
TARGETS = ("maps", "stills", "test", "wheel", "sbom", "proof", "bench")
QUICK = ("maps", "test")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="tests.release", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only what CI runs too")
    options = parser.parse_args(arguments)
    if problems := find_problems(ROOT, date.today()):
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    commit = head(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        ask_git(ROOT, "clone", "--quiet", "--no-local", str(ROOT), str(clone))
        ask_git(clone, "checkout", "--quiet", commit)
        output, failed = run_all(clone, QUICK if options.quick else TARGETS)
        measures = [*read_tests(output), *read_bench(clone / ".bench" / "bench.json")]
        if not failed and not options.quick:
            bring_back(clone, ROOT)
    print(write_table(measures))
    if failed:
        print(f"failed: make {failed}", file=sys.stderr)
        return 1
    document = (ROOT / "docs" / "bench.md").read_text(encoding="utf-8")
    if missed := find_unexplained(measures, document):
        print(*missed, "docs/bench.md does not say why", sep="\n", file=sys.stderr)
        return 1
    version = read_version(ROOT)
    print(f"{version} may be released: git tag v{version} {commit[:12]}")
    return 0


def bring_back(clone: Path, root: Path) -> None:
    """Take over what was written: the README's table, figures, list of components."""
    shutil.copy(clone / "README.md", root / "README.md")
    for folder in (".bench", ".release"):
        shutil.copytree(clone / folder, root / folder, dirs_exist_ok=True)


def run_all(clone: Path, targets: Sequence[str]) -> tuple[str, str]:
    """Run targets one after the other, until one fails.

    Returns
    -------
    output : str
    failed : str
        The target that failed; empty if none did.
    """
    outputs = []
    for target in targets:
        start = time.monotonic()
        done = subprocess.run(
            ["make", "--no-print-directory", target],
            cwd=clone,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        outputs.append(done.stdout)
        print(f"make {target}: {time.monotonic() - start:.0f} s", flush=True)
        if done.returncode:
            print(done.stdout, file=sys.stderr)
            return "\n".join(outputs), target
    return "\n".join(outputs), ""


if __name__ == "__main__":
    sys.exit(main())
