"""Pieces of the gate by themselves: what each says of one thing, with its place and its words."""


def places(problems):
    """Code, file, line, field and value of each problem."""
    return [(each.code, each.file, each.line, each.field, each.value) for each in problems]
