"""Parts that the core keeps, made into Python's objects when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

Item = TypeVar("Item")


class CoreParts(Protocol):
    """What the core hands over: dictionaries by their place."""

    def __len__(self) -> int: ...
    def __getitem__(self, number: int, /) -> dict[str, Any]: ...


class OneByOne(Sequence[Item]):
    """A sequence whose items are made on first use, and kept."""

    __slots__ = ("_core", "_made", "_make")

    def __init__(self, core: CoreParts, make: Callable[[dict[str, Any]], Item]) -> None:
        self._core = core
        self._make = make
        self._made: dict[int, Item] = {}

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        places = range(len(self._core))[index]
        return self._item(places) if isinstance(places, int) else tuple(map(self._item, places))

    def __len__(self) -> int:
        return len(self._core)

    def _item(self, place: int) -> Item:
        if place not in self._made:
            # Where two threads come at once, both get the one that is kept.
            self._made.setdefault(place, self._make(self._core[place]))
        return self._made[place]
