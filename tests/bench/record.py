"""What was measured, for the documentation: a page with a table and a picture in each language, `python -m tests.bench.record`."""

import json
from pathlib import Path

import altair as alt
import vl_convert

from build_scripts.model import LANGUAGES
from build_scripts.present.charts.style import FAMILY
from build_scripts.present.charts.text import FONT_FOLDER
from build_scripts.present.numbers import Writer
from build_scripts.present.say import speak

ROOT = Path(__file__).parents[2]
MEASURED = ROOT / "build/bench/bench.json"
ROWS = (
    ("pages", 0, lambda each: each["pages"]),
    ("cold", 1, lambda each: each["cpu"]),
    ("floor", 1, lambda each: each["floor"]["cpu"]),
    ("wall", 1, lambda each: each["wall"]),
    ("peak", 0, lambda each: each["peak"] / 1e6),
    ("first", 1, lambda each: each["again"]["first"]["wall"]),
    ("unchanged", 1, lambda each: each["again"]["unchanged"]["wall"]),
    ("changed", 1, lambda each: each["again"]["changed"]["wall"]),
    *((stage, 1, lambda each, stage=stage: each["stages"].get(stage, 0.0)) for stage in (
        "start", "check", "compute", "draft", "charts", "render", "pictures", "downloads", "house", "mkdocs", "search", "write",
    )),
    ("files", 0, lambda each: each["files_without_downloads"]),
    ("bytes", 1, lambda each: each["bytes_without_downloads"] / 1e6),
)  # fmt: skip
WORDS = {
    "vi": {
        "title": "Dựng nhanh đến đâu",
        "about": "Một lần dựng trang web mất bao lâu, cần bao nhiêu bộ nhớ và viết ra bao nhiêu, với cổng nhỏ và cổng lớn.",
        "lead": "Đo bằng `make bench` trên các cổng thử với số liệu tự tạo (mỗi chỉ tiêu 28 đến 396 dòng, 11 khu vực, hai ngôn ngữ), máy {cores} nhân, Python {python}. “Sàn” là MkDocs trần với chừng ấy trang trống. Máy dùng chung nên số đo xê dịch; tỷ lệ trong cùng một lần đo đáng tin hơn.",
        "indicators": "Chỉ tiêu",
        "alt": "Giây CPU để dựng từ đầu, và giây chờ khi một số liệu thay đổi, theo số chỉ tiêu.",
        "axis": "số chỉ tiêu", "seconds": "giây", "cold-line": "dựng từ đầu (CPU)", "changed-line": "một số liệu thay đổi", "floor-line": "sàn (CPU)",
        "pages": "Trang", "cold": "Dựng từ đầu, giây CPU", "floor": "Sàn: MkDocs trần, giây CPU", "wall": "Dựng từ đầu, giây chờ (một tiến trình)",
        "peak": "Bộ nhớ nhiều nhất, MB", "first": "Dựng từ đầu và giữ lại, giây chờ", "unchanged": "Không có gì thay đổi, giây chờ", "changed": "Một số liệu thay đổi, giây chờ",
        "start": "khởi động, giây CPU", "check": "kiểm tra", "compute": "tính toán", "draft": "soạn trang", "charts": "biểu đồ", "render": "điền mẫu",
        "pictures": "ảnh chia sẻ", "downloads": "tệp tải về", "house": "phông chữ, Vega, giao diện", "mkdocs": "MkDocs", "search": "chỉ mục tìm kiếm", "write": "ghi ra đĩa",
        "files": "Tệp, không kể tệp tải về", "bytes": "MB, không kể tệp tải về",
    },
    "en": {
        "title": "How fast it builds",
        "about": "How long a build takes, how much memory it needs and how much it writes, for small portals and large ones.",
        "lead": "Measured by `make bench` on trial portals of made-up figures (28 to 396 rows an indicator, 11 areas, two languages) on a machine with {cores} cores, Python {python}. The floor is bare MkDocs on as many empty pages. The machine is shared, so figures waver; ratios within one run are worth more.",
        "indicators": "Indicators",
        "alt": "CPU seconds of a build from nothing, and seconds waited after one figure changed, by the number of indicators.",
        "axis": "indicators", "seconds": "seconds", "cold-line": "from nothing (CPU)", "changed-line": "one figure changed", "floor-line": "floor (CPU)",
        "pages": "Pages", "cold": "From nothing, CPU seconds", "floor": "Floor: bare MkDocs, CPU seconds", "wall": "From nothing, seconds waited (one process)",
        "peak": "Most memory, MB", "first": "From nothing, with what is kept written, seconds waited", "unchanged": "Nothing changed, seconds waited", "changed": "One figure changed, seconds waited",
        "start": "starting, CPU seconds", "check": "check", "compute": "compute", "draft": "drafting", "charts": "charts", "render": "filling templates",
        "pictures": "share pictures", "downloads": "downloads", "house": "fonts, Vega, theme", "mkdocs": "MkDocs", "search": "search index", "write": "writing",
        "files": "Files, downloads aside", "bytes": "MB, downloads aside",
    },
}  # fmt: skip


def page(language, measured):
    """Write the page of a language."""
    words, writer = WORDS[language], Writer(speak(language))
    results = measured["results"]
    sizes = " | ".join(writer.number(each["size"]) for each in results)
    lines = [f"| {words['indicators']} | {sizes} |", f"|---|{'---:|' * len(results)}"]
    for name, places, value in ROWS:
        figures = " | ".join(writer.number(value(each), places) for each in results)
        lines.append(f"| {words[name]} | {figures} |")
    lead = words["lead"].format(cores=measured["cores"], python=measured["python"])
    return (
        f"---\ntitle: {words['title']}\ndescription: {words['about']}\n---\n\n# {words['title']}\n\n{lead}\n\n"
        f"![{words['alt']}](speed.svg)\n\n" + "\n".join(lines) + "\n"
    )


def plot(language, measured):
    """Draw how the time grows with the number of indicators."""
    words, sizes = WORDS[language], [each["size"] for each in measured["results"]]
    values = [
        {"x": each["size"], "y": y, "what": words[f"{name}-line"]}
        for each in measured["results"]
        for name, y in (
            ("cold", each["cpu"]),
            ("changed", each["again"]["changed"]["wall"]),
            ("floor", each["floor"]["cpu"]),
        )
    ]
    chart = (
        alt.Chart(alt.Data(values=values), width=560, height=280)
        .mark_line(point=True)
        .encode(
            x=alt.X("x:Q", title=words["axis"], scale=alt.Scale(type="log"), axis=_axis(sizes)),
            y=alt.Y("y:Q", title=words["seconds"], scale=alt.Scale(type="log"), axis=_axis([1, 10, 100])),
            color=alt.Color(
                "what:N",
                title=None,
                sort=None,
                scale=alt.Scale(range=["#10406f", "#b35900", "#767676"]),
                legend=alt.Legend(labelLimit=0, orient="top"),
            ),
        )
        .configure(font=FAMILY, background="#fefdfa")
    )
    vl_convert.register_font_directory(str(FONT_FOLDER))
    return vl_convert.vegalite_to_svg(chart.to_dict())


def _axis(values):
    return alt.Axis(values=values, format="d", grid=False)


def main():
    measured = json.loads(MEASURED.read_text("utf-8"))
    for language in LANGUAGES:
        folder = ROOT / "docs" / language / "about"
        (folder / "speed.md").write_text(page(language, measured), encoding="utf-8")
        (folder / "speed.svg").write_text(plot(language, measured), encoding="utf-8")


if __name__ == "__main__":
    main()
