"""Who publishes a portal, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """In one language: the portal's `name`, and the `address` of the site's root.

    The address ends in "/", and is "" when nobody has said where the site will stand. `repository` is the address of
    the repository that the data lie in, without a "/" at its end, and `edit` the way from there to a file as MkDocs
    writes it (`edit/main/docs/`); both are "" when nobody has said.
    """

    name: str = ""
    address: str = ""
    repository: str = ""
    edit: str = ""
