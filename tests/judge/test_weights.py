"""The weight of each kind of page, told as a table."""

import pytest

from tests.kinds import TWINS, everywhere
from tests.test_weight import ANY
from tests.weights import weigh

pytestmark = [pytest.mark.judge, pytest.mark.browser]
COLUMNS = ("page", "styles", "scripts", "fonts", "rest", "whole")


def test_the_weight_of_each_kind_of_page(browser, at):
    weights = {}
    for home, kind in everywhere(*TWINS):
        address, served = at(home, kind)
        weights[f"/{address}"] = weigh(browser, served)
    width = max(map(len, weights))
    lines = [
        f"{address:{width}}{''.join(f'{getattr(weight, name) / 1000:9.1f}' for name in COLUMNS)}"
        for address, weight in weights.items()
    ]
    heads = f"{'kB, packed':{width}}{''.join(f'{name:>9}' for name in COLUMNS)}"
    print("\n" + "\n".join([heads, *lines]))  # noqa: T201 - the table is what is asked for
    assert {address for address, weight in weights.items() if weight.whole > ANY} == set()
