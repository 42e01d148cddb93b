"""A workbook that is not taken, while it is being looked at."""

from build_scripts.model import Text


class RefusalError(Exception):
    """What keeps a workbook from being read: a code, what was seen, what is known of it."""

    def __init__(self, code: str, value: str | None = None, what: Text | None = None) -> None:
        """Refuse with `code`; `value` is what was seen, `what` the reason in both languages."""
        super().__init__(code)
        self.code = code
        self.value = value
        self.what = what


class TooLargeError(Exception):
    """More than a limit allows."""

    def __init__(self, limit: str, seen: int) -> None:
        """Refuse `seen` of what `limit` counts."""
        super().__init__(limit)
        self.limit = limit
        self.seen = seen


def broken(vietnamese: str, english: str) -> RefusalError:
    """Refuse what is no workbook."""
    return RefusalError("workbook-broken", None, Text(vietnamese, english))
