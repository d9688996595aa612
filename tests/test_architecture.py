"""The arrows: events <- geodata <- maps <- build.py, and nothing back."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"events", "geodata", "maps", "build", "tests"}
ALLOWED = {
    "events": {"events"},
    "geodata": {"geodata", "events.dates", "events.errors"},
    "maps": {"maps", "events", "geodata"},
}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("package", ALLOWED)
def test_imports_follow_the_arrows(package):
    for path in (ROOT / package).rglob("*.py"):
        for module in imports(path):
            if module.split(".")[0] in OURS:
                allowed = ALLOWED[package]
                assert any(
                    module == name or module.startswith(f"{name}.") for name in allowed
                ), f"{path.relative_to(ROOT)} imports {module}"


def test_the_build_does_not_need_the_refresh():
    for package in ("events", "maps"):
        for path in (ROOT / package).rglob("*.py"):
            assert not any("refresh" in module for module in imports(path))


def test_the_lock_files_name_no_host():
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "://" not in text
        assert text.count("--hash=sha256:") > text.count("==")


def test_the_lock_files_agree():
    pins = {}
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", path.read_text(), re.M):
            pins.setdefault(name, set()).add(version)
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}
