from __future__ import annotations

import json
import math
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pressgauge as pg
from pressgauge.sentiment import Label, Link, Profile, calibrate, score

ROOT = Path(__file__).parents[3]
WHO = ("town", "team", "choir", "school", "club", "band", "crew", "office")
GOOD = [f"The {who} celebrated the wonderful news with happy families." for who in WHO]
BAD = [f"The massacre horrified the {who}, and families grieved." for who in WHO]
PLAIN = [f"The {who} meets on the second floor of the house." for who in WHO]
TEXTS = [text for three in zip(GOOD, BAD, PLAIN, strict=True) for text in three]
RATINGS = [rating + 0.01 * i for i in range(len(WHO)) for rating in (0.6, -0.8, 0.0)]
FEW = "only 24 rated texts"

links = st.builds(
    Link,
    gain=st.floats(0.01, 50),
    offset=st.floats(-1, 1),
    negative_below=st.floats(-1, 0),
    positive_above=st.floats(0, 1),
)


@pytest.fixture(scope="module")
def link():
    with pytest.warns(UserWarning, match=FEW):
        return calibrate(TEXTS, RATINGS)


def test_scores_follow_the_ratings(link):
    assert [score(text, link=link).label for text in (GOOD[0], BAD[0], PLAIN[0])] == [
        Label.positive,
        Label.negative,
        Label.neutral,
    ]
    assert score(GOOD[0], link=link).score == pytest.approx(0.63, abs=0.15)
    assert link.n == 24
    assert link.macro_f1 > 0.9
    assert link.r > 0.95
    assert link.error < 0.15
    assert link.warnings[0].startswith(FEW)


def test_calibration_gives_the_same_each_time(link):
    with pytest.warns(UserWarning, match=FEW):
        assert calibrate(iter(TEXTS), np.array(RATINGS)) == link


def test_thresholds_may_be_given_or_a_profile_s(link):
    with pytest.warns(UserWarning, match=FEW):
        own = calibrate(TEXTS, RATINGS, thresholds=(-0.3, 0.4))
    assert (own.negative_below, own.positive_above) == (-0.3, 0.4)
    with pytest.warns(UserWarning, match=FEW):
        shipped = calibrate(TEXTS, RATINGS, profile="news", through_zero=True)
    assert shipped.positive_above == Link.of_profile("news").positive_above
    assert shipped.offset == 0


def test_an_own_lexicon_is_calibrated():
    gauge = pg.Gauge(lexicon={"floor": 3})
    with pytest.warns(UserWarning, match=FEW):
        own = calibrate(TEXTS, RATINGS, gauge=gauge)
    assert own(gauge.read(PLAIN[0]).sentiment)[0] > own(score(PLAIN[0]))[0]


@pytest.mark.parametrize(
    ("texts", "ratings", "options", "message"),
    [
        (TEXTS, RATINGS[1:], {}, "there are 24 texts and 23 ratings"),
        (TEXTS[:9], RATINGS[:9], {}, "a link needs 10 rated texts, not 9"),
        (TEXTS, [*RATINGS[1:], math.nan], {}, "ratings are in"),
        (TEXTS, [*RATINGS[1:], -1.01], {}, "not -1.01"),
        (TEXTS[:1] * 12, RATINGS[:12], {}, "for every text"),
        (TEXTS, [-each for each in RATINGS], {}, "don't rise with raw"),
        (TEXTS, np.ones((24, 1)), {}, "one column"),
        (TEXTS, RATINGS, {"thresholds": (0.2, -0.2)}, "the lower one first"),
        (TEXTS, RATINGS, {"profile": "tweets"}, "not 'tweets'"),
        (TEXTS, RATINGS, {"profile": "news", "thresholds": (0, 0)}, "not both"),
        (TEXTS, RATINGS, {"plain_rating": 1.5}, "plain_rating"),
    ],
)
def test_ratings_that_no_link_fits_are_refused(texts, ratings, options, message):
    with pytest.raises(pg.DomainError, match=message):
        calibrate(texts, ratings, **options)


