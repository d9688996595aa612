"""Run a command and print its seconds and its peak memory: python peak.py COMMAND ...

A process of its own, and a small one: the peak of a child is never less than what its
parent needed when it began.
"""

import json
import os
import sys
import time

if __name__ == "__main__":
    start = time.perf_counter()
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    # Kilobytes, but bytes on macOS (getrusage(2)).
    scale = 1 if sys.platform == "darwin" else 1024
    megabytes = usage.ru_maxrss * scale / 2**20
    json.dump({"seconds": seconds, "megabytes": megabytes}, sys.stdout)
    sys.exit(os.waitstatus_to_exitcode(status) != 0)
