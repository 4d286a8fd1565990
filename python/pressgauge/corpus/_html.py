"""The article of a web page, without what stands around it."""

from __future__ import annotations

from typing import Any

from pressgauge._optional import optional

__all__ = ["extracted"]


def extracted(pages: Any, problems: dict[int, tuple[str, str]]) -> tuple[Any, Any, Any]:
    """Return the texts of pages, the extractor, and the titles that the pages give themselves.

    Parameters
    ----------
    pages : Arrow array of strings
        HTML; null for what failed before.
    problems : dict
        Rows that failed, with kind and message; a page without a text is added.
    """
    arrow = optional("pyarrow", "corpus")
    trafilatura = optional("trafilatura", "corpus")
    made = [
        (None, None) if row in problems else _article(trafilatura, page)
        for row, page in enumerate(pages.to_pylist())
    ]
    for row, (text, _) in enumerate(made):
        if text is None:
            problems.setdefault(row, ("ParseError", "trafilatura found no text in the page"))
    name = f"trafilatura {trafilatura.__version__}"
    return (
        arrow.array([text for text, _ in made], arrow.large_utf8()),
        arrow.array([name] * len(made), arrow.large_utf8()),
        arrow.array([title for _, title in made], arrow.large_utf8()),
    )


def _article(trafilatura: Any, page: str) -> tuple[str | None, str | None]:
    # From bytes: a declaration of another encoding in the page would be an error beside decoded text.
    tree = trafilatura.load_html(page.encode())
    if tree is None:
        return None, None
    title = tree.findtext(".//head/title")
    found = trafilatura.extract(tree, include_comments=False, include_tables=False)
    return found or None, (title.strip() or None) if title else None
