"""A check in a process of its own, which may take so much time and memory."""

import subprocess
import sys

import build

SECONDS, MEGABYTES = 20, 700
# A build with a limit of its own: without it, a bomb would take the machine down.
LIMITED = """
import resource, sys
megabytes = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]), resource.RLIM_INFINITY))
# Libraries reserve addresses, up to 2 GB, which they do not use.
space = megabytes * 10**6 * 3 + 2 * 10**9
resource.setrlimit(resource.RLIMIT_AS, (space, resource.RLIM_INFINITY))
import build
code = build.main(["check", "--data", sys.argv[2]])
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print("used", used)
sys.exit(code if used < megabytes else f"{used} MB")
"""


def refuse(data, megabytes=MEGABYTES):
    """Check a data set, in a process with limits; return what it says."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(megabytes), data, str(SECONDS)],
        capture_output=True, text=True, cwd=build.ROOT,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr[-2000:]
    assert done.returncode == 1, done.stderr[-2000:]
    return done.stderr
