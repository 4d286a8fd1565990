"""Importing pressgauge is cheap: numpy and the standard library, nothing else, nothing printed."""

from __future__ import annotations

import json
import subprocess
import sys

PROBE = """
import json, sys, threading
import numpy
before = set(sys.modules)
import pressgauge
added = {name.split(".")[0] for name in set(sys.modules) - before}
foreign = sorted(added - set(sys.stdlib_module_names) - {"numpy", "pressgauge"})
print(json.dumps({"foreign": foreign, "threads": threading.active_count(),
                  "optional": sorted({"pandas", "pyarrow", "matplotlib", "rich", "IPython"} & set(sys.modules))}))
"""


def test_import_brings_only_numpy_and_starts_nothing():
    done = subprocess.run([sys.executable, "-I", "-c", PROBE], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"foreign": [], "threads": 1, "optional": []}
    assert done.stderr == ""
