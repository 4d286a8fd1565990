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
        # one number behind an opening whole is not there: the verb tells of the whole
        ("Of the 29 miners, most were killed.", ["29 killed 29 (miners)"]),
        # a headline's verb has a capital, and is no part of the noun
        ("One Protester Killed In Clash", ["One killed 1 (Protester)"]),
        ("Two Soldiers Kill Protesters In Town", ["Two other 2 (Soldiers)"]),
        ("Some 12 police attack protesters in town.", ["Some 12 other 12 (police)"]),
        ("Of those polled, 40 say sources lied.", []),
        # behind the point stands a number below a hundred, or none
        ("In all three point twenty thousand voters came.", ["twenty thousand electorate 20000 (voters)"]),
        ("Two point third people came.", ["Two other 2 (point third people)"]),
        # a number beside a share is another one
        (
            "In ward five five twenty-firsts of the votes were lost.",
            ["five twenty-firsts vote_share 23.8095 (votes)"],
        ),
        # a share is none of those who are no one
        ("No one was hurt.", ["No one injured 0"]),
        ("No one in five voters stayed home.", ["one in five other 20 (voters)"]),
        ("No one-third of the voters stayed.", ["one-third other 33.3333 (voters)"]),
        # each of two asides stands in nobody's way
        ("Police arrested (on Monday) (in the old part of the town) 12 people.", ["12 arrested 12 (people)"]),
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
        # one number of two currencies
        ("They paid 5 million dollars. They paid 5 million euros.", [([0], [], None), ([1], [], None)]),
    ],
)
def test_which_numbers_are_one_count_and_which_its_parts(text, counts):
    assert merged(text) == counts


@pytest.mark.parametrize(("between", "whole"), [(1, 0), (4, 0), (5, None)])
def test_a_part_is_of_a_whole_up_to_five_sentences_before(between, whole):
    text = "Nine people were killed. " + "It rained. " * between + "Three of them were children killed."
    assert merged(text) == [([0], [], None), ([1], [], whole)]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("Sunday", "background"),
        ("Sunday May 21", "asserted"),
        ("Sunday, May 21", "asserted"),
        ("Sunday, 21 May 2006", "asserted"),
    ],
)
def test_news_of_the_week_has_days_without_a_date(day, status):
    # An article without a date that tells of Sunday is news of its week: what it dates by the month is past.
    [figure] = pg.read(f"Twelve people died in May 2006. It hit on {day}.").figures
    assert figure.status == status


@pytest.mark.parametrize(("words", "status"), [("2003", "background"), ("2003 they", "asserted")])
def test_the_perfect_tense_of_another_clause_tells_nothing(words, status):
    # `have` stands five words from the number, or one more.
    [figure] = pg.read(f"Thirty people were killed since {words} have found.", published="2021-05-05").figures
    assert figure.status == status
