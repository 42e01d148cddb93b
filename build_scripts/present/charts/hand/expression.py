"""The few expressions of Vega that our specifications hold: arithmetic, comparisons, choices, `datum.field`."""

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

Datum = Mapping[str, Any]
Expression = Callable[[Datum], Any]
_CHOICE = re.compile(r"(?P<test>[^?]+)\?(?P<then>[^:]+):(?P<other>.+)", re.DOTALL)
_TWO: Mapping[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: math.fmod,
    ast.Eq: operator.eq,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
}


@lru_cache(maxsize=256)
def expression(text: str) -> Expression:
    """Make of an expression what finds its value for a datum; a field that is not there is null.

    Raises:
        ValueError: The text holds something else.
    """
    choice = _CHOICE.fullmatch(text)
    if choice is not None:
        test, then, other = (expression(choice[part]) for part in ("test", "then", "other"))
        return lambda datum: then(datum) if test(datum) else other(datum)
    return _meaning(ast.parse(text.strip().replace("===", "=="), mode="eval").body)


def _meaning(node: ast.expr) -> Expression:
    found: Expression
    match node:
        case ast.Constant(value=known):
            found = _always(known)
        case ast.Name(id="null"):
            found = _always(None)
        case ast.Attribute(value=ast.Name(id="datum"), attr=name):
            found = _field(name)
        case ast.BinOp(left=left, op=op, right=right) | ast.Compare(left=left, ops=[op], comparators=[right]):
            found = _two(_TWO[type(op)], left, right)
        case ast.UnaryOp(op=ast.USub(), operand=inside):
            found = _one(operator.neg, inside)
        case ast.Call(func=ast.Name(id="floor"), args=[inside]):
            found = _one(math.floor, inside)
        case _:
            raise ValueError(ast.unparse(node))
    return found


def _always(value: Any) -> Expression:
    return lambda _: value


def _field(name: str) -> Expression:
    return lambda datum: datum.get(name)


def _one(work: Callable[[Any], Any], inside: ast.expr) -> Expression:
    value = _meaning(inside)
    return lambda datum: work(value(datum))


def _two(work: Callable[[Any, Any], Any], left: ast.expr, right: ast.expr) -> Expression:
    """Join two parts; a field and a number, of which most expressions are made, are looked at here."""
    match left, right:
        case ast.Attribute(value=ast.Name(id="datum"), attr=name), ast.Constant(value=known):
            return lambda datum: work(datum.get(name), known)
        case ast.Constant(value=known), ast.Attribute(value=ast.Name(id="datum"), attr=name):
            return lambda datum: work(known, datum.get(name))
    one, other = _meaning(left), _meaning(right)
    if isinstance(right, ast.Constant):
        known = right.value
        return lambda datum: work(one(datum), known)
    return lambda datum: work(one(datum), other(datum))
