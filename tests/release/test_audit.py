"""The audit of the pins: every file of them, in the workflow, and none left out."""

import re

import yaml

import build

WORKFLOW = build.ROOT / ".github" / "workflows" / "checks.yml"


def test_the_workflow_audits_the_pins_at_every_push():
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    said = [step.get("run") for job in jobs.values() for step in job["steps"]]
    assert "make audit" in said


def test_a_pin_that_could_not_be_audited_fails_the_audit():
    # Without --strict, pip-audit lists it as skipped and exits with 0.
    recipe = re.search(
        r"\naudit:.*?\n\n", (build.ROOT / "Makefile").read_text(encoding="utf-8"), re.S
    )[0]
    assert "requirements/*.txt" in recipe
    assert "--strict --require-hashes --disable-pip" in recipe
