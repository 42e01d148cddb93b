"""Run a command of the portal in the process of the tests, where a planted fault can be seen at work."""

import contextlib
import io

from build_scripts.__main__ import main


def run(arguments, folder, out):
    """Do as `tests.gate.zygote.run` does, without its limits."""
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = leaving.code
    out.write_bytes(said.getvalue().encode("utf-8", "surrogatepass"))
    return {"code": code, "seconds": 0, "waited": 0, "kilobytes": 0}
