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
    ("files", 0, lambda each: each["files_without_downloads"]),
    ("bytes", 1, lambda each: each["bytes_without_downloads"] / 1e6),
)
STAGES = tuple(
    (stage, 1, lambda each, stage=stage: each["stages"].get(stage, 0.0)) for stage in (
        "start", "check", "compute", "draft", "charts", "render", "pictures", "downloads", "house", "mkdocs", "search", "write",
        "rest",
    )
)  # fmt: skip
WORDS = {
    "vi": {
        "title": "Dựng nhanh đến đâu",
        "about": "Một lần dựng trang web mất bao lâu, cần bao nhiêu bộ nhớ và viết ra bao nhiêu, với cổng nhỏ và cổng lớn.",
        "lead": "Các con số này do `make bench` đo trên những cổng thử với số liệu tự tạo: mỗi chỉ tiêu có 28 đến 396 dòng, 11 khu vực, hai ngôn ngữ. Máy có {cores} nhân, chạy Python {python}. “Sàn” là MkDocs không thêm gì, với chừng ấy trang trống. Máy có việc khác chạy cùng nên số đo xê dịch; so sánh trong cùng một lần đo thì đáng tin hơn.",
        "indicators": "Chỉ tiêu",
        "alt": "Giây CPU để dựng từ đầu, và giây đồng hồ khi một số liệu thay đổi, theo số chỉ tiêu.",
        "axis": "số chỉ tiêu", "seconds": "giây", "cold-line": "dựng từ đầu (CPU)", "changed-line": "một số liệu thay đổi", "floor-line": "sàn (CPU)",
        "pages": "Trang", "cold": "Dựng từ đầu, giây CPU", "floor": "Sàn (chỉ MkDocs), giây CPU", "wall": "Dựng từ đầu, giây đồng hồ (một tiến trình)",
        "peak": "Bộ nhớ nhiều nhất, MB", "first": "Dựng từ đầu ({jobs} tiến trình), giây đồng hồ", "unchanged": "Không có gì thay đổi, giây đồng hồ", "changed": "Một số liệu thay đổi, giây đồng hồ",
        "stages": "Thời gian đi đâu", "stages-lead": "Giây CPU của một lần dựng từ đầu, trong một tiến trình.",
        "start": "khởi động", "check": "kiểm tra", "compute": "tính toán", "draft": "soạn trang", "charts": "biểu đồ", "render": "điền mẫu",
        "pictures": "ảnh chia sẻ", "downloads": "tệp tải về", "house": "phông chữ, Vega, giao diện", "mkdocs": "MkDocs", "search": "chỉ mục tìm kiếm", "write": "ghi ra đĩa", "rest": "còn lại",
        "files": "Tệp, không kể tệp tải về", "bytes": "MB, không kể tệp tải về",
    },
    "en": {
        "title": "How fast it builds",
        "about": "How long a build takes, how much memory it needs and how much it writes, for small portals and large ones.",
        "lead": "`make bench` measured these on trial portals of made-up figures: 28 to 396 rows an indicator, 11 areas, two languages. The machine has {cores} cores and runs Python {python}. The floor is bare MkDocs on as many empty pages. Other work runs on the machine too, so figures waver; comparisons within one run are worth more.",
        "indicators": "Indicators",
        "alt": "CPU seconds of a build from nothing, and seconds by the clock after one figure changed, by the number of indicators.",
        "axis": "indicators", "seconds": "seconds", "cold-line": "from nothing (CPU)", "changed-line": "one figure changed", "floor-line": "floor (CPU)",
        "pages": "Pages", "cold": "From nothing, CPU seconds", "floor": "Floor: bare MkDocs, CPU seconds", "wall": "From nothing, seconds by the clock (one process)",
        "peak": "Most memory, MB", "first": "From nothing, seconds by the clock ({jobs} processes)", "unchanged": "Nothing changed, seconds by the clock", "changed": "One figure changed, seconds by the clock",
        "stages": "Where the time goes", "stages-lead": "CPU seconds of one build from nothing, in one process.",
        "start": "starting", "check": "check", "compute": "compute", "draft": "drafting", "charts": "charts", "render": "filling templates",
        "pictures": "share pictures", "downloads": "downloads", "house": "fonts, Vega, theme", "mkdocs": "MkDocs", "search": "search index", "write": "writing", "rest": "the rest",
        "files": "Files, downloads aside", "bytes": "MB, downloads aside",
    },
}  # fmt: skip


def page(language, measured):
    """Write the page of a language."""
    words = WORDS[language]
    lead = words["lead"].format(cores=measured["cores"], python=measured["python"])
    return (
        f"---\ntitle: {words['title']}\ndescription: {words['about']}\n---\n\n# {words['title']}\n\n{lead}\n\n"
        f"![{words['alt']}](speed.svg)\n\n{table(language, measured, ROWS)}\n\n"
        f"## {words['stages']}\n\n{words['stages-lead']}\n\n{table(language, measured, STAGES)}\n"
    )


def table(language, measured, rows):
    """Write rows of what was measured, a column a size."""
    words, writer, results = WORDS[language], Writer(speak(language)), measured["results"]
    sizes = " | ".join(writer.number(each["size"]) for each in results)
    lines = [f"| {words['indicators']} | {sizes} |", f"|---|{'---:|' * len(results)}"]
    for name, places, value in rows:
        figures = " | ".join(writer.number(value(each), places) for each in results)
        lines.append(f"| {words[name].format(jobs=measured['jobs'])} | {figures} |")
    return "\n".join(lines)


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
        alt.Chart(alt.Data(values=values), width=320, height=240)
        .mark_line(point=True)
        .encode(
            x=alt.X("x:Q", title=words["axis"], scale=alt.Scale(type="log"), axis=_axis(sizes)),
            y=alt.Y("y:Q", title=words["seconds"], scale=alt.Scale(type="log"), axis=_axis([1, 10, 100])),
            color=alt.Color(
                "what:N",
                title=None,
                sort=None,
                scale=alt.Scale(range=["#10406f", "#b35900", "#767676"]),
                legend=alt.Legend(labelLimit=0, orient="top", direction="vertical"),
            ),
        )
        .configure(font=FAMILY, background="#fefdfa")
        .configure_axis(labelFontSize=14, titleFontSize=14)
        .configure_legend(labelFontSize=14, symbolSize=120)
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
