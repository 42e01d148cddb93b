"""Which of the listed resources are tables that lie in the folder, and under which names they come in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.places import bare, is_inside, is_remote, slug, table_path, unused
from build_scripts.read.problems import Spot

_TAB: Final = (".tsv", ".tab")
_TABLES: Final = (".csv", *_TAB)
_PLAIN: Final = (".txt", ".dat", ".data", "")
_FORMATS: Final = {"csv", "tsv", "tab"}
_MEDIA: Final = {"text/csv", "text/tab-separated-values", "application/csv"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A resource to bring in: what the descriptor says, its old and new name, the files it lies in, where it goes.

    `paths` is empty when the rows stand inside the descriptor.
    """

    raw: Mapping[str, Any]
    old: str
    name: str
    paths: tuple[str, ...]
    path: str

    @property
    def files(self) -> set[str]:
        """Every file it is read from, those of its schema and dialect included."""
        named = (self.raw.get(key) for key in ("schema", "dialect"))
        return {*self.paths, *(each.removeprefix("./") for each in named if isinstance(each, str))}

    @property
    def usual(self) -> str:
        """The delimiter its kind of file has."""
        suffix = _suffix(self.paths[0]) if self.paths else ""
        is_tab = suffix in _TAB or self.raw.get("format") in {"tsv", "tab"}
        return "\t" if is_tab else ","


def chosen(resources: Any, log: Log) -> list[Chosen]:
    """The usable resources, each with a name and a path of its own."""
    found: list[Chosen] = []
    names: set[str] = set()
    paths: set[str] = set()
    for number, raw in enumerate(_objects(resources), start=1):
        listed = _paths(raw)
        old = _name(raw, listed, number)
        if not _is_table(raw, listed, old, log):
            continue
        name = unused(slug(old, f"table-{number}"), names)
        path = table_path(listed[0] if len(listed) == 1 else f"{name}.csv", paths)
        if name != old:
            log.note("renamed-table", old=old, new=name)
        if listed and (path != listed[0] or len(listed) > 1):
            log.note("renamed-file", old=", ".join(listed), new=path)
        if not listed:
            log.note("converted-inline", table=name, path=path)
        names.add(name.lower())
        paths.add(path.lower())
        found.append(Chosen(raw, old, name, tuple(listed), path))
    return found


def _objects(resources: Any) -> Iterator[dict[str, Any]]:
    if isinstance(resources, list):
        yield from (each for each in resources if isinstance(each, dict))


def _paths(raw: Mapping[str, Any]) -> list[str]:
    """The paths of a resource, a needless `./` taken away; older versions also said `url`."""
    value: Any = next((raw[key] for key in ("path", "url") if raw.get(key)), [])
    listed = [value] if isinstance(value, str) else value
    return (
        [each.removeprefix("./") for each in listed if isinstance(each, str)]
        if isinstance(listed, list)
        else []
    )


def _name(raw: Mapping[str, Any], paths: list[str], number: int) -> str:
    name = raw.get("name")
    if isinstance(name, str) and name.strip():
        return name
    return bare(paths[0]).rpartition("/")[2].rpartition(".")[0] if paths else f"table-{number}"


def _is_table(raw: Mapping[str, Any], paths: list[str], name: str, log: Log) -> bool:
    """Whether a resource is a table in the folder; unsafe paths are refused whatever they lead to."""
    if not paths:
        usable = isinstance(raw.get("data"), list) and bool(raw["data"])
        if not usable:
            log.note("left-format", table=name, path="data")
        return usable
    remote = [path for path in paths if is_remote(path)]
    unsafe = [path for path in paths if not is_remote(path) and not is_inside(path)]
    for path in unsafe:
        log.refuse("path-unsafe", Spot(log.descriptor, None, "resources[].path", path))
    if remote:
        log.note("left-remote", table=name, path=remote[0])
    elif not unsafe and not _is_csv(raw, paths):
        log.note("left-format", table=name, path=paths[0])
    return not remote and not unsafe and _is_csv(raw, paths)


def _is_csv(raw: Mapping[str, Any], paths: list[str]) -> bool:
    """Whether every file is one by its suffix (that of its packing aside), or by the declared format where the suffix says nothing."""
    declared = (
        str(raw.get("format", "")).lower() in _FORMATS or str(raw.get("mediatype", "")).lower() in _MEDIA
    )
    suffixes = {_suffix(path) for path in paths}
    return all(suffix in _TABLES or (declared and suffix in _PLAIN) for suffix in suffixes)


def _suffix(path: str) -> str:
    name = bare(path).rpartition("/")[2]
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""
