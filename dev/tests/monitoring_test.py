"""The alerts of manifests/monitoring: their syntax, and that each fires and clears."""
import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MONITORING = ROOT / "manifests/monitoring"
PROMTOOL = os.environ.get("SEALED_SECRETS_PROMTOOL", "")


@unittest.skipUnless(PROMTOOL, "SEALED_SECRETS_PROMTOOL names no promtool")
class AlertsTest(unittest.TestCase):
    def promtool(self, *words):
        answer = subprocess.run([PROMTOOL, *words], cwd=MONITORING, capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        return answer.stdout

    def test_the_rules_are_rules(self):
        self.assertIn("SUCCESS", self.promtool("check", "rules", "--lint=all", "--lint-fatal", "rules.yaml"))

    def test_each_alert_fires_and_clears(self):
        self.assertIn("SUCCESS", self.promtool("test", "rules", "rules_test.yaml"))

    def test_no_alert_is_without_its_test(self):
        tests = (MONITORING / "rules_test.yaml").read_text()
        for alert in re.findall(r"- alert: (\w+)", (MONITORING / "rules.yaml").read_text()):
            expected = re.findall(rf"alertname: {alert}\n +eval_time: \S+\n +exp_alerts:( \[\])?", tests)
            self.assertIn("", expected, f"{alert} never fires")
            self.assertEqual(expected[-1], " []", f"{alert} does not clear at the end")

    def test_what_the_alerts_point_to_is_there(self):
        for title, page in re.findall(r'See "([^"]+)" in (docs/\S+\.md)', (MONITORING / "rules.yaml").read_text()):
            self.assertRegex((ROOT / page).read_text(), rf"(?m)^##* {re.escape(title)}$")


if __name__ == "__main__":
    unittest.main()
