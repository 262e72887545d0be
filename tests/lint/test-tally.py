#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of tools/test says what happened, also where a program ended badly."""
import json
import pathlib
import subprocess
import sys
import tempfile

TALLY = pathlib.Path(__file__).resolve().parent.parent.parent / "tools" / "tally"


def test(result="OK", stdout=""):
    return {"name": "visit / a", "result": result, "stdout": stdout}


# (a sentence, the log or None where there is none, the last line, what else is said)
CASES = [
    ("each test of a TAP program counts", [test(stdout="# a\n1..2\nok 1 /a\nok 2 /b\n")], "2 passed, 0 failed, 0 skipped", ""),
    ("other programs count as one", [test(), test(stdout="ok then\n")], "2 passed, 0 failed, 0 skipped", ""),
    ("a failed test is named", [test("FAIL", "1..2\nok 1 /a\nnot ok 2 /b - no\n")], "1 passed, 1 failed, 0 skipped", "/b - no"),
    ("a skipped test says why", [test(stdout="1..1\nok 1 /a # SKIP no cupsd\n")], "0 passed, 0 failed, 1 skipped", "no cupsd"),
    ("a skipped program says why", [test("SKIP", "cppcheck is not installed\n")], "0 passed, 0 failed, 1 skipped", "cppcheck is not installed"),
    ("a TAP program that skips all", [test("SKIP", "1..0 # SKIP no display\n")], "0 passed, 0 failed, 1 skipped", "no display"),
    ("a program that crashed is a failure", [test("ERROR", "1..2\nok 1 /a\n")], "1 passed, 1 failed, 0 skipped", "error"),
    ("a leak after all tests is a failure", [test("ERROR", "1..1\nok 1 /a\n")], "1 passed, 1 failed, 0 skipped", "error"),
    ("a program that took too long is a failure", [test("TIMEOUT")], "0 passed, 1 failed, 0 skipped", "timeout"),
    ("what was counted is printed", [test(stdout="1..1\n# | guest | 5 + 16 |\nok 1 /a\n")], "1 passed, 0 failed, 0 skipped", "| guest | 5 + 16 |\n"),
    ("a run that did not come about is a failure", None, "0 passed, 1 failed, 0 skipped", "did not run"),
]  # fmt: skip


def main():
    wrong = False
    print(f"1..{len(CASES)}")
    for n, (sentence, log, line, says) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as folder:
            if log is not None:
                path = pathlib.Path(folder) / "meson-logs" / "testlog.json"
                path.parent.mkdir()
                path.write_text("".join(json.dumps(entry) + "\n" for entry in log))
            done = subprocess.run(
                [sys.executable, "-B", TALLY, folder], capture_output=True, text=True, check=False
            )
        said = done.stdout.splitlines()
        good = said[-1:] == [line] and says in done.stdout
        good = good and done.returncode == (0 if " 0 failed" in line else 1)
        wrong = wrong or not good
        print(f"{'ok' if good else 'not ok'} {n} {sentence}")
        if not good:
            print(f"# {done.stdout!r} {done.stderr!r}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
