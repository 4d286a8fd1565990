"""How words around a number decide what it is, on sentences of the fewest words."""

from __future__ import annotations

import pytest

import pressgauge as pg


def lines(text: str, published: str | None = None) -> list[str]:
    """Give the figures as `words kind value (group)`."""
    out = []
    for figure in pg.read(text, published=published).figures:
        group = f" ({figure.group})" if figure.group else ""
        out.append(f"{figure.text} {figure.kind} {figure.value:g}{group}")
    return out


def dates(text: str, published: str | None = None) -> list[tuple[str, str, str]]:
    found = [figure.date for figure in pg.read(text, published=published).figures if figure.date]
    return [(str(date.first), str(date.last), date.text) for date in found]


def merged(text: str, published: str | None = None) -> list[tuple[list[int], list[int], int | None]]:
    return [
        (list(count.mentions), list(count.superseded), count.parent)
        for count in pg.read(text, published=published).counts
    ]


@pytest.mark.parametrize("day", ["1st", "2nd", "3rd", "4th", "5"])
def test_a_day_may_be_an_ordinal(day):
    assert dates(f"Twelve people died on {day} May 2021.", "2021-05-07") == [
        (f"2021-05-0{day[0]}", f"2021-05-0{day[0]}", f"{day} May 2021")
    ]
    assert dates(f"Twelve people died on May {day}, 2021.", "2021-05-07") == [
        (f"2021-05-0{day[0]}", f"2021-05-0{day[0]}", f"May {day}, 2021")
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Four people will march tomorrow.", ("2021-05-06", "2021-05-06", "tomorrow")),
        ("Four people marched yesterday.", ("2021-05-04", "2021-05-04", "yesterday")),
        ("Twelve people died last Friday.", ("2021-04-30", "2021-04-30", "last Friday")),
        ("Police held 12 people next Sunday.", ("2021-05-09", "2021-05-09", "next Sunday")),
        ("In March 2019 twelve people died.", ("2019-03-01", "2019-03-31", "March 2019")),
    ],
)
def test_a_date_is_its_words_and_no_more(text, date):
    assert dates(text, "2021-05-05") == [date]


def test_the_day_of_speech_is_not_the_day_of_the_deed():
    assert dates("The mayor said Monday 12 people died.", "2021-05-05") == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine out of the voters died.", ["Nine killed 9 (voters)"]),
        ("Two 34-year-old women were killed.", ["Two killed 2 (women)"]),
        ("Two people died, then one more was killed.", ["Two killed 2 (people)"]),
        ("Another one died and another two were hurt.", ["another two injured 2"]),
        ("One third of voters stayed.", ["One third other 33.3333 (voters)"]),
        ("One third, he said.", []),
        ("CAD 25 million was lost.", ["CAD 25 million money 2.5e+07"]),
        ("They lost Rs 500.", ["Rs 500 money 500"]),
        ("Ministers of Eight nations met.", ["Eight other 8 (nations)"]),
        ("The Group of Eight met.", []),
        ("Of 40 people, 12 voters were hurt.", ["40 injured 40 (people)", "12 injured 12 (voters)"]),
    ],
)
def test_what_a_number_is_and_whom_it_counts(text, figures):
    assert lines(text) == figures


def test_one_over_five_is_a_share_and_two_over_five_is_not():
    assert lines("One over five of the voters stayed.") == ["One over five other 20 (voters)"]
    assert not any(line.startswith("Two over five") for line in lines("Two over five of the voters stayed."))


@pytest.mark.parametrize(("age", "reason"), [("120", "age"), ("34", "age")])
def test_ages_up_to_the_oldest_are_left_alone(age, reason):
    assert [left.reason for left in pg.read(f"Ahmed, {age}, said he was well.").left_alone] == [reason]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # up to ten, the same number meets by chance
        (
            "Ten peacekeepers were hurt. Ten members of the crew were injured.",
            [([0], [], None), ([1], [], None)],
        ),
        ("Eleven peacekeepers were hurt. Eleven members of the mission were injured.", [([0, 1], [], None)]),
        ("Police said 25 miners died. Doctors said 30 miners died.", [([0, 1], [], None)]),
        (
            "Police said 25 miners died and doctors said 30 sailors died.",
            [([0], [], None), ([1], [], None)],
        ),
        ("Some 40 people, up from 32, were killed.", [([0], [1], None)]),
        ("About 900 of the 4,200 voters stayed home.", [([0], [], 1), ([1], [], None)]),
        ("Of 40 people, 12 voters were hurt.", [([0], [], None), ([1], [], 0)]),
    ],
)
def test_which_numbers_are_one_count_and_which_its_parts(text, counts):
    assert merged(text) == counts
