"""Tag the wheel of a directory for the Linuxes that it runs on; fail if it needs a foreign library or is too large."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

# What every Linux with glibc has. ld-linux is the loader itself.
ALLOWED = {
    "libstdc++.so.6",
    "libm.so.6",
    "libgcc_s.so.1",
    "libc.so.6",
    "ld-linux-x86-64.so.2",
    "ld-linux-aarch64.so.1",
}
MAX_MEGABYTES = 5.0


def auditwheel(*arguments: str) -> str:
    """Return what auditwheel says."""
    command = [sys.executable, "-m", "auditwheel", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Return 0 if the only wheel there needs nothing else; it then carries its manylinux tag."""
    directory = Path(sys.argv[1])
    (built,) = directory.glob("*.whl")
    shown = auditwheel("show", str(built))
    needed = set(re.findall(r"[\w+.-]+\.so(?:\.\d+)*", shown.replace(built.name, "")))
    megabytes = built.stat().st_size / 1e6
    # The tag that fits, the lowest: nothing is copied into the wheel, since nothing foreign is needed.
    if needed and not needed - ALLOWED:
        auditwheel("repair", "--plat", "auto", "--wheel-dir", str(directory), str(built))
        built.unlink()
    tagged = ", ".join(sorted(wheel.name for wheel in directory.glob("*.whl")))
    sys.stdout.write(f"{shown}\n{tagged}, {megabytes:.2f} MB, needs {', '.join(sorted(needed))}\n")
    complaints = {
        f"needs also {', '.join(sorted(needed - ALLOWED))}": bool(needed - ALLOWED),
        "auditwheel named no library": not needed,
        f"auditwheel gave no manylinux tag: {tagged}": "-manylinux_" not in tagged,
        f"{megabytes:.2f} MB are more than {MAX_MEGABYTES:.0f} MB": megabytes > MAX_MEGABYTES,
    }
    found = [complaint for complaint, is_so in complaints.items() if is_so]
    sys.stderr.writelines(f"{complaint}\n" for complaint in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
