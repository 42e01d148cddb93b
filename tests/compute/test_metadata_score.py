"""A dataset's score says which criteria are met, and what a reader misses most."""

from dataclasses import replace

from build_scripts.compute.metadata import CRITERIA, criteria_of
from build_scripts.model import Text
from build_scripts.present.pages.datasets import score
from tests.tiny import package, scene, tiny


def test_a_bare_package_meets_only_what_no_table_of_it_lacks():
    met = {name for name, is_met in criteria_of(package("water")).items() if is_met}
    assert met == {"column-titles", "column-descriptions", "keys"}


def test_what_to_add_next_is_what_a_reader_misses_most():
    written = score(scene(tiny(), "en"), package("water"))
    assert written.startswith(f"Meets 3 of {len(CRITERIA)} criteria")
    assert "To add next: an open licence; its sources; a description in both languages." in written


def test_a_licence_and_a_version_count(catalog):
    bare = package("water")
    better = replace(bare, licences=(("CC0-1.0", "https://x.y"),), version="1", description=Text("a", "b"))
    gained = {name for name in CRITERIA if criteria_of(better)[name] and not criteria_of(bare)[name]}
    assert gained == {"licence", "version", "description"}
    assert all(sum(criteria_of(each).values()) >= 9 for each in catalog.packages)
