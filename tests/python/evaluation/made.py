"""Labelled articles of our own."""

from __future__ import annotations

from typing import Any

TEXT = "At least 12 villagers were killed and two thirds of the homes burnt down. Dozens of people fled, police said."


def figure(
    text: str, kind: str, bound: str = "exact", value: float | None = None, **more: Any
) -> dict[str, Any]:
    """Return a label as a person writes it: without start and end."""
    return {"text": text, "kind": kind, "bound": bound, "value": value, "group": None, **more}


KILLED = figure("At least 12", "killed", "at_least", 12, group="villagers", unit="persons")
BURNT = figure("two thirds", "damaged", "exact", 66.67, group="homes", unit="percent")
FLED = figure("Dozens", "displaced", "vague", group="people", unit="persons")


def article(*figures: dict[str, Any], key: str = "a", text: str = TEXT) -> dict[str, Any]:
    return {"id": key, "text": text, "figures": list(figures)}


LABELLED = article(KILLED, BURNT, FLED)
