"""Cells that a spreadsheet would run when it opens the table."""

import re
import unicodedata

_NUMBER = re.compile(r"[+-]\s*(?:[0-9][0-9.,]*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?\s*%?")
_RUN = re.compile(
    r"[+-]\s*(?:"
    r"[+-]*\s*[A-Za-z_][\w.]*\("  # a function
    r"|[+-]*\s*(?:'[^']*'|[\w.\[\]]+)[!|]"  # a cell of another sheet, or a program (DDE)
    r"|\$?[A-Za-z]{1,3}\$?[0-9]+\s*(?:[-+*/^&=<>:%,]|$)"  # a cell
    r"|[(\"{]"
    r"|[0-9.,]+\s*%?\s*[-+*/^&=<>]\s*[\w(\"'$.@=+-]"  # a sum
    r")"
)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run `cell`; a negative number, a telephone number and a list item are left alone."""
    text = unicodedata.normalize("NFKC", cell).lstrip()
    if text[:1] == "=":
        return text[1:].strip() != ""
    if text[:1] == "@":
        return text[1:2].isalpha() or text[1:2] in ("=", "(", "_")
    if text[:1] not in ("+", "-"):
        return False
    return cell[0] in "\t\r\n" or (_NUMBER.fullmatch(text) is None and _RUN.match(text) is not None)
