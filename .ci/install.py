"""Install what pyproject.toml asks for: `install.py LAYER [REQUIREMENT…]`.

A layer is `build-system`, `project` or the name of an extra, so that each list stands once.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path


def requirements(layer: str) -> list[str]:
    """Return the requirements of a layer."""
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    if layer == "build-system":
        return list(settings["build-system"]["requires"])
    project = settings["project"]
    return list(project["dependencies"] if layer == "project" else project["optional-dependencies"][layer])


if __name__ == "__main__":
    wanted = [*requirements(sys.argv[1]), *sys.argv[2:]]
    sys.exit(subprocess.call([sys.executable, "-m", "pip", "install", "--quiet", *wanted]))
