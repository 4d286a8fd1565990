"""How Sphinx makes the pages of docs/: `make docs`."""

from __future__ import annotations

import argparse
import enum
import importlib
import os
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pressgauge
from pressgauge import cli

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples"

project = "pressgauge"
project_copyright = "the pressgauge developers"
version = release = pressgauge.__version__

extensions = ["sphinx.ext.autodoc", "sphinx.ext.autosummary", "numpydoc", "myst_nb"]
# The first is that of the pages that autosummary writes.
source_suffix = {".rst": "restructuredtext", ".md": "myst-nb", ".ipynb": "myst-nb"}
exclude_patterns = ["_templates", "_generated"]
templates_path = ["_templates"]
nitpicky = True
suppress_warnings = ["config.cache"]
highlight_language = "none"

# Links to headings are written as a code host reads them.
myst_heading_anchors = 4
# Notebooks are kept without outputs, so they are run here, and what they show is what this pressgauge gives.
nb_execution_mode = "force"
nb_execution_timeout = 120
nb_execution_raise_on_error = True

# What is between single backticks in a docstring: a link where it has a name, else a word.
default_role = "autolink"
autosummary_generate = True
autosummary_filename_map = {
    # Where a file system takes capitals and small letters for the same.
    "pressgauge.stats.Heterogeneity": "pressgauge.stats.Heterogeneity-class",
}
autodoc_typehints = "none"  # The docstrings tell the types in words.
autodoc_member_order = "bysource"
numpydoc_show_class_members = False

html_theme = "pydata_sphinx_theme"
html_title = f"pressgauge {release}"
html_copy_source = False
html_show_sourcelink = False
html_static_path = ["_static"]
html_css_files = ["pages.css"]
# Pages without others below them have nothing to show beside them.
html_sidebars = {name: [] for name in ("start", "concepts", "moving", "faq")}
html_theme_options = {
    "show_toc_level": 2,
    "navigation_with_keys": False,
    "navbar_persistent": ["search-button"],
    "header_links_before_dropdown": 9,
    "footer_start": ["copyright"],
    "footer_end": [],
}

# A width of its own, so that help looks the same wherever it is made.
os.environ["COLUMNS"] = "96"
os.environ["MPLBACKEND"] = "agg"


def setup(app: Sphinx) -> None:
    """Make what is no page yet, and say how names and links are read."""
    _copy_examples(DOCS / "notebooks")
    _write_help(DOCS / "_generated")
    app.connect("source-read", _as_shown)
    app.connect("autodoc-process-docstring", _pages_are_links)
    app.connect("autodoc-process-signature", _hide_inner_arguments)
    app.connect("autodoc-skip-member", _choose_members)
    app.connect("missing-reference", _find_by_another_name)


def _copy_examples(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(EXAMPLES, folder, ignore=shutil.ignore_patterns(".*", "__pycache__", "*.md"))
    # Notebooks stand beside docs/ in the repository, and below it here.
    for notebook in folder.glob("*.ipynb"):
        text = notebook.read_text(encoding="utf-8")
        notebook.write_text(text.replace("](../docs/", "](../"), encoding="utf-8")


def _write_help(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    parser = cli._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction)).choices
    for name, each in {"pressgauge": parser, **commands}.items():
        (folder / f"help-{name}.txt").write_text(each.format_help(), encoding="utf-8")


def _as_shown(_app: Sphinx, page: str, source: list[str]) -> None:
    """Let links to examples/ and the changelog lead to their pages; end blocks of examples at their last line."""
    if not page.startswith("notebooks/"):
        source[0] = source[0].replace("\n\n```\n", "\n```\n")
    top = os.path.relpath(".", Path(page).parent)
    source[0] = re.sub(r"\]\((?:\.\./)+examples/(\w+\.ipynb)", rf"]({top}/notebooks/\1", source[0])
    source[0] = re.sub(r"\]\((?:\.\./)+CHANGELOG\.md", rf"]({top}/changelog.md", source[0])


def _pages_are_links(
    _app: Sphinx, _what: str, _name: str, _held: object, _options: object, lines: list[str]
) -> None:
    """Let a docstring that names docs/schema.md lead to it."""
    lines[:] = [re.sub(r"docs/(\w+)\.md", r":doc:`docs/\1.md </\1>`", line) for line in lines]


def _hide_inner_arguments(
    _app: Sphinx,
    what: str,
    _name: str,
    _held: object,
    _options: object,
    signature: str | None,
    _returned: object,
) -> tuple[str, None] | None:
    """Hide how a class is made that only pressgauge makes: of the core's object, or of parts with an underscore."""
    inner = what == "class" and signature and re.search(r"[( ](core|_\w+|gauge, document)\b", signature)
    return ("", None) if inner else None


def _choose_members(
    _app: Sphinx, _what: str, name: str, held: object, _skip: bool, _options: object
) -> bool | None:
    """Leave out the fields of a NamedTuple of which only their place is said; show the values of an enum."""
    if isinstance(held, enum.Enum):
        return name.rpartition(".")[2].startswith("_")
    return True if str(getattr(held, "__doc__", "")).startswith("Alias for field") else None


def _find_by_another_name(app: Sphinx, env: Any, node: Any, contnode: nodes.Element) -> nodes.Element | None:
    """Let `pressgauge.articles.read` lead to `pressgauge.read`, and a field to its class: what else has a page."""
    if node.get("refdomain") != "py":
        return None
    python = env.get_domain("py")
    target, module, owner = node["reftarget"], node.get("py:module"), node.get("py:class")
    names = [
        ".".join(filter(None, parts)) for parts in ((target,), (module, target), (module, owner, target))
    ]
    for name in [*names, *(name.rpartition(".")[0] for name in names if _held_by(name) is not None)]:
        wanted = _held_by(name)
        for page in python.objects:
            if wanted is not None and _held_by(page) is wanted:
                return python.resolve_xref(env, node["refdoc"], app.builder, "obj", page, node, contnode)
    return None


@cache
def _held_by(name: str) -> Any:
    """Return what a dotted name means, None if nothing."""
    parts = name.split(".")
    for at in range(len(parts), 0, -1):
        try:
            held: Any = importlib.import_module(".".join(parts[:at]))
        except ImportError:
            continue
        for part in parts[at:]:
            held = getattr(held, part, None)
        return held
    return None
