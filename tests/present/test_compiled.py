"""Compiled templates are kept on the terms on which Python keeps compiled modules, and count for one text only."""

import sys

import pytest
from jinja2 import DictLoader, Environment

from build_scripts.present.compiled import compiled


@pytest.fixture
def module(tmp_path, monkeypatch):
    """A module whose compiled form would lie in a folder of its own, which Python may write to."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "__pycache__").mkdir()
    return tmp_path / "page.py"


def filled(module, text, options="plain"):
    loader = DictLoader({"page": text})
    environment = Environment(loader=loader, bytecode_cache=compiled(str(module), options), autoescape=True)
    return environment.get_template("page").render(name="<Hà Nội>")


def kept(module):
    return sorted(path.name for path in (module.parent / "__pycache__").iterdir())


def test_what_was_compiled_is_used_for_the_very_same_text(module):
    assert filled(module, "a {{ name }}") == filled(module, "a {{ name }}") == "a &lt;Hà Nội&gt;"
    assert len(kept(module)) == 1
    assert filled(module, "b {{ name }}") == "b &lt;Hà Nội&gt;"
    assert filled(module, "a {{ name }}") == "a &lt;Hà Nội&gt;"


def test_other_options_have_templates_of_their_own(module):
    assert filled(module, "a") == filled(module, "a", "trimmed") == "a"
    assert len(kept(module)) == 2


def test_nothing_is_written_where_python_keeps_nothing(module, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert filled(module, "a") == "a"
    assert kept(module) == []


def test_a_folder_that_is_not_there_is_done_without(module):
    (module.parent / "__pycache__").rmdir()
    assert filled(module, "a") == "a"


@pytest.mark.parametrize("length", [0, 20, 40, 200])
def test_what_is_damaged_is_compiled_anew(module, length):
    assert filled(module, "a") == "a"
    (path,) = (module.parent / "__pycache__").iterdir()
    path.write_bytes(path.read_bytes()[:length])
    assert filled(module, "a") == "a"
    assert path.stat().st_size > length
