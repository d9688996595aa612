"""Which package may import which: one way, without circles."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
NAME = "csto_atlas"
FOLDERS = ("events", "geodata", "maps")
GROUND = "events.bases events.dates events.errors events.fields events.nearest"
# Below what stands left, what it may import. A package names its own modules freely;
# maps/ also names events/ and geodata/, but not what refreshes them.
ARROWS = {
    "events": "",
    "events.bidi": "",
    "events.dates": "",
    "events.errors": "",
    "events.nearest": "",
    "events.fields": "events.bidi events.dates",
    "events.files": "events.errors events.nearest",
    "events.bases": "events.errors events.fields events.files",
    "events.spelling": "events.dates",
    "events.layers": f"events.bidi events.files events.spelling {GROUND}",
    "events.sheet_record": "events.bases events.fields",
    "events.records": f"events.files events.layers events.sheet_record {GROUND}",
    "events.attestation": f"events.records {GROUND}",
    "events.rules": f"events.attestation events.files events.layers events.records"
    f" {GROUND}",
    "events.sheets": f"events.attestation events.files events.records"
    f" events.sheet_record events.spelling {GROUND}",
    "events.citation_counts": "events.records events.fields",
    "events.imports": f"events.files events.layers events.spelling {GROUND}",
    "events.derived": f"events.files events.records {GROUND}",
    "events.load": f"events.derived events.files events.layers events.records"
    f" events.sheets {GROUND}",
    "events.drafts": f"events.derived events.files events.load events.records"
    f" events.sheet_record events.sheets events.spelling {GROUND}",
    "geodata": "events.dates events.errors",
    "geodata.refresh": "geodata events.dates events.errors",
    "maps.assets": "",
    "maps.build_cache": "",
    "maps.output": "",
    "maps.payload": "assets",
    "maps.timeline": "",
    "maps.joins": "",
    "maps.i18n": "timeline",
    "maps.spec": "timeline",
    "maps.labels": "spec",
    "maps.shapes": "joins spec",
    "maps.drawing": "shapes labels spec timeline",
    "maps.layers": "drawing joins i18n spec timeline assets build_cache payload",
    "maps.inputs": "layers shapes joins spec timeline",
    "maps.slicing": "inputs joins spec timeline",
    "maps.validation": "shapes drawing spec i18n inputs joins timeline payload",
    "maps.scene": "layers drawing labels slicing joins i18n spec assets inputs timeline"
    " build_cache",
    "maps.load": "validation shapes layers joins spec timeline i18n inputs",
    "maps.downloads": "layers joins i18n spec timeline inputs",
    "maps.content": "scene slicing layers drawing joins i18n spec timeline assets"
    " inputs payload",
    "maps.stills": "content downloads scene layers drawing labels slicing i18n spec"
    " assets inputs timeline build_cache",
    "maps.page": "stills content downloads scene drawing i18n spec slicing assets"
    " inputs timeline",
    "maps.pipeline": "page stills downloads content load validation shapes layers i18n"
    " assets inputs spec build_cache",
    "maps.notebook": "page load scene slicing drawing labels i18n spec assets inputs"
    " timeline",
    "maps": "inputs load notebook output page pipeline scene spec",
    "maps.preview": "pipeline page assets output build_cache inputs validation",
    "maps.cli": "preview pipeline load validation page output inputs build_cache",
}


def allowed(package):
    """Return the packages that one may import, itself among them."""
    words = ARROWS[package].split()
    full = {
        word if "." in word or word == "geodata" else f"maps.{word}" for word in words
    }
    return full | {package}


def package_of(module):
    """Return the row of the table that a module belongs to."""
    parts = module.removeprefix(f"{NAME}.").split(".")
    if parts[0] == "geodata" and parts[1:2] != ["refresh"]:
        return "geodata"
    return ".".join(parts[:2])


def find_modules():
    """Return the files of all modules by import name."""
    modules = {}
    for path in (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")):
        name = ".".join((NAME, *path.relative_to(ROOT).with_suffix("").parts))
        modules[name.removesuffix(".__init__")] = path
    return modules


def imported(path):
    """Go through the modules that a file names; of a package, the modules it takes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} has a relative import"
            parts = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (part if part in MODULES else node.module for part in parts)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


MODULES = find_modules()
GRAPH = {name: set(imported(path)) & MODULES.keys() for name, path in MODULES.items()}


def test_the_graph_holds_the_arrows_that_are_there():
    assert f"{NAME}.maps.labels.inside" in GRAPH[f"{NAME}.maps.labels.territories"]
    assert f"{NAME}.events.dates" in GRAPH[f"{NAME}.maps.timeline.ticks"]
    assert sum(map(len, GRAPH.values())) > 500


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_follow_the_arrows(module):
    package = package_of(module)
    for other in map(package_of, GRAPH[module]):
        if package.startswith("maps") and other.startswith(("events", "geodata")):
            assert other != "geodata.refresh"
        else:
            assert other in allowed(package), f"{package} may not import {other}"


def test_no_own_module_is_named_by_another_name():
    own = {*FOLDERS, "build", "tests"}
    for module, path in MODULES.items():
        assert not {name.split(".")[0] for name in imported(path)} & own, module


def test_the_table_has_every_package_and_no_circle():
    assert set(map(package_of, MODULES)) == ARROWS.keys()
    graph = {package: allowed(package) - {package} for package in ARROWS}
    assert set().union(*graph.values()) <= ARROWS.keys()
    TopologicalSorter(graph).prepare()  # names the circle, if there is one


def test_no_module_imports_itself_by_way_of_others():
    TopologicalSorter(GRAPH).prepare()


def test_the_build_does_not_need_the_refresh():
    for module in MODULES:
        if not module.startswith(f"{NAME}.geodata.refresh"):
            assert not any("refresh" in name for name in GRAPH[module]), module


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
# The default data set's folder, and the command.
OWN_NAMES = {"csto", "csto-atlas"}
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
        if SUBJECT.search(text) and text not in OWN_NAMES
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
