"""Judgements as pages show them: a mark, a sentence, the sum, how firm it is; and as data."""

from build_scripts.present.verdict.box import Box, box
from build_scripts.present.verdict.mark import Mark, mark
from build_scripts.present.verdict.record import judgement_file, judgement_files
from build_scripts.present.verdict.revision import typical_revision
from build_scripts.present.verdict.sentence import sentence
from build_scripts.present.verdict.tally import judged_of, tally_marks, tally_words, target_marks

__all__ = [
    "Box",
    "Mark",
    "box",
    "judged_of",
    "judgement_file",
    "judgement_files",
    "mark",
    "sentence",
    "tally_marks",
    "tally_words",
    "target_marks",
    "typical_revision",
]
