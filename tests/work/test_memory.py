"""What is kept changes no byte: after any change a site is the same as one made anew, and only what must be is made."""

import csv
import json
import random

from build_scripts.__main__ import main
from build_scripts.ground.kept import Kept
from build_scripts.model.asking import EVERYTHING, PERIOD, ask, asking, everything
from build_scripts.pipeline import Order, build, stage_for
from build_scripts.read import load
from build_scripts.work import Unit, file_units, page_units, watched
from build_scripts.work.make import ORDER, make
from build_scripts.work.memory import OF_A_PACKAGE, TRACED, Memory
from build_scripts.work.prints import Prints
from tests.conftest import ROOT
from tests.portals import good_drafts, portal


def quietly(*_):
    pass


def made(root, kept):
    """Build, and give the list of digests."""
    outcome = build(Order(root, root.parent / "site", 1, kept=kept), quietly)
    assert outcome.built, outcome.problems
    return (root.parent / "site/SHA256SUMS").read_bytes()


def seeded(number):
    """Chance that chooses the same figures each time."""
    return random.Random(number)  # noqa: S311 - it chooses figures, no secrets


def nudge(path, chance, column="value"):
    """Change one figure of a table of observations a little; tell which row."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    row = chance.choice([each for each in rows if each[column] not in {"", "0"}])
    row[column] = row[column][:-1] + str((int(row[column][-1]) + 1) % 10)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return row


def forget_sums(root):
    """Take the sums of files out of every descriptor: a changed figure is then no problem by itself."""
    for path in root.glob("datapackages/*/datapackage.json"):
        described = json.loads(path.read_text("utf-8"))
        for each in described["resources"]:
            each.pop("hash", None)
            each.pop("bytes", None)
        path.write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")


def stage(root):
    reading = load(root)
    assert reading.catalog is not None, reading.problems[:3]
    return watched(stage_for(root, reading.catalog, reading.verdicts))


def test_a_changed_figure_a_changed_name_and_a_new_page_come_out_as_if_made_anew(tmp_path):
    root, kept = portal(tmp_path / "portal"), Kept(tmp_path / "kept")
    first = made(root, kept)
    assert made(root, None) == first
    chance = seeded(30)
    nudge(root / "datapackages/population/observations.csv", chance)
    rain = root / "datapackages/rainfall/rain.csv"
    table = root / "datapackages/policy/goals.csv"

    def rename():
        text = table.read_text("utf-8")
        name = text.splitlines()[1].split(",")[1]
        table.write_text(text.replace(name, f"{name} mới", 1), encoding="utf-8")

    def pour():
        forget_sums(root)
        rain.write_text(rain.read_text("utf-8").replace("12,5", "12,6"), encoding="utf-8")

    def write():
        for language in ("vi", "en"):
            page = root / "docs" / language / "own.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"---\ntitle: {language}\n---\n# Own\n\nWords.\n", encoding="utf-8")

    seen = {first}
    for changes in ([], [pour, rename], [write]):
        for change in changes:
            change()
        warm = made(root, kept)
        assert warm not in seen
        assert made(root, None) == warm
        seen.add(warm)
    assert made(root, kept) == warm


def test_only_what_a_figure_is_shown_on_is_made_again(tmp_path):
    root, kept = portal(tmp_path / "portal"), Kept(tmp_path / "kept")
    made(root, kept)
    row = nudge(root / "datapackages/population/observations.csv", seeded(7))
    again = stage(root)
    memory = Memory(kept, Prints(again))
    units = [*page_units(again.catalog), *file_units(again.catalog)]
    missing = {unit for unit in units if memory.find(unit) is None}
    kinds = {unit.kind for unit in missing}
    assert {"home", "indicator", "series", "dataset"} <= kinds
    shown = {unit.thing for unit in missing if unit.kind in {"indicator", "series"}}
    assert row["indicator"] in shown
    assert shown < {each.id for each in again.catalog.indicators.values() if each.package == "population"}
    assert not kinds & {"glossary", "rules", "conformance", "icon"}
    assert {unit.thing for unit in missing if unit.kind in OF_A_PACKAGE} == {"population"}


def test_a_page_that_shows_one_period_of_its_neighbours_does_not_ask_for_the_others():
    again = stage(ROOT)
    with asking() as heard:
        make(again, Unit("area", "ha-noi", "vi"))
    told = {each for each in heard if each.startswith("facts/")}
    assert not any(each.endswith("/*") for each in told)
    names = [each.split("/") for each in told if each.count("/") > 1]
    ranked = {indicator for _, indicator, area, *period in names if area == PERIOD and period}
    whole = {indicator for _, indicator, area, *_ in names if area == "hai-duong"}
    assert ranked
    assert ranked - whole, "some series of a neighbour are known by one period only"


def test_what_is_damaged_is_made_again(tmp_path):
    root, kept = portal(tmp_path / "portal"), Kept(tmp_path / "kept")
    first = made(root, kept)
    for number, path in enumerate(sorted(each for each in kept.folder.rglob("*") if each.is_file())):
        data = path.read_bytes()
        path.write_bytes((data[: len(data) // 2], data[:-1] + b"\0", b"", data)[number % 4])
    assert made(root, kept) == first
    assert made(root, kept) == first


def test_nothing_is_built_where_nothing_changed_and_everything_where_a_byte_of_the_site_did(tmp_path, capsys):
    root = portal(tmp_path / "portal")
    command = ["build", "--root", str(root), "--cache", str(tmp_path / "kept"), "--lang", "en"]
    assert main(command) == 0
    assert "Nothing has changed" not in capsys.readouterr().err
    before = (root / "site/SHA256SUMS").read_bytes()
    assert main(command) == 0
    assert "Nothing has changed" in capsys.readouterr().err
    (root / "site/index.html").write_text("spoiled")
    assert main(command) == 0
    assert "Nothing has changed" not in capsys.readouterr().err
    assert (root / "site/SHA256SUMS").read_bytes() == before
    (root / "site/more.txt").write_text("more")
    assert main(command) == 0
    assert "Nothing has changed" not in capsys.readouterr().err
    assert main([*command, "--no-cache"]) == 0
    assert "Nothing has changed" not in capsys.readouterr().err


def test_every_unit_that_is_traced_asks_for_what_it_shows():
    again = stage(ROOT)
    goal = next(iter(again.catalog.goals))
    for unit in (Unit("target", goal, "vi"), Unit("indicator", next(iter(again.catalog.indicators)), "en")):
        assert unit.kind in TRACED
        with asking() as heard:
            make(again, unit)
        assert heard, unit
        assert EVERYTHING not in heard


def test_asking_is_heard_by_the_innermost_listener_only():
    with asking() as outer:
        ask("a")
        with asking() as inner:
            everything(len)("")
        ask("b")
    assert (outer, inner) == ({"a", "b"}, {EVERYTHING})


def test_what_changes_while_a_site_is_made_is_not_taken_for_made(tmp_path, monkeypatch, capsys):
    root = portal(tmp_path / "portal")
    command = ["build", "--root", str(root), "--cache", str(tmp_path / "kept"), "--lang", "en"]
    table = root / "datapackages/population/observations.csv"

    def slowly(order, progress):
        outcome = build(order, progress)
        nudge(table, seeded(1))
        return outcome

    monkeypatch.setattr("build_scripts.commands.building.build", slowly)
    assert main(command) == 0
    monkeypatch.undo()
    capsys.readouterr()
    before = (root / "site/SHA256SUMS").read_bytes()
    assert main(command) == 0
    assert "Nothing has changed" not in capsys.readouterr().err
    assert (root / "site/SHA256SUMS").read_bytes() != before


def test_nothing_is_kept_in_a_folder_that_came_from_others(tmp_path, monkeypatch):
    monkeypatch.setattr("build_scripts.commands.making.STORE", tmp_path / "ours")
    root = portal(tmp_path / "portal")
    assert main(["build", "--root", str(root)]) == 0
    assert {path.name for path in root.iterdir()} == {"build", "datapackages", "site"}
    assert "kept" not in {path.name for path in (root / "build").iterdir()}
    assert any((tmp_path / "ours").iterdir())


def test_the_order_of_pages_knows_every_kind():
    templates = {draft.template for draft in good_drafts()}
    assert templates - {"search"} <= set(ORDER)
