"""Programs that are slow, or that no environment can hold beside the rest: `make judge` asks them."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.present.pages.datasets import dataset_files
from tests import tiny
from tests.present.standards import readers, samples

pytestmark = pytest.mark.judge
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def laid(catalog, tmp_path_factory):
    folder = tmp_path_factory.mktemp("laid")
    for found in (catalog, tiny.tiny(packages=(samples.odd(),))):
        for artifact in dataset_files(found, samples.IMPRINTS):
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.data)
    return folder


@pytest.fixture(scope="module")
def cffconvert(tmp_path_factory):
    """Install it, with hashes, in an environment of its own."""
    folder = tmp_path_factory.mktemp("cff") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    install = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "--requirement",
        HERE / "cffconvert.txt",
    ]
    subprocess.run(install, check=True)
    return lambda path: subprocess.run(
        [folder / "bin" / "cffconvert", "--validate", "--infile", path],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.judged("cffconvert")
def test_cffconvert_finds_every_citation_file_valid(laid, cffconvert):
    paths = sorted(laid.rglob("CITATION.cff"))
    assert len(paths) > 10
    assert {path.parent.name: told.stderr for path in paths if (told := cffconvert(path)).returncode} == {}


@pytest.mark.judged("cffconvert")
@pytest.mark.parametrize(
    ("old", "new"),
    [('"1.2.0"', '"9.2.0"'), ("authors:", "writers:"), ("date-released: ", "date-released: x")],
)
def test_cffconvert_notices_a_fault(laid, cffconvert, tmp_path, old, new):
    text = (laid / "data/labour/CITATION.cff").read_text("utf-8")
    assert old in text
    spoiled = tmp_path / "CITATION.cff"
    spoiled.write_text(text.replace(old, new, 1), "utf-8")
    assert cffconvert(spoiled).returncode != 0


def office(path, out, form="csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"):
    """What LibreOffice makes of a file: the cells of the first sheet as they are formatted."""
    profile = (out / "profile").as_uri()
    command = [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        form,
        "--outdir",
        out,
        path,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    [made] = out.glob("*.csv")
    with made.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    made.unlink()
    return rows


@pytest.mark.judged("libreoffice")
def test_libreoffice_reads_texts_as_texts_and_numbers_as_numbers(laid, tmp_path):
    head, *rows = office(laid / "data/sample/odd.xlsx", tmp_path)
    assert head == ["id", "text", "number"]
    assert [row[1] for row in rows] == list(samples.ODD)
    numbers = [None if row[2] == "" else float(row[2]) for row in rows]
    assert numbers == [-5.25, 0, None, 1000, 12345678.9, -0.1, None, 7, 8, 9, 10]


@pytest.mark.judged("libreoffice")
def test_libreoffice_would_run_a_formula_that_somebody_else_wrote(tmp_path):
    import pandas as pd  # noqa: PLC0415 - the fault is planted with it

    spoiled = tmp_path / "odd.xlsx"
    pd.DataFrame({"text": ["=1+1"]}).to_excel(spoiled, index=False)
    assert office(spoiled, tmp_path)[1] != ["=1+1"]


@pytest.mark.judged("libreoffice")
def test_libreoffice_reads_the_cells_of_our_own_workbooks(laid, tmp_path):
    folder = laid / "data" / "labour"
    wanted = readers.expected(folder / "datapackage.json")
    for name in ("observations", "indicators"):
        head, *rows = office(folder / f"{name}.xlsx", tmp_path)
        for place, column in enumerate(head):
            found = [row[place] for row in rows]
            assert [same(cell, value) for cell, value in zip(found, wanted[name][column], strict=True)].count(
                False
            ) == 0


def same(cell, value):
    """Whether a cell shows a value: an empty one nothing, `TRUE` what is true."""
    if value is None:
        return cell == ""
    if isinstance(value, bool):
        return cell == str(value).upper()
    return cell == value if isinstance(value, str) else float(cell) == value


@pytest.mark.judged("r")
def test_r_reads_the_same_cells_from_csv_xlsx_and_json(laid, tmp_path):
    folder = laid / "data" / "sample"
    script = f"""
    texts <- list(
      csv = read.csv("{folder}/odd.csv", colClasses = "character", na.strings = "", encoding = "UTF-8")$text,
      xlsx = readxl::read_xlsx("{folder}/odd.xlsx", na = "", trim_ws = FALSE)$text,
      json = jsonlite::fromJSON("{folder}/odd.json")$text
    )
    numbers <- list(
      xlsx = readxl::read_xlsx("{folder}/odd.xlsx", na = "")$number,
      json = jsonlite::fromJSON("{folder}/odd.json")$number
    )
    writeLines(jsonlite::toJSON(list(texts = texts, numbers = numbers), na = "null", digits = NA), "out.json")
    """
    (tmp_path / "read.R").write_text(script, "utf-8")
    subprocess.run(
        [shutil.which("Rscript"), "--vanilla", "read.R"], cwd=tmp_path, check=True, capture_output=True,
        env={"LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )  # fmt: skip
    found = json.loads((tmp_path / "out.json").read_text("utf-8"))
    texts = [text if text else None for text in samples.ODD]
    assert found["texts"] == {"csv": texts, "xlsx": texts, "json": texts}
    numbers = [-5.25, 0, None, 1000, 12345678.9, -0.1, None, 7, 8, 9, 10]
    assert found["numbers"] == {"xlsx": numbers, "json": numbers}
