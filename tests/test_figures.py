"""Every figure of the tables as gathered on 2026-11-23 is in the packages, once, unchanged, and says where it comes from.

`data/figures.json` holds the count and the digests of those tables: one line of text per row, the lines sorted,
joined and hashed, for every indicator or family of targets and for all of them together. The lines are rebuilt here from
the packages alone.
"""

import csv
import json
import re
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PACKAGES = HERE.parent / "datapackages"
GATHERED = json.loads((HERE / "data" / "figures.json").read_text(encoding="utf-8"))


def rows_of(package, table):
    path = PACKAGES / package / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def observations():
    """Every observation of every theme, together with the row of its source."""
    for folder in sorted(path.parent.name for path in PACKAGES.glob("*/observations.csv")):
        sources = {row["id"]: row for row in rows_of(folder, "sources")}
        for row in rows_of(folder, "observations"):
            yield row, sources[row["source"]]


def address(source):
    """The address as it was gathered: what follows it in brackets is kept as the locator."""
    return f"{source['url']} ({source['locator']})" if source["locator"] else source["url"]


def printed(row):
    """The value as the source prints it: `9.0`, `~16`, `>64`, `2.73-2.79`."""
    if row["operator"] == "range":
        return f"{row['low']}-{row['high']}"
    sign = "" if row["operator"] == "=" else row["operator"]
    return sign + (row["value"] + row["low"] + row["high"])


def region_lines():
    known = set(GATHERED["region"]["sources"])
    lines = defaultdict(list)
    for row, source in observations():
        if source["id"] in known:
            said = (row["indicator"], row["area"], row["period"], printed(row), row["status"], source["id"])
            lines[row["indicator"]].append("|".join(said))
    return lines


def hanoi_lines():
    known, region = set(GATHERED["hanoi"]["addresses"]), set(GATHERED["region"]["sources"])
    lines = defaultdict(list)
    for row, source in observations():
        if source["id"] not in region and address(source) in known:
            said = (
                row["indicator"],
                row["period"],
                printed(row),
                row["status"],
                row["quote"],
                row["confidence"],
            )
            origin = (source["title"], source["publisher"], address(source))
            lines[row["indicator"]].append("|".join(said + origin))
    return lines


def policy_lines():
    """The figures of the policy documents, grouped by the first part of their ids (`nq30`, `c17`, `y26` ...)."""
    figures = [promised(row) for table in ("targets", "yearly_targets") for row in rows_of("policy", table)]
    figures += [happened(row) for row in rows_of("policy", "outcomes")]
    figures += [
        (row["id"], "=", row["count"], row["count"], "", row["quote"], row["confidence"])
        for row in rows_of("policy", "counts")
    ]
    figures += [(row["id"], "", "", "", row["year"], "", "not-found") for row in rows_of("policy", "gaps")]
    lines = defaultdict(list)
    for figure in figures:
        lines[figure[0].partition("-")[0]].append("|".join(figure))
    return lines


def promised(row):
    figure = (row["id"], row["operator"], row["low"], row["high"])
    return (*figure, row["year"], row["quote"], row["confidence"])


def happened(row):
    """An outcome, with the year in which its period ends."""
    return promised(row | {"year": re.findall(r"\d{4}", row["period_en"])[-1]})


def digest(lines):
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()


TABLES = {"region": region_lines, "hanoi": hanoi_lines, "policy": policy_lines}


@pytest.mark.parametrize(("table", "count"), [("region", 10823), ("hanoi", 295), ("policy", 252)])
def test_every_gathered_row_is_there_once(table, count):
    assert sum(map(len, TABLES[table]().values())) == count == GATHERED[table]["rows"]


@pytest.mark.parametrize("table", TABLES)
def test_no_figure_of_any_indicator_or_family_of_targets_has_changed(table):
    found = {group: digest(lines) for group, lines in TABLES[table]().items()}
    assert found == GATHERED[table]["by"]


@pytest.mark.parametrize("table", TABLES)
def test_all_figures_of_a_table_together_are_as_gathered(table):
    lines = [line for group in TABLES[table]().values() for line in group]
    assert digest(lines) == GATHERED[table]["sha256"]


def test_exactly_one_vintage_of_every_fact_is_in_force():
    in_force = defaultdict(int)
    for row, _ in observations():
        in_force[row["indicator"], row["area"], row["period"]] += row["in_force"] == "true"
    assert {fact: count for fact, count in in_force.items() if count != 1} == {}


def test_vintages_of_a_fact_are_numbered_from_one_without_holes():
    numbers = defaultdict(list)
    for row, _ in observations():
        numbers[row["indicator"], row["area"], row["period"]].append(int(row["vintage"]))
    assert {fact: n for fact, n in numbers.items() if sorted(n) != list(range(1, len(n) + 1))} == {}


def test_a_figure_of_low_confidence_is_never_preferred_to_a_better_one():
    known = defaultdict(list)
    for row, _ in observations():
        known[row["indicator"], row["area"], row["period"]].append((row["in_force"], row["confidence"]))
    doubtful = [
        fact
        for fact, vintages in known.items()
        if ("true", "low") in vintages and any(confidence != "low" for _, confidence in vintages)
    ]
    assert doubtful == []


def test_the_programme_has_twenty_nine_documented_gaps_and_the_17th_congress_six():
    gaps = Counter(row["document"] for row in rows_of("policy", "gaps"))
    assert sorted(gaps.values()) == [6, 29]


def test_the_gaps_of_the_programme_are_ten_five_five_and_nine():
    gaps = rows_of("policy", "gaps")
    programme, _ = Counter(row["document"] for row in gaps).most_common(1)[0]
    groups = Counter(row["group"] for row in gaps if row["document"] == programme)
    assert sorted(groups.values()) == [5, 5, 9, 10]
