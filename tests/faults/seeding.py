"""Faults -> a copy of the default data set that has them."""

import shutil

from tests.conftest import DATA
from tests.faults.catalogue import HERE, Fault, Ruin


def copy_data(folder):
    return shutil.copytree(DATA, folder)


def seed(data, faults):
    """Put faults into a data set; return where each is, and what is said of it."""
    marks = {}
    for number, fault in enumerate(faults):
        if isinstance(fault, Fault):
            marks[fault] = mark = f"{HERE}{number}{HERE}"
            _change(data / fault.file, fault, mark)
    for fault in faults:
        if isinstance(fault, Ruin):
            _ruin(data / fault.file, fault.content)
    places = []
    texts = {name: _take_marks(data / name, marks) for name in {f.file for f in marks}}
    for fault in faults:
        line = (
            texts[fault.file][marks[fault]] if isinstance(fault, Fault) else fault.line
        )
        places.append((f"{(data / fault.file).as_posix()}:{line}", fault.says))
    return places


def _change(path, fault, mark):
    text = path.read_bytes().decode()
    assert fault.find in text, f"{fault.file} has no {fault.find!r} any more"
    put = fault.put if HERE in fault.put else HERE + fault.put
    put = put.replace(HERE, mark)
    text = text.replace(fault.find, put, 1) if fault.find else text + put
    path.write_bytes(text.encode())


def _take_marks(path, marks):
    """Remove the marks from a file; return the line of each."""
    text = path.read_bytes().decode()
    lines = {}
    for mark in marks.values():
        if mark in text:
            before = text.partition(mark)[0]
            # What a text begins with may be the end of the line before.
            rest = text.partition(mark)[2]
            skipped = len(rest) - len(rest.lstrip("\n"))
            lines[mark] = before.count("\n") + skipped + 1
            text = text.replace(mark, "")
    path.write_bytes(text.encode())
    return lines


def _ruin(path, content):
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
