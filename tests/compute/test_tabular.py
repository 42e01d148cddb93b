"""A line is drawn where a schema shows a time and a measure, and nowhere else."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from build_scripts.compute.tabular import time_and_measure
from build_scripts.model import Field, Resource, Table, Text


def resource(columns, *, key=(), enum=()):
    """A table; a column is written `name:type`."""
    parted = [name.rpartition(":") for name in columns]
    made = tuple(
        Field(name, kind, Text(name, name), Text("", ""), (("enum", ["1"]),) if name in enum else ())
        for name, _, kind in parted
    )
    cells = pd.DataFrame(
        {name: values for (name, _, _), values in zip(parted, columns.values(), strict=True)}, dtype="str"
    )
    return Resource("t", "t.csv", Text("t", "t"), Text("", ""), made, tuple(key), Table(cells), 0, "")


YEARS = ["2019", "2020", "2021"]


@pytest.mark.parametrize(
    "time", ["Year:year", "year:integer", "năm:string", "nam:any", "Ref Year:integer", "DATE:string"]
)
def test_a_column_of_years_and_one_of_figures_make_a_line(time):
    trend = time_and_measure(resource({time: YEARS, "value:number": ["1.5", "2.25", "3"]}))
    assert [(period.text, text) for period, text in trend.lines[0].points] == [
        ("2019", "1.5"),
        ("2020", "2.25"),
        ("2021", "3"),
    ]
    assert trend.places == 2


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        (["2020-01-01", "2020-02-01", "2020-03-01"], ["2020-01", "2020-02", "2020-03"]),
        (["2019-12-31", "2020-12-31", "2021-12-31"], ["2019", "2020", "2021"]),
        (["2020-01", "2020-02", "2020-03"], ["2020-01", "2020-02", "2020-03"]),
        (["2020Q1", "2020 Q2", "2020-q3"], ["2020-Q1", "2020-Q2", "2020-Q3"]),
        (
            ["2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z", "2020-03-01T00:00:00Z"],
            ["2020-01", "2020-02", "2020-03"],
        ),
    ],
)
def test_days_that_stand_for_months_or_years_are_read_as_such(cells, texts):
    trend = time_and_measure(resource({"date:date": cells, "value:number": ["1", "2", "4"]}))
    assert [period.text for period, _ in trend.lines[0].points] == texts


def test_points_are_put_into_the_order_of_time():
    trend = time_and_measure(resource({"year:year": YEARS[::-1], "value:number": ["3", "2", "1"]}))
    assert [text for _, text in trend.lines[0].points] == ["1", "2", "3"]


def test_of_many_categories_the_four_largest_at_last_are_shown():
    names = list("abcdef")
    table = {
        "Country Code:string": [name.upper() for name in names for _ in YEARS],
        "Country Name:string": [name for name in names for _ in YEARS],
        "Year:year": YEARS * 6,
        "Value:number": [str(10 * number + year) for number in range(6) for year in range(3)],
    }
    trend = time_and_measure(resource(table))
    assert trend.category.name == "Country Name"
    assert [line.label for line in trend.lines] == ["f", "e", "d", "c"]
    assert trend.categories == 6


def test_a_missing_figure_leaves_a_gap_and_is_not_zero():
    trend = time_and_measure(
        resource({"year:year": [*YEARS, "2022"], "value:number": ["1", "-9999", "3", "4"]}),
        missing={"", "-9999"},
    )
    assert [period.text for period, _ in trend.lines[0].points] == ["2019", "2021", "2022"]


@pytest.mark.parametrize(
    "columns",
    [
        {"year:year": YEARS},
        {"year:year": [], "value:number": []},
        {"name:string": ["a", "b", "c"], "value:number": ["1", "2", "3"]},
        {"year:year": YEARS, "id:integer": ["7", "9", "4"]},
        {"year:year": YEARS, "country_code:integer": ["7", "9", "4"]},
        {"year:year": YEARS, "lat:number": ["7.5", "9.5", "4.5"]},
        {"year:year": YEARS, "rank:integer": ["7", "9", "4"]},
        {"year:year": YEARS, "hạng:integer": ["7", "9", "4"]},
        {"year:year": YEARS, "x:integer": ["1", "5", "3"]},
        {"year:year": YEARS, "value:number": ["5", "5", "5"]},
        {"year:year": YEARS, "count:integer": ["1", "2", "3"]},
        {"year:year": YEARS, "value:number": ["1.234,5", "2", "3"]},
        {"year:year": ["2019", "2019", "2020", "2020"], "value:number": ["1", "2", "3", "4"]},
        {"year:year": ["2019", "2020", ""], "value:number": ["1", "2", "4"]},
        {"period:integer": ["1", "2", "3"], "value:number": ["1", "2", "4"]},
        {"month:integer": ["1", "2", "3"], "value:number": ["1", "2", "4"]},
        {"discovery_year:year": YEARS, "mass:number": ["1", "2", "4"]},
        {"date:date": ["2020-01-01", "2020-01-02"], "value:number": ["1", "2"]},
        {
            "time:datetime": [f"2020-01-01T{hour}:00:00Z" for hour in (10, 11, 12)],
            "value:number": ["1", "2", "4"],
        },
        {"date:date": ["01/02/2020", "02/03/2020", "03/04/2020"], "value:number": ["1", "2", "4"]},
        {"year:string": ["2019", "2020", "2021-Q1"], "value:number": ["1", "2", "4"]},
        {"year:year": YEARS, "name:string": ["a", "b", "c"], "other:string": ["a", "b", "c"]},
    ],
    ids=str,
)
def test_a_table_without_a_clear_time_or_measure_is_declined(columns):
    assert time_and_measure(resource(columns)) is None


def test_a_coded_column_and_one_written_in_its_own_way_are_no_measures():
    columns = {"year:year": YEARS, "kind:integer": ["3", "1", "2"]}
    assert time_and_measure(resource(columns, enum={"kind"})) is None
    assert time_and_measure(resource(columns), avoid={"kind"}) is None
    assert time_and_measure(resource(columns, key=("year", "kind"))) is None


def test_names_that_each_occur_once_are_a_list_and_no_series():
    columns = {"founded:year": YEARS, "name:string": ["a", "b", "c"], "staff:integer": ["5", "9", "7"]}
    assert time_and_measure(resource(columns, key=("founded", "name"))) is None


def test_days_are_drawn_as_days():
    days = ["2021-03-01", "2021-03-02", "2021-03-05"]
    trend = time_and_measure(resource({"date:date": days, "price:number": ["1.5", "2", "3"]}))
    assert [(period.kind, period.text) for period, _ in trend.lines[0].points] == [
        ("day", day) for day in days
    ]


def test_days_written_in_their_own_format_are_read_by_it():
    table = resource(
        {"DATE:date": ["03/01/2021", "03/02/2021", "04/01/2021"], "CLOSE:number": ["1", "2", "4"]}
    )
    time = replace(table.fields[0], format="%m/%d/%Y")
    trend = time_and_measure(replace(table, fields=(time, *table.fields[1:])))
    assert [period.text for period, _ in trend.lines[0].points] == ["2021-03-01", "2021-03-02", "2021-04-01"]


def test_of_hours_the_last_of_each_day_is_kept():
    hours = [f"2021-03-0{day}T{hour}:00:00Z" for day in (1, 2, 3) for hour in (10, 22)]
    trend = time_and_measure(resource({"utc_timestamp:datetime": hours, "load:number": list("246135")}))
    assert trend.thinned == "day"
    assert [figure for _, figure in trend.lines[0].points] == ["4", "1", "5"]


def test_of_very_many_days_the_last_of_each_month_is_kept():
    days = [(date(2020, 1, 1) + timedelta(number)).isoformat() for number in range(500)]
    trend = time_and_measure(resource({"date:date": days, "rate:number": [str(n * 3) for n in range(500)]}))
    assert trend.thinned == "month"
    assert [figure for _, figure in trend.lines[0].points][:2] == ["90", "177"]
    assert trend.lines[0].points[0][0].text == "2020-01"
