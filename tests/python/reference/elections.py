"""Indices of votes and seats, and seats for votes, as the textbooks print them, in fractions: slow and obvious."""

from __future__ import annotations

import math
from fractions import Fraction

DIVISORS = {
    "dhondt": lambda k: k + 1,
    "sainte_lague": lambda k: 2 * k + 1,
    "modified_sainte_lague": lambda k: Fraction(14, 10) if k == 0 else 2 * k + 1,
    "danish": lambda k: 3 * k + 1,
    "imperiali_divisor": lambda k: k + 2,
    "adams": lambda k: k,
}
QUOTAS = {
    "lr_hare": Fraction,
    "lr_droop": lambda votes, seats: Fraction(votes // (seats + 1) + 1),
    "lr_hagenbach_bischoff": lambda votes, seats: Fraction(votes, seats + 1),
    "lr_imperiali": lambda votes, seats: Fraction(votes, seats + 2),
}


def shares(votes: list[int]) -> list[Fraction]:
    return [Fraction(v, sum(votes)) for v in votes]


def effective_parties(votes: list[int], index: str) -> float:
    p = [each for each in shares(votes) if each]
    largest, squares = max(p), sum(each**2 for each in p)
    if index == "entropy":
        return math.exp(-sum(each * math.log(each) for each in p))
    return float(
        {
            "laakso_taagepera": 1 / squares,
            "golosov": sum(each / (each + largest**2 - each**2) for each in p),
            "molinar": 1 + (squares - largest**2) / squares**2,
            "berger_parker": 1 / largest,
        }[index]
    )


def disproportionality(votes: list[int], seats: list[int], index: str) -> float:
    pairs = [(v, s) for v, s in zip(shares(votes), shares(seats), strict=True) if v or s]
    off = [abs(v - s) for v, s in pairs]
    if index == "gallagher":
        return 100 * math.sqrt(sum(each**2 for each in off) / 2)
    return float(
        {
            "loosemore_hanby": lambda: 50 * sum(off),
            "rae": lambda: 100 * sum(off) / len(off),
            "lijphart": lambda: 100 * max(off),
            "sainte_lague": lambda: sum((s - v) ** 2 / v for v, s in pairs),
            "dhondt": lambda: max(s / v for v, s in pairs),
        }[index]()
    )


def claim(votes: int, k: int, method: str) -> tuple[bool, Fraction]:
    """Give a quotient, squared for huntington_hill, and whether it is infinite: those are as their votes."""
    if method == "huntington_hill":
        squared = k * (k + 1)
        return (True, Fraction(votes)) if squared == 0 else (False, Fraction(votes**2, squared))
    divisor = DIVISORS[method](k)
    return (True, Fraction(votes)) if divisor == 0 else (False, Fraction(votes) / divisor)


def seats_of(votes: list[int], seats: int, method: str) -> tuple[list[int] | None, bool]:
    """Give the seats, None where the quota can't, and whether a lot decides."""
    takes_part = [i for i, v in enumerate(votes) if v]
    out = [0] * len(votes)
    if method in QUOTAS:
        quota = QUOTAS[method](sum(votes), seats)
        for i in takes_part:
            out[i] = math.floor(votes[i] / quota)
        left = seats - sum(out)
        if not 0 <= left <= len(takes_part):
            return None, False
        rest = {i: votes[i] / quota - out[i] for i in takes_part}
        ranked = sorted(takes_part, key=lambda i: (-rest[i], -votes[i], i))
        for i in ranked[:left]:
            out[i] += 1
        return out, 0 < left < len(ranked) and rest[ranked[left - 1]] == rest[ranked[left]]
    last = None
    for _ in range(seats):
        best = max(takes_part, key=lambda i: (claim(votes[i], out[i], method), votes[i], -i))
        last = claim(votes[best], out[best], method)
        out[best] += 1
    return out, any(claim(votes[i], out[i], method) == last for i in takes_part)
