"""Check that the wheel of a directory needs only what every Linux with glibc has, and say its size."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

# ld-linux is the loader itself.
ALLOWED = {
    "libstdc++.so.6",
    "libm.so.6",
    "libgcc_s.so.1",
    "libc.so.6",
    "ld-linux-x86-64.so.2",
    "ld-linux-aarch64.so.1",
}


def main() -> int:
    """Return 0 if the only wheel there needs nothing else."""
    (wheel,) = Path(sys.argv[1]).glob("*.whl")
    command = [sys.executable, "-m", "auditwheel", "show", str(wheel)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    needed = set(re.findall(r"[\w+.-]+\.so(?:\.\d+)*", shown.replace(wheel.name, "")))
    sys.stdout.write(
        f"{shown}\n{wheel.name}, {wheel.stat().st_size / 1e6:.2f} MB, needs {', '.join(sorted(needed))}\n"
    )
    foreign = needed - ALLOWED
    if foreign or not needed:
        sys.stderr.write(
            f"needs also {', '.join(sorted(foreign))}\n" if foreign else "auditwheel named no library\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
