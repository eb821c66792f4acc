"""docs/operations/troubleshooting.md has an entry for each condition, event, failure and line of the log that is about one."""
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/operations/troubleshooting.md").read_text()
CONTROLLER = ROOT / "controller/src/main/java/dev/sealedsecrets/controller"
# Lines of the log that tell what goes well.
FINE = {
    "Starting sealed-secrets controller", "Searching for existing private keys", "registered private key", "New key written", "Certificate generated",
    "HTTP server serving", "HTTP metrics server serving", "SealedSecret has gone, deleting Secret", "RSA engine", "Leading", "Not leading any more",
}


def literals(path, pattern):
    return re.findall(pattern, (CONTROLLER / path).read_text())


class TroubleshootingPage(unittest.TestCase):
    def assert_named(self, texts, at_least):
        self.assertGreaterEqual(len(texts), at_least)
        self.assertEqual([], [text for text in texts if text not in PAGE])

    def test_conditions(self):
        self.assert_named(literals("reconcile/SyncStatus.java", r'String (?:SYNCED|READY|STALLED|DRIFTED|APPLIED) = "(\w+)"'), 5)

    def test_events(self):
        self.assert_named(literals("reconcile/EventReason.java", r'\("(\w+)", "\w+"\)'), 6)

    def test_failures(self):
        self.assert_named(["already exists and is not managed by SealedSecret", "is invalid: data: Forbidden: field is immutable when",
                           *literals("reconcile/Failure.java", r'"(refusing to write a sealing key)"'),
                           *literals("cluster/ApiFailure.java", r'"(no answer from the API server|the API server answered with status) ?:? ?"')], 5)

    def test_answers_of_readyz(self):
        self.assert_named(literals("ControllerProgram.java", r'Optional\.of\("([^"]+)"\)'), 2)

    def test_lines_of_the_log(self):
        texts = set(literals("observe/LogMessages.java", r'String \w+ =\s+"([^":]+)')) - FINE
        self.assert_named(sorted(texts), 10)
        others = [text for file in CONTROLLER.rglob("*.java") for text in re.findall(r'\.log\("([^"{]+)"\)', file.read_text())]
        self.assert_named(others, 4)


if __name__ == "__main__":
    unittest.main()
