#!/usr/bin/env python3
"""Adds up test results and prints them as the one line `tests: N passed, N failed, N skipped`.

usage: count_tests.py UNITTEST.log... REPORT_FOLDER...

UNITTEST.log is what `python3 -m unittest -v` printed (may be missing), a REPORT_FOLDER holds Surefire or Failsafe XML
reports (may be missing). Exit status 1 when a test failed or none ran.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml


def from_unittest(log):
    """Counts of one unittest run, read from its closing lines."""
    if not log.is_file():
        return 0, 0, 0
    text = log.read_text(errors="replace")
    ran = re.search(r"^Ran (\d+) tests?", text, re.MULTILINE)
    if not ran:
        return 0, 1, 0
    closing = text[ran.end():]
    number = lambda word: sum(int(n) for n in re.findall(rf"{word}=(\d+)", closing))
    failed, skipped = number("failures") + number("errors"), number("skipped")
    return int(ran.group(1)) - failed - skipped, failed, skipped


def from_reports(folder):
    """Counts of all XML reports in one folder."""
    passed = failed = skipped = 0
    for report in sorted(folder.glob("TEST-*.xml")):
        suite = xml.parse(report).getroot()
        bad = int(suite.get("failures")) + int(suite.get("errors"))
        left_out = int(suite.get("skipped"))
        passed += int(suite.get("tests")) - bad - left_out
        failed += bad
        skipped += left_out
    return passed, failed, skipped


def main(arguments):
    parts = [from_unittest(path) if path.suffix == ".log" else from_reports(path) for path in map(pathlib.Path, arguments)]
    passed, failed, skipped = (sum(column) for column in zip(*parts))
    print(f"tests: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