def test_one_text_is_not_several():
    with pytest.raises(TypeError, match="several texts"):
        calibrate(TEXTS[0], RATINGS)


@given(links, st.floats(-1, 1), st.floats(-1, 1))
def test_a_link_rises_with_raw_and_labels_with_it(link, one, other):
    (low, low_label), (high, high_label) = link(min(one, other)), link(max(one, other))
    assert -1 <= low <= high <= 1
    order = [Label.negative, Label.neutral, Label.positive]
    assert order.index(low_label) <= order.index(high_label)


@given(links)
def test_a_link_survives_json_and_pickling(link):
    assert Link.from_dict(json.loads(json.dumps(link.to_dict()))) == link
    assert pickle.loads(pickle.dumps(link)) == link


def test_a_link_that_was_fitted_survives_too(link):
    assert Link.from_dict(json.loads(json.dumps(link.to_dict()))) == link
    with pytest.raises(pg.DomainError, match="no field 'slope'"):
        Link.from_dict({"slope": 1})


@pytest.mark.parametrize(
    "options", [{"gain": 0}, {"gain": math.nan}, {"offset": math.inf}, {"negative_below": 0.5}]
)
def test_a_link_that_is_none_is_refused(options):
    with pytest.raises(pg.DomainError):
        Link(**options)


def test_a_link_changes_score_and_label_alone():
    link = Link(gain=3, negative_below=-0.99)
    ours, own = score(BAD[0]), score(BAD[0], link=link)
    assert link(ours) == link(ours.raw) == (own.score, own.label)
    for name in ("raw", "narration", "quotation", "events", "contributions", "sentences"):
        assert getattr(ours, name) == getattr(own, name)


def test_a_gauge_reads_with_its_link():
    link = Link(gain=3, negative_below=-0.9)
    gauge = pg.Gauge(link=link)
    assert gauge.link == link
    assert gauge.read(BAD[0]).sentiment == score(BAD[0], link=link) == score(BAD[0], gauge=gauge)
    again = pickle.loads(pickle.dumps(gauge))
    assert again.link == link
    assert again.rules_version == gauge.rules_version != pg.Gauge().rules_version
    assert pg.Gauge(link=Link(gain=3, negative_below=-0.8)).rules_version != gauge.rules_version


@pytest.mark.parametrize("profile", list(Profile))
def test_a_gauge_reads_with_its_profile(profile):
    gauge = pg.Gauge(profile=profile)
    assert gauge.link == Link.of_profile(profile.value)
    assert gauge.read(BAD[0]).sentiment == score(BAD[0], profile=profile)
    again = pickle.loads(pickle.dumps(gauge))
    assert again.rules_version == gauge.rules_version
    assert again.link == gauge.link


def test_news_is_the_default():
    assert score(BAD[0], profile="news") == score(BAD[0]) == pg.read(BAD[0]).sentiment
    assert pg.Gauge(profile="news").rules_version == pg.Gauge().rules_version
    assert len({pg.Gauge(profile=each).rules_version for each in Profile}) == len(
        {pg.Gauge(profile=each).link for each in Profile}
    )


def test_a_profile_is_known_and_a_link_comes_before_its_own():
    with pytest.raises(pg.DomainError, match="one of news, editorial, headline, not 'tweets'"):
        score(BAD[0], profile="tweets")
    with pytest.raises(pg.DomainError, match="not 'tweets'"):
        pg.Gauge(profile="tweets")
    assert pg.Gauge(profile="editorial", link=Link()).link == Link()
    both = score(BAD[0], profile="editorial", link=Link())
    assert both.raw == score(BAD[0], profile="editorial").raw
    assert both.link == Link()


def test_the_page_has_the_links_of_the_profiles_as_they_are():
    page = (ROOT / "docs" / "sentiment.md").read_text(encoding="utf-8")
    for profile in (Profile.editorial, Profile.headline):
        row = next(line for line in page.splitlines() if line.startswith(f"| `{profile}` |"))
        link = Link.of_profile(profile)
        shown = [float(cell) for cell in row.split("|")[3:6]]
        assert shown == [link.gain, link.negative_below, link.positive_above]
