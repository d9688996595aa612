"""The arrows: events <- geodata <- maps <- build.py, and nothing back."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
OURS = {"events", "geodata", "maps", "build", "tests"}
ALLOWED = {
    "events": {"events"},
    "geodata": {"geodata", "csto_atlas.events.dates", "csto_atlas.events.errors"},
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


def test_no_module_imports_itself_by_way_of_others():
    modules = {}
    for path in (
        path for package in ALLOWED for path in (ROOT / package).rglob("*.py")
    ):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        modules[name.removesuffix(".__init__")] = path
    graph = {name: set(imported(path, modules)) for name, path in modules.items()}
    assert "csto_atlas.maps.labels.inside" in graph["csto_atlas.maps.labels.leaders"]
    TopologicalSorter(graph).prepare()  # names the circle, if there is one


def imported(path, modules):
    """Go through the modules that a module names; of a package, those it takes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            parts = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (part if part in modules else node.module for part in parts)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


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


# What only the data set may speak of.
SUBJECT = re.compile(
    r"\bCSTO\b|\bthe Treaty\b|Collective Security|Armeni|Azerbaijan|Kazakh|Almaty"
    r"|Karabakh|Russia(?!n)|Uzbek|Kyrgyz|Tajik|Belarus|\b(ARM|AZE|KAZ|RUS|UZB|KGZ|TJK|BLR)\b",
    re.IGNORECASE,
)
COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)  # gives examples


def spoken(path):
    """Go through what a module says: its texts without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    notes = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and ast.get_docstring(node, clean=False)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in notes:
            yield node.lineno, node.value


@pytest.mark.parametrize("package", ["events", "geodata", "maps"])
def test_no_code_speaks_of_what_the_data_set_is_about(package):
    found = [
        (str(path.relative_to(ROOT)), line, text)
        for path in (ROOT / package).rglob("*.py")
        if "refresh" not in path.parts
        for line, text in spoken(path)
        if SUBJECT.search(text)
    ]
    assert found == []


def test_no_template_script_or_message_speaks_of_it():
    texts = {
        path: COMMENT.sub("", path.read_text(encoding="utf-8"))
        for folder in ("templates", "static")
        for path in (ROOT / "maps" / folder).rglob("*.*")
    }
    for path in (ROOT / "maps" / "locale").rglob("*.po"):
        with path.open("rb") as file:
            texts[path] = "\n".join(str(message.id) for message in read_po(file))
    assert len(texts) > 20
    assert [path.name for path, text in texts.items() if SUBJECT.search(text)] == []
