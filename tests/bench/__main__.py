"""`make bench SIZES="30 300"`: build portals of these sizes from nothing, and write what it took.

The table goes to `build/bench/bench.md`, everything that was measured to `build/bench/bench.json`.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from tests.bench.clock import Peak
from tests.bench.floor import floor, weight
from tests.bench.portals import change, portal

ROOT = Path(__file__).parents[2]
DOWNLOADS = ("data/", "download/", "catalog.", "api/")
OTHERS = ("share/", "pagefind/", "embed/", "en/embed/", "assets/", "indicators/", "en/")
ORDER = ("start", "check", "compute", "draft", "charts", "render", "downloads", "pictures", "house", "mkdocs", "search",
    "write", "rest")  # fmt: skip


def run(command, **more):
    """Run a command in a session of its own; what it and all it starts have used, and what it printed."""
    began = time.perf_counter()
    before = os.times()
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True, **more
    ) as running:
        peak = Peak(running.pid)
        peak.start()
        printed = running.communicate()[0]
        most = peak.stop()
    assert running.returncode == 0, command
    after = os.times()
    used = (after.children_user + after.children_system) - (before.children_user + before.children_system)
    return {"cpu": used, "wall": time.perf_counter() - began, "peak": most}, printed


def cold(root, size):
    """Build a portal as on a machine that has never seen it, in one process, stage by stage."""
    for name in ("build", ".cache", "site"):
        rmtree(root / name, ignore_errors=True)
    site = root / "site"
    used, printed = run([sys.executable, "-m", "tests.bench.stages", str(root), str(site)])
    told = json.loads(printed)
    assert told["sound"], "the portal has problems: portal check"
    stages = told["cpu"]
    stages["check"] += max(0.0, used["cpu"] - sum(stages.values()))  # the checker, waited for at the end
    found = weight(site, (*DOWNLOADS, *OTHERS))
    pages = sum(1 for _ in (root / "build" / "docs").rglob("*.md"))
    files, size_in_all = found[""]
    without = [
        files - sum(found[each][0] for each in DOWNLOADS),
        size_in_all - sum(found[each][1] for each in DOWNLOADS),
    ]
    return used | {
        "size": size, "stages": stages, "walls": told["wall"], "pages": pages, "files": files, "bytes": size_in_all,
        "files_without_downloads": without[0], "bytes_without_downloads": without[1], "parts": found,
    }  # fmt: skip


def again(root, jobs):
    """Build once more: after a first build with what is kept, with nothing changed, then with one observation changed."""
    command = [sys.executable, "-P", "-m", "build_scripts", "build", "--root", str(root), "--jobs", str(jobs)]
    command += ["--cache", str(root / "build/kept")]
    found = {}
    for name in ("first", "unchanged", "changed"):
        if name == "changed":
            change(root)
        found[name] = run(command, stderr=subprocess.DEVNULL)[0]
    return found


def bare(pages):
    """Build as many empty pages with bare MkDocs, a language after the other."""
    with TemporaryDirectory() as folder:
        used = [run(command)[0] for command in floor(Path(folder), pages)]
    return {"cpu": sum(each["cpu"] for each in used), "wall": sum(each["wall"] for each in used)}


def medians(runs):
    """Put the run with the median CPU in the place of several."""
    middle = statistics.median_low(each["cpu"] for each in runs)
    return next(each for each in runs if each["cpu"] == middle)


def table(results):
    """Write the results as Markdown, a column a size."""
    sizes = [str(each["size"]) for each in results]
    lines = [f"| | {' | '.join(sizes)} |", f"|---|{'---:|' * len(sizes)}"]

    def row(name, show):
        lines.append(f"| {name} | {' | '.join(map(show, results))} |")

    row("pages", lambda each: f"{each['pages']:,}")
    row("CPU s, cold", lambda each: f"{each['cpu']:.1f}")
    row("floor: bare MkDocs, CPU s", lambda each: f"{each['floor']['cpu']:.1f}")
    row("wall s, cold", lambda each: f"{each['wall']:.1f}")
    row("peak memory, MB", lambda each: f"{each['peak'] / 1e6:.0f}")
    for name, words in (
        ("first", "cold, with what is kept written"),
        ("unchanged", "nothing changed"),
        ("changed", "one observation changed"),
    ):
        row(f"CPU s, {words}", lambda each, name=name: f"{each['again'][name]['cpu']:.1f}")
        row(f"wall s, {words}", lambda each, name=name: f"{each['again'][name]['wall']:.1f}")
    for stage in ORDER:
        row(f"CPU s: {stage}", lambda each, stage=stage: f"{each['stages'].get(stage, 0.0):.1f}")
    row("files", lambda each: f"{each['files']:,}")
    row("MB", lambda each: f"{each['bytes'] / 1e6:.1f}")
    row("files without downloads", lambda each: f"{each['files_without_downloads']:,}")
    row("MB without downloads", lambda each: f"{each['bytes_without_downloads'] / 1e6:.1f}")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[30, 300])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--runs", type=int, default=1, help="builds of each size; the one with the median CPU counts"
    )
    asked = parser.parse_args()
    results = []
    with TemporaryDirectory(prefix="portal-bench-") as folder:
        for size in asked.sizes:
            root = Path(folder, str(size))
            portal(root, size)
            made = medians([cold(root, size) for _ in range(asked.runs)])
            results.append(made | {"floor": bare(made["pages"]), "again": again(root, asked.jobs)})
            rmtree(root)
            print(table(results[-1:]), flush=True)
    place = ROOT / "build" / "bench"
    place.mkdir(parents=True, exist_ok=True)
    about = {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "jobs": asked.jobs,
        "runs": asked.runs,
    }
    (place / "bench.json").write_text(json.dumps(about | {"results": results}, indent=1), encoding="utf-8")
    (place / "bench.md").write_text(table(results), encoding="utf-8")
    print(table(results))


if __name__ == "__main__":
    main()
