# SPDX-License-Identifier: MIT
"""Write a copy of the sources with mutants in it, all asleep, and build it.

    python tests/mutation/mutate.py build/mutants        (needs libclang)

Places are the operators < <= > >= == != + - * / && || and the numbers in the bodies of functions, and the
numbers of named constants. They are drawn without replacement, by a fixed seed, from four modules in proportion
to their lines (merging has at least 20), and each becomes ``(mutant(17) ? changed : original)``. A change that
doesn't compile is drawn again. ``mutants.json`` in the copy tells of each; PRESSGAUGE_MUTANT=17 wakes it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from clang import cindex

ROOT = Path(__file__).resolve().parents[2]
CORE = Path("cpp/pressgauge")
SEED = 9
MERGING = 20
CHANGES = {
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "&&": ["||"], "||": ["&&"],
}  # fmt: skip
K = cindex.CursorKind
FUNCTIONS = {
    K.FUNCTION_DECL, K.CXX_METHOD, K.CONSTRUCTOR, K.DESTRUCTOR, K.CONVERSION_FUNCTION, K.FUNCTION_TEMPLATE,
    K.LAMBDA_EXPR,
}  # fmt: skip
NUMBERS = {K.INTEGER_LITERAL, K.FLOATING_LITERAL}


@dataclass
class Place:
    """Where one change could be: bytes start to end of a file, an operator between two parts or a number."""

    file: str
    start: int
    end: int
    left_end: int = 0
    right_start: int = 0
    constant: int = -1  # where the `constexpr` stands that a changed constant can't keep
    module: str = ""
    number: int = -1
    line: int = 0
    original: str = ""
    changed: str = ""


def module_of(file: str) -> str:
    return "merging" if file.endswith("figures/merge.cpp") else Path(file).parts[2]


@dataclass
class Finder:
    """Walks the syntax tree of a file and notes its places."""

    root: Path
    texts: dict[str, bytes] = field(default_factory=dict)
    places: dict[tuple[str, int, int], Place] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)

    def unit(self, index: cindex.Index, file: str, arguments: list[str]) -> None:
        unit = index.parse(str(self.root / file), args=arguments)
        for problem in unit.diagnostics:
            if problem.severity >= cindex.Diagnostic.Error:
                print(f"{file}: {problem}", file=sys.stderr)
        seen: set[str] = set()
        for cursor in unit.cursor.get_children():
            name = cursor.location.file.name if cursor.location.file else ""
            own = self.own(name)
            if own and own not in self.done:
                seen.add(own)
                self.walk(cursor, own, False, -1)
        self.done |= seen

    def own(self, name: str) -> str:
        try:
            file = Path(name).resolve().relative_to(self.root).as_posix()
        except ValueError:
            return ""
        if file.startswith(tuple(f"{CORE}/{module}/" for module in ("figures", "stats", "sentiment"))):
            self.texts.setdefault(file, (self.root / file).read_bytes())
            return file
        return ""

    def text(self, file: str, start: int, end: int) -> str:
        return self.texts[file][start:end].decode(errors="replace")

    def walk(self, cursor: cindex.Cursor, file: str, inside: bool, constant: int) -> None:
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        kind = cursor.kind
        if kind in {K.STATIC_ASSERT, K.FIELD_DECL, K.PARM_DECL, K.DECL_REF_EXPR, K.ENUM_DECL}:
            return
        children = list(cursor.get_children())
        if kind in FUNCTIONS:
            body = next((c for c in children if c.kind == K.COMPOUND_STMT), None)
            if body is None:
                return
            if re.search(r"\bconst(expr|eval)\b", self.text(file, start, body.extent.start.offset)):
                return
            inside = True
        elif kind == K.VAR_DECL:
            named = self.text(file, start, cursor.location.offset)
            if "constexpr" in named:
                plain = re.search(r"\b(double|int|size_t|int64_t|uint64_t|unsigned) $", named)
                if not plain:
                    return
                constant, inside = start + named.encode().index(b"constexpr"), True
            children = [c for c in children if c.extent.start.offset > cursor.location.offset]
        elif kind == K.CASE_STMT or re.match(r"if\s+constexpr", self.text(file, start, start + 20)):
            children = children[1:]
        elif kind == K.MEMBER_REF_EXPR:
            children = [c for c in children if c.kind not in NUMBERS]
        if inside:
            if kind in NUMBERS:
                self.note(cursor, file, Place(file, start, end, constant=constant))
            parts = list(cursor.get_arguments()) if kind == K.CALL_EXPR else children
            if len(parts) == 2 and constant < 0 and all(parts):
                self.operator(cursor, file, parts[0], parts[1])
        for child in children:
            self.walk(child, file, inside, constant)

    def operator(self, cursor: cindex.Cursor, file: str, left: cindex.Cursor, right: cindex.Cursor) -> None:
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        left_end, right_start = left.extent.end.offset, right.extent.start.offset
        if left.extent.start.offset != start or right.extent.end.offset != end or left_end > right_start:
            return
        if self.text(file, left_end, right_start).strip() in CHANGES:
            self.note(cursor, file, Place(file, start, end, left_end, right_start))

    def note(self, cursor: cindex.Cursor, file: str, place: Place) -> None:
        here = cursor.extent.start.file
        if here is None or self.own(here.name) != file:
            return
        place.line = cursor.extent.start.line
        place.module = module_of(file)
        place.original = self.text(file, place.start, place.end)
        self.places.setdefault((file, place.start, place.end), place)


def change(place: Place, text: str, chance: random.Random) -> bool:
    """Say what the place becomes."""
    if place.right_start:
        operator = text[place.left_end - place.start : place.right_start - place.start].strip()
        new = chance.choice(CHANGES[operator])
        place.changed = f"{operator} -> {new}"
        return True
    number = re.fullmatch(r"([0-9.][0-9.'e+-]*?)([uUlLzZfF]*)", text)
    if not number:
        return False
    digits, suffix = number[1].replace("'", ""), number[2]
    if re.fullmatch(r"\d+", digits):
        value = int(digits)
        new = str(value + chance.choice([1, -1]) if value else 1) + suffix
    else:
        value = float(digits)
        new = repr(value * chance.choice([1.1, 0.9]) if value else 1.0) + suffix
    place.changed = f"{text} -> {new}"
    return True


def render(text: bytes, start: int, end: int, places: list[Place]) -> bytes:
    """Give the text from start to end with its places, which may lie in each other."""
    out, at = b"", start
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if place.start < at or place.end > end or (place.start, place.end) == (start, end):
            continue
        out += text[at : place.start] + render_one(text, place, places)
        at = place.end
    return out + text[at:end]


def render_one(text: bytes, place: Place, places: list[Place]) -> bytes:
    inner = [p for p in places if p is not place and place.start <= p.start and p.end <= place.end]
    original, changed = (part.encode() for part in place.changed.split(" -> "))
    awake = f"::pressgauge::mutant({place.number})".encode()
    if not place.right_start:
        return b"(" + awake + b" ? (" + changed + b") : (" + original + b"))"
    left = whole(text, place.start, place.left_end, inner)
    right = whole(text, place.right_start, place.end, inner)
    both = [b"((" + left + b") " + sign + b" (" + right + b"))" for sign in (changed, original)]
    return b"(" + awake + b" ? " + b" : ".join(both) + b")"


def whole(text: bytes, start: int, end: int, places: list[Place]) -> bytes:
    for place in places:
        if (place.start, place.end) == (start, end):
            return render_one(text, place, places)
    return render(text, start, end, places)


def mutated(text: bytes, places: list[Place]) -> bytes:
    out = b'#include "pressgauge/mutant.hpp"\n'
    edits = {p.constant for p in places if p.constant >= 0}
    # A constant that may change is no constant expression; `const    ` keeps every place where it is.
    held = bytearray(text)
    for at in edits:
        held[at : at + len("constexpr")] = b"const    "
    return out + render(bytes(held), 0, len(held), places)


def copy(to: Path) -> None:
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in names.splitlines():
        if (
            name.startswith(
                ("cpp/", "bindings/", "tests/", "python/", "training/", "examples/", "docs/", "benchmarks/")
            )
            or "/" not in name
        ):
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def configure(to: Path, python: str) -> list[dict[str, str]]:
    flags = ["-DCMAKE_BUILD_TYPE=Release", "-DPRESSGAUGE_BUILD_PYTHON=ON", "-DPRESSGAUGE_BUILD_TESTS=ON"]
    flags += ["-DSKBUILD_PROJECT_VERSION=0.1.0", f"-DPython_EXECUTABLE={python}", "-DCMAKE_CXX_FLAGS=-w"]
    flags += ["-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"]
    subprocess.run(
        ["cmake", "-S", to, "-B", to / "build", "-G", "Ninja", *flags], check=True, stdout=subprocess.DEVNULL
    )
    return json.loads((to / "build/compile_commands.json").read_text())


def drawn(
    places: list[Place], lines: dict[str, int], count: int
) -> tuple[dict[str, int], dict[str, list[Place]]]:
    """Give each module's share of the mutants, and its places in the order of the draw."""
    rest = {name: n for name, n in lines.items() if name != "merging"}
    shares = {name: round((count - MERGING) * n / sum(rest.values())) for name, n in rest.items()}
    shares["merging"] = count - sum(shares.values())
    chance = random.Random(SEED)
    order: dict[str, list[Place]] = {}
    for name in sorted(shares):
        own = sorted((p for p in places if p.module == name), key=lambda p: (p.file, p.start, p.end))
        chance.shuffle(own)
        order[name] = [p for p in own if change(p, p.original, chance)]
    return shares, order


