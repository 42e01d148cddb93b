"""nginx with the configuration that the documentation shows: every header, a browser, two hundred clients for a minute."""

import os
import random
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import polars as pl
import pytest

from build_scripts.ground.serve import opened
from tests.conftest import ROOT
from tests.kinds import EMBEDS, TWINS

pytestmark = [pytest.mark.judge, pytest.mark.browser]
OURS = re.compile(r"^    (listen|server_name|ssl_\w+|root)\b.*\n", re.MULTILINE)
CLIENTS, SECONDS = 200, 60


def shown(language):
    """The configuration as the page about serving shows it."""
    text = (ROOT / "docs" / language / "about" / "serving.md").read_text("utf-8")
    return re.search(r"```text\n(.*?)```", text, re.DOTALL)[1]


def test_both_languages_show_the_same_configuration():
    assert shown("vi") == shown("en")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def nginx(site, tmp_path_factory):
    """The address of an nginx on this machine that serves the site as the documentation says."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    block = OURS.sub("", shown("en")).replace(
        "server {\n", f"server {{\n    listen 127.0.0.1:{port};\n    root {site};\n"
    )
    temporary = "".join(
        f"{each}_temp_path {folder}/{each};\n"
        for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{'user root; ' if os.geteuid() == 0 else ''}daemon off; pid {folder}/pid; error_log {folder}/errors warn; worker_processes 2;\n"
        f"worker_rlimit_nofile 4096; events {{ worker_connections 1024; }}\n"
        f"http {{ access_log off; {temporary}\n{block.replace('include mime.types', 'include /etc/nginx/mime.types')}\n}}\n",
        "utf-8",
    )
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    server = subprocess.Popen([program, "-p", folder, "-e", folder / "errors", "-c", folder / "nginx.conf"])
    for _ in range(100):
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait(10)
    assert (folder / "errors").read_text("utf-8") == ""


def asked(address, **headers):
    request = urllib.request.Request(
        address, headers={key.replace("_", "-"): each for key, each in headers.items()}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_a_page_is_packed_and_asked_for_again_only_when_it_changed(nginx, site):
    status, headers, body = asked(nginx, Accept_Encoding="gzip")
    assert (status, headers["Content-Encoding"], headers["Vary"]) == (200, "gzip", "Accept-Encoding")
    assert len(body) * 3 < (site / "index.html").stat().st_size
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "public, max-age=300, must-revalidate"
    again = asked(nginx, If_None_Match=headers["ETag"], Accept_Encoding="gzip")
    assert (again[0], again[2]) == (304, b"")


@pytest.mark.parametrize(
    "path",
    ["data/population/observations.parquet", "data/population/observations.csv", "download/portal.sqlite"],
)
def test_a_part_of_a_file_can_be_asked_for(nginx, site, path):
    status, headers, body = asked(nginx + path, Range="bytes=10-109")
    whole = (site / path).read_bytes()
    assert (status, body) == (206, whole[10:110])
    assert headers["Content-Range"] == f"bytes 10-109/{len(whole)}"
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_polars_reads_one_column_of_a_published_file_from_afar(nginx, site):
    path = "data/population/observations.parquet"
    found = pl.scan_parquet(f"{nginx}{path}").select("value").collect()
    assert found.equals(pl.read_parquet(site / path, columns=["value"]))


TYPES = {
    "data/population/observations.csv": "text/csv; charset=utf-8",
    "data/population/observations.parquet": "application/vnd.apache.parquet",
    "data/population/observations.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "data/population/CITATION.cff": "application/yaml",
    "data/population/citation.bib": "application/x-bibtex",
    "data/population/citation.ris": "application/x-research-info-systems",
    "catalog.ttl": "text/turtle; charset=utf-8",
    "catalog.jsonld": "application/ld+json; charset=utf-8",
    "feed.xml": "text/xml; charset=utf-8",
    "manifest.webmanifest": "application/manifest+json",
    "api/v1/index.json": "application/json; charset=utf-8",
    "assets/portal.css": "text/css; charset=utf-8",
    "assets/licences.txt": "text/plain; charset=utf-8",
}


@pytest.mark.parametrize("path", TYPES)
def test_every_kind_of_file_has_its_name_on_the_web(nginx, path):
    status, headers, _ = asked(nginx + path)
    assert (status, headers["Content-Type"]) == (200, TYPES[path])
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_what_never_changes_is_kept_for_good(nginx, site):
    version = next((site / "data").glob("*/versions/*/datapackage.json")).relative_to(site)
    piece = next((site / "pagefind/fragment").iterdir()).relative_to(site)
    for path in (version, piece):
        assert asked(f"{nginx}{path}")[1]["Cache-Control"] == "public, max-age=31536000, immutable"


def test_what_is_not_there_says_so_with_the_same_care(nginx, site):
    status, headers, body = asked(nginx + "nothing/here")
    assert (status, body) == (404, (site / "404.html").read_bytes())
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("kind", [*TWINS, *EMBEDS])
@pytest.mark.parametrize("home", ["", "en/"])
def test_the_header_allows_what_the_page_allows_and_says_who_may_frame_it(nginx, of_kind, site, home, kind):
    path = f"{home}{of_kind(kind)}"
    policy = asked(nginx + path)[1]["Content-Security-Policy"]
    page = re.search(
        r'Content-Security-Policy" content="([^"]*)"', (site / path / "index.html").read_text("utf-8")
    )[1]
    scripts = "script-src 'self' 'wasm-unsafe-eval'" if kind == "search/" else "script-src 'self'"
    assert scripts in [each.strip() for each in policy.split(";")]
    assert policy.endswith("frame-ancestors *" if kind in EMBEDS else "frame-ancestors 'none'")
    rules = {each.split()[0]: set(each.split()[1:]) for each in policy.split(";")}
    for each in page.split(";"):
        name, *sources = each.split()
        assert sources == ["'none'"] or set(sources) <= rules[name], (
            "the header must not take away what the page needs"
        )


@pytest.mark.parametrize("path", ["", "en/", "search/?q=dan+so", "en/compare/", "take/"])
def test_pages_work_in_a_browser_under_these_headers(nginx, browser, path):
    page, wrong = browser.new_page(), []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(nginx + path)
    page.wait_for_load_state("networkidle")
    if "q=" in path:
        page.get_by_role("link", name="Dân số trung bình").first.wait_for()
    page.close()
    assert wrong == []


SCRIPT = """
local paths = {}
for line in io.lines("PATHS") do paths[#paths + 1] = line end
local place = 0
function setup(thread) thread:set("seed", place); place = place + 1 end
function init(args) math.randomseed(seed + 7) end
function request() return wrk.format("GET", paths[math.random(#paths)], {["Accept-Encoding"] = "gzip"}) end
"""


def loaded(address, site, folder, clients, seconds):
    """Have `clients` read random files of the whole site for `seconds`; return requests, what went wrong, the report."""
    files = [f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()]
    files = [each.removesuffix("index.html") for each in files if each != "/404.html"]
    random.Random(7).shuffle(files)  # noqa: S311 - any order will do
    (folder / "paths").write_text("\n".join(files), "utf-8")
    script = folder / "paths.lua"
    script.write_text(SCRIPT.replace("PATHS", str(folder / "paths")), "utf-8")
    command = [
        "wrk",
        "--threads",
        "2",
        "--connections",
        str(clients),
        "--duration",
        f"{seconds}s",
        "--latency",
        "--timeout",
        "10s",
        "--script",
        script,
        address,
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(f"\n{told}")  # noqa: T201 - the figures are what is asked for
    wrong = re.findall(r"Socket errors.*|Non-2xx.*", told)
    return int(re.search(r"(\d+) requests in", told)[1]), wrong


def test_two_hundred_clients_read_for_a_minute_and_nothing_goes_wrong(nginx, site, tmp_path):
    requests, wrong = loaded(nginx, site, tmp_path, CLIENTS, SECONDS)
    assert wrong == []
    assert requests > CLIENTS * SECONDS


def test_the_server_of_a_keeper_stands_a_class_of_visitors(site, tmp_path):
    with opened(site, 0) as address:
        requests, wrong = loaded(address, site, tmp_path, 30, 10)
    assert wrong == []
    assert requests > 300
