"""How much there may be: refused by limits that are read before what they limit is parsed."""

import json
import zipfile

import pytest

from build_scripts.read.descriptor import PROFILE_KEY
from build_scripts.read.gate.limits import LIMITS


def refused_soon(gate, **place):
    """Refused for being too large, in two seconds of the processor and 300 MB."""
    gate.save()
    out = gate.outside / "said.txt"
    told = gate.zygote(["check", "--root", str(gate.root), "--format", "json"], gate.root, out)
    said = json.loads(out.read_text("utf-8"))
    assert told["code"] == 1
    assert told["seconds"] < 2, told
    assert told["kilobytes"] < 300_000, told
    found = [each for each in said["problems"] if each["code"] == "too-large"]
    assert any(all(each[key] == value for key, value in place.items()) for each in found), said


def of_our_own(gate):
    """Let the package follow a profile of ours: its tables are held whole."""
    gate.descriptor[PROFILE_KEY] = "theme"


def long_file(path, size):
    with path.open("r+b") as file:
        file.truncate(size)


def test_a_long_file(gate):
    of_our_own(gate)
    long_file(gate.folder / "table.csv", LIMITS["file"].most + 1)
    refused_soon(gate, file="datapackages/one/table.csv")


def test_a_file_of_terabytes(gate):
    long_file(gate.folder / "table.csv", 1 << 40)
    refused_soon(gate, file="datapackages/one/table.csv")


def test_a_long_descriptor(gate):
    gate.descriptor["description"] = "a" * 30_000_000
    refused_soon(gate, file="datapackages/one/datapackage.json")


def test_a_file_longer_than_that_of_a_large_table(gate):
    long_file(gate.folder / "table.csv", LIMITS["large-file"].most + 1)
    refused_soon(gate, file="datapackages/one/table.csv", value=str(LIMITS["large-file"].most + 1))


def test_many_bytes_in_files_of_large_tables(gate):
    for number in range(3):
        gate.write("x", f"t{number}.csv")
        long_file(gate.folder / f"t{number}.csv", 1_500_000_000)
    refused_soon(gate, file="datapackages/one")


def test_a_long_file_that_is_no_table(gate):
    gate.write("x", "map.geojson")
    long_file(gate.folder / "map.geojson", LIMITS["file"].most + 1)
    refused_soon(gate, file="datapackages/one/map.geojson")


def test_many_bytes_in_many_files(gate):
    of_our_own(gate)
    gate.descriptor["resources"] = []
    for number in range(4):
        name = f"t{number}.csv"
        gate.descriptor["resources"].append(
            {**gate.table, "name": f"t{number}", "path": name}
            if gate.descriptor["resources"]
            else {"name": name, "path": name}
        )
        gate.write("x", name)
        long_file(gate.folder / name, 15_000_000)
    refused_soon(gate, file="datapackages/one")


def test_many_files(gate):
    for number in range(2000):
        gate.write("", f"f{number}.csv")
    refused_soon(gate, file="datapackages/one")


def test_many_resources(gate):
    gate.descriptor["resources"] = [{**gate.table, "name": f"t{n}"} for n in range(2000)]
    refused_soon(gate, field="resources")


def test_many_columns(gate):
    names = [f"c{number}" for number in range(5000)]
    gate.rows(",".join("1" for _ in names), columns=[(name, "string") for name in names])
    refused_soon(gate, field="resources[0].schema.fields")


def test_many_rows(gate):
    of_our_own(gate)
    gate.write("province,year,value,note\n" + "a,2023,1,x\n" * 1_000_000)
    refused_soon(gate, file="datapackages/one/table.csv")


def test_many_empty_lines(gate):
    of_our_own(gate)
    gate.write("province,year,value,note\n" + "\n" * 10_000_000)
    refused_soon(gate, file="datapackages/one/table.csv")


def test_many_lines_that_end_as_on_old_macintoshes(gate):
    of_our_own(gate)
    gate.write("province,year,value,note\r" + "\r" * 10_000_000)
    refused_soon(gate, file="datapackages/one/table.csv")


def test_a_long_cell(gate):
    gate.write(f"province,year,value,note\na,2023,1,{'x' * 10_000_000}\n")
    refused_soon(gate, file="datapackages/one/table.csv", line=2)


def test_a_long_quoted_cell(gate):
    gate.write('province,year,value,note\na,2023,1,"' + "x\n" * 100_000)
    refused_soon(gate, file="datapackages/one/table.csv", line=2)


def test_deep_nesting(gate):
    deep = {}
    for _ in range(200):
        deep = {"a": deep}
    gate.descriptor["x"] = deep
    refused_soon(gate, file="datapackages/one/datapackage.json")


def test_an_archive_that_unpacks_to_gigabytes_is_never_unpacked(gate):
    with zipfile.ZipFile(gate.folder / "table.csv", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("table.csv", b"0" * 50_000_000)
    gate.refused("file-not-csv", file="datapackages/one/table.csv")


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+$", "(.*)*x", "(a*)*b", r"^(\w+\s?)*$", "(x+x+)+y"])
def test_a_pattern_made_to_run_for_ever_takes_no_time(gate, pattern):
    gate.fields[0]["constraints"] = {"pattern": pattern}
    gate.write(f"province,year,value,note\n{'a' * 30_000}!,2023,1,x\n")
    gate.check()


def test_a_table_of_a_size_that_is_allowed_is_read(gate):
    rows = [f"Tỉnh {number},{2000 + number % 30},{number}.5,ghi chú" for number in range(20_000)]
    gate.rows(*rows)
    gate.table["schema"]["primaryKey"] = ["province"]
    gate.accepted()
