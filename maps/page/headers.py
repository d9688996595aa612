"""The policies of the pages as headers, ready for servers that send their own."""

from __future__ import annotations

from collections.abc import Mapping

from csto_atlas.maps.page.csp import read_policy

FOLDER = "headers"
POLICY = "Content-Security-Policy"
# A still has its style in itself and may be in any page.
STILL = "default-src 'none'; style-src 'unsafe-inline'"
OTHERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ABOUT = (
    "Policies of the pages of this atlas, written by the build that made them:",
    "use them together. Paths are those at the top of a site; elsewhere, put the",
    "folder before each. `frame-ancestors` may name the sites that may frame a map.",
)


def write_headers(files: Mapping[str, str | bytes]) -> dict[str, str]:
    """Write the policy of every page as configuration of servers.

    Parameters
    ----------
    files : mapping of str to str or bytes
        An atlas, by path; its pages name their policies.

    Returns
    -------
    dict
        ``headers/nginx.conf``, ``headers/apache.conf`` (for ``.htaccess``) and
        ``headers/_headers`` (Cloudflare Pages, Netlify), by path.
    """
    policies = {
        f"/{path}": read_policy(content)
        for path, content in sorted(files.items())
        if path.endswith(".html") and isinstance(content, str)
    }
    writers = {
        "nginx.conf": _write_nginx,
        "apache.conf": _write_apache,
        "_headers": _write_static,
    }
    about = "".join(f"# {line}\n" for line in ABOUT)
    return {
        f"{FOLDER}/{name}": f"{about}\n{write(policies)}"
        for name, write in writers.items()
    }


def _write_nginx(policies: Mapping[str, str]) -> str:
    """Return lines for a `server` block.

    A location that adds a header drops those of the block around it: so the policy is
    chosen by a map, which stands outside of the server, and added once.
    """
    rows = "".join(f'    "{path}" "{text}";\n' for path, text in policies.items())
    others = "".join(f'add_header {k} "{v}" always;\n' for k, v in OTHERS.items())
    return (
        "# Into the http block:\n"
        "map_hash_bucket_size 2048;\n"
        f'map $uri $atlas_policy {{\n{rows}    "~^/stills/" "{STILL}";\n}}\n\n'
        "# Into the server block:\n"
        f"add_header {POLICY} $atlas_policy always;\n{others}"
    )


def _write_apache(policies: Mapping[str, str]) -> str:
    """Return lines for a virtual host, a directory or ``.htaccess``."""
    rows = "".join(
        f'  Header always set {POLICY} "{text}" "expr=%{{REQUEST_URI}} == \'{path}\'"\n'
        for path, text in policies.items()
    )
    others = "".join(f'  Header always set {k} "{v}"\n' for k, v in OTHERS.items())
    return (
        f"<IfModule mod_headers.c>\n{others}{rows}"
        f'  Header always set {POLICY} "{STILL}"'
        ' "expr=%{REQUEST_URI} =~ m#^/stills/#"\n'
        "</IfModule>\n"
    )


def _write_static(policies: Mapping[str, str]) -> str:
    """Return the file that hosts of static sites read."""
    others = "".join(f"  {k}: {v}\n" for k, v in OTHERS.items())
    rows = "".join(f"{path}\n  {POLICY}: {text}\n" for path, text in policies.items())
    return f"/*\n{others}{rows}/stills/*\n  {POLICY}: {STILL}\n"
