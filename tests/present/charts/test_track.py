from build_scripts.model import Period
from build_scripts.present.charts import Point, Series
from build_scripts.present.charts.track import runs


def test_a_line_is_cut_before_the_periods_that_a_series_names():
    points = tuple(
        Point(Period.parse(str(year)), float(year), None, None, "final", "=") for year in (2023, 2024, 2025)
    )
    series = Series("Big", points, cuts=(Period.parse("2025"),))
    assert [[each.period.text for each in run] for run in runs(series)] == [["2023", "2024"], ["2025"]]
