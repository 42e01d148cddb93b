"""Who publishes a portal, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """In one language: the portal's `name`, and the `address` of the site's root.

    The address ends in "/", and is "" when nobody has said where the site will stand.
    """

    name: str = ""
    address: str = ""
