"""Whether the tree is one that may be released: its version, CHANGELOG and commits."""

from __future__ import annotations

import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path

HEADING = re.compile(r"## (\d+\.\d+\.\d+) \((\d{4}-\d\d-\d\d)\)$")
PARTS = ("### Maps", "### Data", "### Fixes")


def read_version(root: Path) -> str:
    """Return the version that pyproject.toml has."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["project"]["version"]


def find_problems(root: Path, today: date) -> list[str]:
    """List what stands against a release.

    Parameters
    ----------
    root : Path
        A working tree of git.
    today : datetime.date

    Returns
    -------
    list of str
        ``file:line: what; expected what`` for all that is wrong.
    """
    version = read_version(root)
    problems = check_changelog((root / "CHANGELOG.md").read_text(), version, today)
    if changed := ask_git(root, "status", "--porcelain"):
        count = len(changed.splitlines())
        problems.append(f"{count} files not committed; expected a clean tree")
    tagged = ask_git(root, "tag", "--list", f"v{version}", "--format=%(objectname)")
    if tagged and ask_git(root, "rev-list", "-n1", f"v{version}") != head(root):
        problems.append(f"pyproject.toml: v{version} is another commit; expected a new"
                        " version")  # fmt: skip
    return problems


def check_changelog(text: str, version: str, today: date) -> list[str]:
    """List what is wrong with the newest sections of the CHANGELOG."""
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines) if line.startswith("## ")]
    problems = []

    def complain(index: int, what: str) -> None:
        problems.append(f"CHANGELOG.md:{index + 1}: {what}")

    if heads and lines[heads[0]] == "## Unreleased":
        first, *heads = heads
        end = heads[0] if heads else len(lines)
        if any(line.startswith("- ") for line in lines[first:end]):
            complain(first, "changes not released; expected them under a version")
    match = HEADING.match(lines[heads[0]]) if heads else None
    if not match:
        at = heads[0] if heads else len(lines) - 1
        complain(at, "no version; expected ## 1.2.3 (2026-01-31)")
        return problems
    named, day = match.groups()
    if named != version:
        complain(heads[0], f"version {named}; expected {version} as in pyproject.toml")
    if date.fromisoformat(day) > today:
        complain(heads[0], f"{day} is still to come; expected {today} or before")
    end = heads[1] if len(heads) > 1 else len(lines)
    for index in range(heads[0], end):
        line = lines[index]
        if line.startswith("### ") and line not in PARTS:
            complain(index, f"{line[4:]!r}; expected Maps, Data or Fixes")
    if not any(line.startswith("- ") for line in lines[heads[0] : end]):
        complain(heads[0], "nothing is said; expected what changed")
    return problems


def head(root: Path) -> str:
    """Return the commit that is checked out."""
    return ask_git(root, "rev-parse", "HEAD")


def ask_git(root: Path, *arguments: str) -> str:
    """Return what git answers."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(
        command, check=True, capture_output=True, text=True
    ).stdout.strip()
