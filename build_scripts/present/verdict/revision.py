"""How far the figures of an indicator move between first and latest, in words."""

from build_scripts.model import Revision, Unit
from build_scripts.present.scene import Scene


def revision_size(scene: Scene, revision: Revision, unit: Unit) -> str:
    """Write the size of a revision: per cent of the value for amounts, points or units for the rest."""
    writer, units = scene.writer, scene.catalog.units
    if revision.relative:
        percent = units.get("percent")
        written = writer.trimmed(revision.size * 100, 2)
        return f"{written}%" if percent is None else writer.with_unit(written, percent)
    return writer.with_unit(writer.trimmed(revision.size, 3), units.get(unit.change, unit))


def typical_revision(scene: Scene, indicator: str) -> str:
    """Say how far this indicator's figures typically moved; nothing where none was ever published twice."""
    revision = scene.judgements.revisions.get(indicator)
    if revision is None:
        return ""
    unit = scene.unit(scene.catalog.indicators[indicator].unit)
    size = revision_size(scene, revision, unit)
    return scene.say.count("verdict.revision", revision.count, size=size, count=str(revision.count))
