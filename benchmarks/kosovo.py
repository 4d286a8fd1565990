"""What each method says of the killed of Kosovo, from the 15 overlap counts of four lists.

python benchmarks/kosovo.py            prints the table
python benchmarks/kosovo.py --write    writes it into docs/kosovo.md too
"""

from __future__ import annotations

import argparse
import csv
import time
from pathlib import Path

from pressgauge import stats

from pages import machine, put, table  # isort: skip

DATA = Path(__file__).parents[1] / "examples" / "kosovo.csv"
PUBLISHED = [(0, 3), (2, 3), (0, 1, 2)]


def lists_of_kosovo() -> dict[str, float]:
    with DATA.open(encoding="utf-8", newline="") as lines:
        return {"".join(row[:4]): float(row[4]) for row in list(csv.reader(lines))[1:]}


def line(method: str, found: stats.Estimate, told: str) -> list[str]:
    known = found.identified
    estimate = (
        f"{found.estimate:,.0f}" if found.estimate is not None else f"{known.low:,.0f} to {known.high:,.0f}"
    )
    return [method, estimate, f"{found.low:,.0f} to {found.high:,.0f}", told]


def two_lists(counts: dict[str, float]) -> tuple[float, float, float]:
    first = sum(n for history, n in counts.items() if history[0] == "1")
    third = sum(n for history, n in counts.items() if history[2] == "1")
    return first, third, sum(n for history, n in counts.items() if history[0] == history[2] == "1")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--write", action="store_true")
    options.add_argument("--threads", type=int, default=2)
    asked = options.parse_args()
    counts = lists_of_kosovo()
    by_aic, by_bic = stats.mse_all_models(counts), stats.mse_all_models(counts, criterion="bic")
    published, best = stats.loglinear_mse(counts, PUBLISHED), by_aic[0]
    places = {model.interactions: place for place, model in enumerate(by_aic, 1)}
    begin = time.perf_counter()
    posterior = stats.lcmcr(counts, threads=asked.threads)
    took = time.perf_counter() - begin
    chains = ", ".join(f"{median:,.0f}" for median in sorted(map(float, median_of_chains(posterior))))
    lines = [
        line("`chapman`, EXH and OSCE alone", stats.chapman(*two_lists(counts)), "two lists of four"),
        line("`chao`", stats.chao(counts), "a lower bound"),
        line(
            "`mse_profile`, lists independent",
            stats.mse_profile(counts),
            f"AIC {stats.loglinear_mse(counts).aic:.1f}",
        ),
        line("`loglinear_mse`, the published model", published.population, of_model(published, places)),
        line("`mse_profile` of it", stats.mse_profile(counts, PUBLISHED), ""),
        line("`mse_all_models`, best by AIC", best.population, of_model(best, places)),
        line("`mse_profile` of it", stats.mse_profile(counts, best.interactions), ""),
        line("`mse_all_models`, best by BIC", by_bic[0].population, of_model(by_bic[0], places)),
        line("`mse_model_range`, AIC within 2", stats.mse_model_range(counts), ""),
        line("`mse_model_range`, BIC within 2", stats.mse_model_range(counts, criterion="bic"), ""),
        line("`mse_model_average`, BIC", stats.mse_model_average(counts), ""),
        line("`mse_model_average`, AIC", stats.mse_model_average(counts, criterion="aic"), ""),
        line("`lcmcr`", posterior.population, f"medians of the chains {chains}"),
    ]
    text = table(["method", "persons", "95 % interval", "told"], lines)
    told = (
        f"`lcmcr` with its defaults (4 chains, 10,000 sweeps and 2,000 draws, 100 sweeps apart): R-hat "
        f"{posterior.r_hat:.3f}, {posterior.bulk_draws:,.0f} independent draws in the bulk, "
        f"{posterior.tail_draws:,.0f} in the tails; {took:.0f} s with {asked.threads} threads on {machine()}."
    )
    print(text, told, sep="\n")
    if asked.write:
        put("kosovo.md", "kosovo", f"{text}\n{told}\n")


def of_model(model: stats.LoglinearModel, places: dict[object, int]) -> str:
    place = places[model.interactions]
    name = repr(model).rsplit("[", 1)[1]
    return f"[{name} AIC {model.aic:.1f} (place {place}), BIC {model.bic:.1f}"


def median_of_chains(posterior: stats.LatentClassPosterior) -> list[float]:
    middle = posterior.draws.shape[0] // 2
    return [float(sorted(chain)[middle]) for chain in posterior.draws.T]


if __name__ == "__main__":
    main()