def failing(to: Path, commands: dict[str, str], file: str, includers: dict[str, list[str]]) -> set[int]:
    """Give the numbers of mutants in a file that the compiler refuses."""
    unit = file if file in commands else includers[file][0]
    arguments = shlex.split(commands[unit])
    arguments = [a for a in arguments if a not in {"-c", "ccache", "/usr/bin/ccache"}]
    at = arguments.index("-o")
    del arguments[at : at + 2]
    done = subprocess.run(
        [*arguments, "-fsyntax-only"], cwd=to / "build", capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return set()
    bad: set[int] = set()
    for name, line in re.findall(r"^(\S+?):(\d+):\d+: error", done.stderr, re.MULTILINE):
        text = Path(to / "build" / name).read_text().splitlines()
        for row in (int(line) - 1, int(line) - 2, int(line)):
            found = re.findall(r"::mutant\((\d+)\)", text[row]) if 0 <= row < len(text) else []
            if found:
                bad |= set(map(int, found))
                break
    if not bad:
        found = re.findall(r"::mutant\((\d+)\)", (to / file).read_text())
        bad = set(map(int, found))
        print(done.stderr[:2000], file=sys.stderr)
    return bad


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("to", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--python", default=sys.executable, help="the Python that the extension is built for")
    options = parser.parse_args()
    to = options.to.resolve()
    shutil.rmtree(to / "cpp", ignore_errors=True)
    copy(to)
    entries = configure(to, options.python)
    commands = {
        Path(e["file"]).relative_to(to).as_posix(): e["command"]
        for e in entries
        if Path(e["file"]).is_relative_to(to / CORE)
    }
    finder = Finder(to)
    index = cindex.Index.create()
    includers: dict[str, list[str]] = {}
    for file, command in sorted(commands.items()):
        if Path(file).parts[2] not in {"figures", "stats", "sentiment"}:
            continue
        arguments = [a for a in shlex.split(command) if a.startswith(("-I", "-D", "-std"))]
        parts = shlex.split(command)
        arguments += [f"-isystem{parts[i + 1]}" for i, a in enumerate(parts) if a == "-isystem"]
        arguments += ["-DEIGEN_DONT_VECTORIZE", *resources()]
        before = set(finder.done)
        finder.unit(index, file, arguments)
        for header in finder.done - before - {file}:
            includers.setdefault(header, []).append(file)
    places = list(finder.places.values())
    lines: dict[str, int] = {}
    for path in (to / CORE).rglob("*.[ch]pp"):
        name = path.relative_to(to).as_posix()
        module = module_of(name)
        if module in {"figures", "merging", "stats", "sentiment"}:
            lines[module] = lines.get(module, 0) + len(path.read_bytes().splitlines())
    shares, order = drawn(places, lines, options.count)
    print("lines", lines, "mutants", shares, "places", {m: len(o) for m, o in order.items()})
    chosen = choose(to, shares, order, finder.texts, commands, includers)
    random.Random(SEED).shuffle(chosen)
    (to / "mutants.json").write_text(json.dumps([asdict(p) for p in chosen], indent=1))
    (to / "places.json").write_text(json.dumps({m: len(o) for m, o in order.items()}))


def choose(
    to: Path,
    shares: dict[str, int],
    order: dict[str, list[Place]],
    texts: dict[str, bytes],
    commands: dict[str, str],
    includers: dict[str, list[str]],
) -> list[Place]:
    """Draw, write, let the compiler look, and draw again for what it refuses."""
    shutil.copy(Path(__file__).with_name("mutant.hpp"), to / CORE / "mutant.hpp")
    queues = {name: iter(places) for name, places in order.items()}
    chosen: list[Place] = []
    free = list(range(sum(shares.values())))
    while True:
        for name, share in sorted(shares.items()):
            while sum(p.module == name for p in chosen) < share:
                place = next(queues[name])
                place.number = free.pop(0)
                chosen.append(place)
        by_file: dict[str, list[Place]] = {}
        for place in chosen:
            by_file.setdefault(place.file, []).append(place)
        changed = []
        for file, text in texts.items():
            new = mutated(text, by_file[file]) if file in by_file else text
            if (to / file).read_bytes() != new:
                (to / file).write_bytes(new)
                changed.append(file)
        bad: set[int] = set()
        for file in changed:
            if file in by_file:
                bad |= failing(to, commands, file, includers)
        print(f"{len(chosen)} mutants, {len(bad)} do not compile", flush=True)
        if not bad:
            return chosen
        for place in [p for p in chosen if p.number in bad]:
            print(f"  {place.file}:{place.line}: {place.changed}: {place.original[:60]!r}")
        chosen = [p for p in chosen if p.number not in bad]
        free = sorted(bad)


def resources() -> list[str]:
    """Give the compiler's own headers, which libclang's package lacks."""
    for path in sorted(Path("/usr/lib").glob("clang/*/include"), reverse=True):
        return [f"-isystem{path}"]
    found = subprocess.run(["cc", "-print-file-name=include"], capture_output=True, text=True, check=True)
    return [f"-isystem{found.stdout.strip()}"]


if __name__ == "__main__":
    main()
