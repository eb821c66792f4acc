"""docs/compatibility.md names every flag of both programs, and only tests that exist."""
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/compatibility.md").read_text()


def flags_in(*sources):
    """The first argument of each flag's definition."""
    for source in sources:
        text = (ROOT / source).read_text()
        yield from re.findall(r'(?:\(|Flag\.(?:of|text|onOff)\()\s*"([a-z][a-z0-9_-]*)"\s*,', text)


class CompatibilityPage(unittest.TestCase):
    def test_every_flag_of_kubeseal_is_named(self):
        base = "client-cli/src/main/java/dev/sealedsecrets/cli/"
        flags = set(flags_in(base + "CommandFlags.java", base + "ConnectionFlags.java", base + "LogFlags.java"))
        self.assertGreater(len(flags), 40)
        self.assertEqual([], sorted(flag for flag in flags if f"`--{flag}`" not in PAGE))

    def test_every_flag_of_the_controller_is_named(self):
        flags = set(flags_in("controller/src/main/java/dev/sealedsecrets/controller/Flags.java"))
        self.assertGreater(len(flags), 35)
        self.assertEqual([], sorted(flag for flag in flags if f"`--{flag}`" not in PAGE))

    def test_every_test_that_is_named_exists(self):
        named = set(re.findall(r"`([A-Z][A-Za-z0-9]*(?:Test|IT))`", PAGE))
        self.assertGreater(len(named), 20)
        existing = {path.stem for path in ROOT.glob("*/src/test/java/**/*.java")}
        self.assertEqual([], sorted(named - existing))


if __name__ == "__main__":
    unittest.main()
