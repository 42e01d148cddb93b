"""Every kind of page, for whatever must hold on all of them: a new kind is added here and nowhere else."""

SINGLE = (
    "", "targets/", "indicators/", "areas/", "documents/", "datasets/", "programme/", "quality/", "changes/",
    "glossary/", "about/", "about/architecture/", "about/changelog/", "about/serving/", "methodology/", "contribute/",
    "contribute/rules/", "accessibility/", "search/", "compare/", "take/", "rows/", "conformance/",
)  # fmt: skip
"""Addresses below the home of a language."""
EACH = ("targets/*/", "indicators/*/", "areas/*/", "documents/*/", "datasets/*/")
"""Kinds with many pages; `*` stands for one of them."""
TWINS = (*SINGLE, *EACH)
"""What both languages have."""
EMBEDS = ("embed/targets/*/", "embed/indicators/*/", "embed/areas/*/")
"""Charts that stand in the pages of others, without the portal's frame."""
LOST = "404.html"
"""One for both languages."""
KINDS = (*TWINS, LOST)
HOMES = ("", "en/")


def everywhere(*kinds):
    """Pair each kind with each language it has."""
    return [(home, kind) for kind in kinds for home in HOMES if not (home and kind == LOST)]


def largest(site, kind):
    """Find the page of a kind; of several the one with the most to show."""
    if "*" not in kind:
        return kind
    path = max(site.glob(f"{kind}index.html"), key=lambda each: each.stat().st_size)
    return f"{path.parent.relative_to(site).as_posix()}/"
