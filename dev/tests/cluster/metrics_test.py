"""docs/metrics.md and the controller agree: every documented series is in a live scrape, and the reverse."""
import json
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from cluster import ROOT, Node, apply, attempt, get, kubectl, run, seal, secret_of, until  # noqa: E402

QUERIES = os.environ.get("SEALED_SECRETS_DASHBOARD_QUERIES", "")
NAME = "sealed-secrets-controller"
PROXY = f"/api/v1/namespaces/kube-system/services/http:{NAME}"
ROW = re.compile(r"^\| `([a-z_0-9]+)` \| (\w+) \|([^|]*)\| (.*) \|$", re.MULTILINE)
LATE = "after the first garbage collection: "
TYPE = re.compile(r"^# TYPE (\S+) (\w+)$", re.MULTILINE)
HELP = re.compile(r"^# HELP (\S+) (\S.*)$", re.MULTILINE)


def documented():
    """Type, labels and meaning by name."""
    text = (ROOT / "docs/metrics.md").read_text()
    return {name: (kind, {label.strip("` ") for label in labels.split(",") if label.strip()}, meaning) for name, kind, labels, meaning in ROW.findall(text)}


def scraped():
    return kubectl("get", "--raw", f"{PROXY}-metrics:metrics/proxy/metrics")


def labels_of(text, name, kind):
    """The labels that samples of a family have, those of histograms aside."""
    suffix = "_count" if kind in ("histogram", "summary") else ""
    found = set()
    for line in re.findall(rf"^{name}{suffix}\{{(.*)\}} ", text, re.MULTILINE):
        found |= set(re.findall(r'(\w+)="', line))
    return found


class MetricsTest(unittest.TestCase):
    def setUp(self):
        self.node = Node()
        self.node.__enter__()
        self.addCleanup(self.node.__exit__)
        folder = ROOT / "dev/target/everything"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kustomization.yaml").write_text(
            "resources:\n- ../../../manifests/overlays/high-availability\ncomponents:\n- ../../../manifests/components/restart-workloads\n")
        self.addCleanup(kubectl, "delete", "-k", str(folder), "--ignore-not-found")
        kubectl("apply", "-k", str(folder))
        kubectl("-n", "kube-system", "rollout", "status", f"deployment/{NAME}", "--timeout=80s")

    def tearDown(self):
        attempt("kubectl", "delete", "sealedsecrets,secrets,deployments", "--all", "-n", "default")

    def test_what_is_documented_is_there_and_the_reverse(self):
        self.make_everything_happen()
        text = scraped()
        (ROOT / "dev/target/scrape.txt").write_text(text)
        self.assert_dashboard_shows(text)
        found = dict(TYPE.findall(text))
        helps = dict(HELP.findall(text))
        expected = {name: row for name, row in documented().items() if name in found or not row[2].startswith(LATE)}
        self.assertEqual(sorted(set(found) - set(expected)), [], "not in docs/metrics.md")
        self.assertEqual(sorted(set(expected) - set(found)), [], "not in the scrape")
        for name, (kind, labels, _) in expected.items():
            with self.subTest(name):
                self.assertEqual(found[name], kind)
                self.assertIn(name, helps)
                self.assertEqual(labels_of(text, name, kind), labels)

    def assert_dashboard_shows(self, text):
        """Every query of the dashboard has results on this scrape, by Prometheus's own engine."""
        if not QUERIES:
            self.skipTest("SEALED_SECRETS_DASHBOARD_QUERIES names no program")
        lines = run(QUERIES, ROOT / "manifests/monitoring/dashboard.json", stdin=text).splitlines()
        self.assertGreater(len(lines), 25)
        self.assertEqual([line for line in lines if line.startswith("0\t")], [])

    @staticmethod
    def make_everything_happen():
        """Something for each series to count: an object in order, one that fails, an edit, a template without end, requests."""
        apply(seal("default", "good", {"a": "b"}))
        kubectl("wait", "sealedsecret/good", "--for=condition=Synced", "--timeout=60s")
        kubectl("patch", "secret", "good", "-p", '{"stringData": {"a": "edited"}}')
        until("the repair", lambda: secret_of("default", "good") == {"a": "b"})
        kubectl("create", "deployment", "shop", "--image=shop")
        kubectl("annotate", "deployment", "shop", "sealedsecrets.bitnami.com/restart-on-change=good")
        apply(seal("default", "good", {"a": "c"}))
        until("the restart", lambda: "annotations" in get("deployment", "shop")["spec"]["template"]["metadata"])
        bad = get("sealedsecret", "good")
        apply({"apiVersion": bad["apiVersion"], "kind": bad["kind"], "metadata": {"name": "bad", "namespace": "default"}, "spec": bad["spec"]})
        kubectl("wait", "sealedsecret/bad", "--for=condition=Synced=false", "--timeout=60s")
        endless = json.loads(kubectl("create", "--dry-run=client", "-o", "json", "-f", "-", stdin=seal("default", "endless", {"a": "b"})))
        endless["spec"]["template"]["data"] = {"e": "{{ range until 100000000 }}x{{ end }}"}
        apply(endless)
        kubectl("wait", "sealedsecret/endless", "--for=condition=Synced=false", "--timeout=60s")
        kubectl("get", "--raw", f"{PROXY}:http/proxy/v1/cert.pem")


if __name__ == "__main__":
    unittest.main()
