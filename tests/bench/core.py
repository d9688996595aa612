"""Runs a module or a file as `make maps` sets Python up: without what extras add.

pandas imports pyarrow wherever it finds it, which is half as much memory again.
"""

import runpy
import sys

if __name__ == "__main__":
    sys.modules["pyarrow"] = None
    sys.path[0] = ""  # the folder that it is run in, not this file's
    sys.argv = sys.argv[1:]
    if sys.argv[0] == "-c":
        exec(sys.argv[1])
    elif sys.argv[0] == "-m":
        sys.argv = sys.argv[1:]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    else:
        runpy.run_path(sys.argv[0], run_name="__main__")
