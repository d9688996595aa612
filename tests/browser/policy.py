"""Watching whether a page breaks its own content security policy."""

VIOLATIONS = (
    "window.violations = [];"
    "addEventListener('securitypolicyviolation', e => violations.push(e.blockedURI));"
)
