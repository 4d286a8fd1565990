"""Texts of our own that several tests read."""

from __future__ import annotations

MARCH = (
    "About 2,000 people marched through the capital on Monday, and 14 protesters and at least three police officers "
    "were injured when stones were thrown, the interior ministry said. Fewer than 5 percent of the shops opened. "
    "“It was a terrible day,” the mayor said. The council praised the calm work of the ambulance crews.\n"
)
QUAKE = (
    "At least 120 people were killed and more than 300 wounded when an earthquake struck the province on Sunday. "
    "Rescuers pulled 12 survivors from the rubble. Officials said between 40 and 50 houses were destroyed, and "
    "several hundred people fled their homes. The death toll rose to 124 on Monday.\n"
)
VOTE = (
    "Turnout reached 61.4 percent in Sunday's election, the commission said. The Green List won 23 of the 60 seats "
    "with 38% of the vote, and nearly 9,000 voters cast blank ballots. Police arrested two men near a polling station.\n"
)
ARTICLES = (MARCH, QUAKE, VOTE)
