"""Where the pages of a build are, how large they are, and what to open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def summarize_build(files: Mapping[str, str | bytes], folder: Path) -> list[str]:
    """Return the lines that end a build.

    Parameters
    ----------
    files : mapping of str or bytes
        What was written, by relative path.
    folder : Path
        Where it is.
    """
    sizes = {name: _size(content) for name, content in files.items()}
    pages = [name for name in files if name.endswith(".html")]
    total = sum(sizes.values())
    lines = [f"{len(files)} files ({total / 1e6:.1f} MB) in {folder}"]
    if not pages:
        return lines
    heaviest = max(pages, key=sizes.__getitem__)
    count = f"{len(pages)} pages" if len(pages) > 1 else "1 page"
    lines.append(f"{count}, the largest {heaviest} ({sizes[heaviest] / 1e3:.0f} kB)")
    stills = [name for name in files if name.endswith(".svg") and "stills/" in name]
    if stills:
        lines.append(f"A picture: {folder / stills[-1]}")
    first = "index.html" if "index.html" in files else pages[0]
    lines.append(f"Open {folder / first}")
    return lines


def _size(content: str | bytes) -> int:
    return len(content.encode() if isinstance(content, str) else content)
