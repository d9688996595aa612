import subprocess
from datetime import date

import pytest

from tests.release.state import check_changelog, find_problems

TODAY = date(2026, 5, 4)
GOOD = """# Changelog

## Unreleased

## 1.2.0 (2026-05-04)

### Maps
- A map.

## 1.1.0 (2026-01-01)

### Data
- A row.
"""


def git(folder, *arguments):
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)


@pytest.fixture
def tree(tmp_path):
    """Make a tree that may be released."""
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(GOOD)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def test_a_clean_tree_with_its_version_may_be_released(tree):
    assert find_problems(tree, TODAY) == []
    git(tree, "tag", "v1.2.0")
    assert find_problems(tree, TODAY) == []


def test_what_is_not_committed_and_a_used_version_are_told(tree):
    git(tree, "tag", "v1.2.0")
    git(tree, "commit", "--quiet", "--allow-empty", "--message", "Go on")
    (tree / "more.txt").write_text("more")
    assert find_problems(tree, TODAY) == [
        "1 files not committed; expected a clean tree",
        "pyproject.toml: v1.2.0 is another commit; expected a new version",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("## Unreleased", "## Unreleased\n- A change.",
         "CHANGELOG.md:3: changes not released; expected them under a version"),
        ("## 1.2.0 (2026-05-04)", "## 1.2.1 (2026-05-04)",
         "CHANGELOG.md:5: version 1.2.1; expected 1.2.0 as in pyproject.toml"),
        ("## 1.2.0 (2026-05-04)", "## Version two",
         "CHANGELOG.md:5: no version; expected ## 1.2.3 (2026-01-31)"),
        ("(2026-05-04)", "(2026-05-05)",
         "CHANGELOG.md:5: 2026-05-05 is still to come; expected 2026-05-04 or before"),
        ("### Maps", "### Added",
         "CHANGELOG.md:7: 'Added'; expected Maps, Data or Fixes"),
        ("- A map.", "", "CHANGELOG.md:5: nothing is said; expected what changed"),
    ],
)  # fmt: skip
def test_a_wrong_changelog_is_told_with_its_line(old, new, problem):
    assert old in GOOD
    assert check_changelog(GOOD.replace(old, new, 1), "1.2.0", TODAY) == [problem]


def test_a_changelog_without_a_version_is_told():
    text = "# Changelog\n\n## Unreleased\n"
    (problem,) = check_changelog(text, "1.2.0", TODAY)
    assert problem == "CHANGELOG.md:3: no version; expected ## 1.2.3 (2026-01-31)"
