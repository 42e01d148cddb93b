"""Every kind of problem that reading can find: the stable code, the words in both languages, the severity.

A code never changes its meaning and is never used again for another one.
"""

from collections.abc import Mapping
from types import MappingProxyType

from build_scripts.read.codes.code import Code
from build_scripts.read.codes.conversions import CONVERSIONS
from build_scripts.read.codes.descriptors import DESCRIPTORS
from build_scripts.read.codes.facts import FACTS
from build_scripts.read.codes.files import FILES
from build_scripts.read.codes.gate_cells import GATE_CELLS
from build_scripts.read.codes.gate_descriptors import GATE_DESCRIPTORS
from build_scripts.read.codes.gate_files import GATE_FILES
from build_scripts.read.codes.maps import MAPS
from build_scripts.read.codes.references import REFERENCES
from build_scripts.read.codes.releases import RELEASES
from build_scripts.read.codes.schemas import SCHEMAS
from build_scripts.read.codes.senses import SENSES
from build_scripts.read.codes.wordings import WORDINGS
from build_scripts.read.codes.workbooks import WORKBOOKS

_FAMILIES = (
    *(FILES, DESCRIPTORS, SCHEMAS, REFERENCES, WORDINGS, FACTS, MAPS, CONVERSIONS, RELEASES),
    *(GATE_FILES, GATE_DESCRIPTORS, GATE_CELLS, SENSES, WORKBOOKS),
)

CODES: Mapping[str, Code] = MappingProxyType(
    dict(sorted(named for family in _FAMILIES for named in family.items()))
)

__all__ = ["CODES", "Code"]
