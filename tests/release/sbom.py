"""Write what a release is made of, as CycloneDX: python -m tests.release.sbom.

Lists what the wheel brings into an empty environment with the extra `scale`, each with
its licence, and the part of Leaflet that is in every page.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.release.wheel import ROOT, build_wheel, install, run

OUT = ROOT / ".release" / "sbom.cdx.json"
PROVENANCE = ROOT / "maps" / "static" / "vendor" / "PROVENANCE.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="tests.release.sbom", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, metavar="FILE")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        python = install(build_wheel(base / "wheel"), base / "env", scale=True)
        run([str(python), "-m", "pip", "uninstall", "--quiet", "--yes", "pip"])
        bill = list_components(python)
    bill = add_vendored(bill, json.loads(PROVENANCE.read_text(encoding="utf-8")))
    text = f"{json.dumps(bill, indent=2, sort_keys=True)}\n"
    check(text)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(text, encoding="utf-8")
    print(f"{len(bill['components'])} components: {options.out}")
    return 0


def list_components(python: Path) -> dict[str, Any]:
    """Return the bill of an environment, without times and random names."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", str(python)]
    command += ["--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible"]
    command += ["--spec-version", "1.6", "--output-format", "JSON"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    bill: dict[str, Any] = json.loads(done.stdout)
    return bill


def add_vendored(bill: dict[str, Any], provenance: dict[str, Any]) -> dict[str, Any]:
    """Return a bill with the library that is part of the project's own files.

    Parameters
    ----------
    bill : dict
        A CycloneDX document.
    provenance : dict
        ``maps/static/vendor/PROVENANCE.json``: where the library is from, with the
        SHA-256 of each file.
    """
    package = provenance["package"]
    files = [
        {
            "type": "file",
            "bom-ref": f"vendored/{name}",
            "name": f"maps/static/vendor/{name}",
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }
        for name, digest in sorted(provenance["files"].items())
    ]
    library = {
        "type": "library",
        "bom-ref": "vendored",
        "name": provenance["name"],
        "version": package["version"],
        "purl": f"pkg:pypi/{package['name'].lower()}@{package['version']}",
        "licenses": [{"license": {"id": provenance["licence"]["name"]}}],
        "components": files,
    }
    dependencies = [
        {**one, "dependsOn": [*one.get("dependsOn", []), "vendored"]}
        if one["ref"] == "root-component"
        else one
        for one in bill["dependencies"]
    ]
    components = [*bill["components"], library]
    return {**bill, "components": components, "dependencies": dependencies}


def check(text: str) -> None:
    """Raise what a document breaks of the schema of CycloneDX 1.6."""
    from cyclonedx.schema import SchemaVersion  # only `make sbom` has it
    from cyclonedx.validation.json import JsonStrictValidator

    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(f"not CycloneDX: {fault}")


if __name__ == "__main__":
    sys.exit(main())
