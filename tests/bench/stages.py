"""One build in a process of its own, its stages timed: `python -m tests.bench.stages ROOT OUT` prints JSON."""

import json
import os
import sys
from functools import wraps
from importlib import import_module
from inspect import isgeneratorfunction
from pathlib import Path

from build_scripts.ground.garbage import look_seldom
from tests.bench.clock import Stages, living

STAGES = {
    "build_scripts.pipeline": {
        "load": "check",
        "scenes_of": "compute",
        "search_pages": "draft",
        "finished": "render",
        "reword": "render",
    },
    "build_scripts.work.hands": {"shelve": "downloads"},
    "build_scripts.work.make": {
        "drafts_of": "draft",
        "whole_files": "downloads",
        "draw": "charts",
        "render": "render",
        "embeds": "render",
        "pictures": "pictures",
        "files_of": "downloads",
    },
    "build_scripts.publish": {
        "house_files": "house",
        "put_in": "write",
        "renew": "mkdocs",
        "write_fulltext": "search",
        "cut_theme": "house",
        "write_sums": "write",
        "swap_in": "write",
    },
}
"""Where a stage is begun: the functions of a module that belong to it."""


def timed(stages, name, function):
    """Wrap a function, or what it yields one by one, so that what it uses is booked on a stage."""

    @wraps(function)
    def called(*given, **named):
        with stages.stage(name):
            return function(*given, **named)

    @wraps(function)
    def yielded(*given, **named):
        made = iter(function(*given, **named))
        while True:
            with stages.stage(name):
                try:
                    item = next(made)
                except StopIteration:
                    return
            yield item

    return yielded if isgeneratorfunction(function) else called


def main(root, out):
    stages = Stages()
    look_seldom()  # as the command line does
    with stages.stage("start"):
        pipeline = import_module("build_scripts.pipeline")
    for module, named in STAGES.items():
        for name, stage in named.items():
            place = import_module(module)
            setattr(place, name, timed(stages, stage, getattr(place, name)))
    outcome = pipeline.build(pipeline.Order(Path(root), Path(out), 1), lambda *_: None)
    stages.turn()
    checker = sum(used for process, used in living(os.getsid(0)).items() if process != os.getpid())
    stages.cpu["check"] += checker
    print(json.dumps({"sound": outcome.built, "cpu": stages.cpu, "wall": stages.wall}))


if __name__ == "__main__":
    main(*sys.argv[1:])
