"""Workbooks to fill in, beside the downloads: one for the figures of each theme."""

from collections.abc import Iterator

from build_scripts.compute.blanks import blank_of, described_in
from build_scripts.model import Artifact, Catalog, Package
from build_scripts.present.standards.workbook_template import template, template_path

_TABLE = "observations"


def form_path(package: Package) -> str:
    """Tell where the form of a dataset lies below the root of the site, "" when it has none."""
    is_filled = package.profile == "theme" and any(each.name == _TABLE for each in package.resources)
    return template_path(package.name, _TABLE) if is_filled else ""


def form_files(catalog: Catalog) -> Iterator[Artifact]:
    """Yield the form of each dataset that has one."""
    for package in catalog.packages:
        yield from form_file(catalog, package)


def form_file(catalog: Catalog, package: Package) -> Iterator[Artifact]:
    """Yield the form of a dataset, if it has one."""
    path = form_path(package)
    blank = blank_of(described_in(catalog, package), _TABLE) if path else None
    if blank is not None:
        yield Artifact(path, template(blank))
