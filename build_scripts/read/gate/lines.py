"""Line ends and quotation marks in the raw text of a table."""

import re


def mixed_ends(text: str) -> bool:
    """Whether the text uses more than one kind of line end outside quotation marks."""
    bare = re.sub(r'"[^"]*"', '""', text) if '"' in text else text
    windows = bare.count("\r\n")
    lines, returns = bare.count("\n") - windows, bare.count("\r") - windows
    return sum(count > 0 for count in (windows, lines, returns)) > 1


def stray_quote(text: str, delimiter: str) -> int | None:
    """The line of the first quotation mark that neither opens nor closes a cell, counted from 1."""
    if '"' not in text:
        return None
    edge = re.escape(delimiter)
    quoted = re.compile(rf'(?:(?<=[\r\n{edge}])|\A)"(?:[^"]|"")*"(?=[\r\n{edge}]|\Z)')
    bare = quoted.sub(lambda found: "\n" * found.group().count("\n"), text)
    place = bare.find('"')
    return None if place < 0 else bare.count("\n", 0, place) + 1
