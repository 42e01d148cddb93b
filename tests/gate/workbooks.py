"""Workbooks made by hand: a sound one, and ways to spoil its parts."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006/relationships"
BOOK = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="table" sheetId="1" r:id="rId1"/></sheets></workbook>'
RELATIONS = (
    f'<Relationships xmlns="{PACKED}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
FORMATS = {"usual": 0, "percent": 9, "day": 14, "clock": 21, "own": 164, "thousands": 165, "text": 49}
USED = "".join(f'<xf numFmtId="{number}"/>' for number in FORMATS.values())
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/>'
    '<numFmt numFmtId="165" formatCode="#,##0,"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
    f"<cellXfs>{USED}</cellXfs></styleSheet>"
)
HEAD = ("province", "year", "value", "note")


def text(at, words, kind="inlineStr"):
    return f'<c r="{at}" t="{kind}"><is><t xml:space="preserve">{words}</t></is></c>'


def number(at, raw, style="usual"):
    return f'<c r="{at}" s="{list(FORMATS).index(style)}"><v>{raw}</v></c>'


def row(at, *cells, more=""):
    return f'<row r="{at}"{more}>{"".join(cells)}</row>'


def sheet(*rows, before="", after=""):
    head = row(1, *(text(f"{letter}1", name) for letter, name in zip("ABCD", HEAD, strict=True)))
    return (
        f'<worksheet xmlns="{MAIN}">{before}<sheetData>{head}{"".join(rows)}</sheetData>{after}</worksheet>'
    )


def usual(at=2, place="Nam Định", year="2023", value="12.5"):
    return row(at, text(f"A{at}", place), number(f"B{at}", year), number(f"C{at}", value))


def packed(sheet_xml=None, **parts):
    """Pack a workbook; `parts` replace or add files, a `None` takes one away."""
    whole = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet(usual()) if sheet_xml is None else sheet_xml,
    } | parts
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in whole.items():
            if data is not None:
                archive.writestr(name, data)
    return out.getvalue()
