"""Names of the kinds of events."""

from __future__ import annotations

from csto_atlas.maps.i18n.messages import mark

KINDS = {
    "act": mark("Treaty or decision"),
    "summit": mark("Summit"),
    "exercise": mark("Exercise"),
    "request": mark("Call for help"),
    "deployment": mark("Deployment"),
    "incident": mark("Incident"),
    "statement": mark("Statement"),
    "other-organisation": mark("Another organisation"),
}
