"""Runs the commands of docs/operations: every block marked `sh`, in the order of the page, in one shell.

The first lines of a page say what it starts from: nothing, or an installation (kubectl apply -k manifests). Blocks with other
marks are not run. The shell stands in an empty folder that has the project's manifests, with kubectl, kubeseal and helm on PATH.
"""
import os
import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from cluster import KUBESEAL, ROOT, Node, attempt, kubectl, run  # noqa: E402

PAGES = ROOT / "docs/operations"
HELM = os.environ.get("SEALED_SECRETS_HELM", "")
START = re.compile(r"^<!-- starts from: (nothing|an installation) -->$", re.MULTILINE)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_RUN = {"text", "yaml", "lua"}
NAMESPACES = ("default", "kube-system", "team-a", "team-b", "sealed-secrets", "shop", "argocd")


class DocumentsTest(unittest.TestCase):
    def setUp(self):
        self.node = Node()
        self.node.__enter__()
        self.addCleanup(self.node.__exit__)
        self.addCleanup(self.clear)

    @staticmethod
    def clear():
        attempt(HELM, "uninstall", "sealed-secrets", "-n", "sealed-secrets")
        attempt("kubectl", "delete", "deployments", "--all", "-A")
        for namespace in NAMESPACES:
            attempt("kubectl", "delete", "sealedsecrets,secrets,events", "--all", "-n", namespace)
        attempt("kubectl", "delete", "-k", str(ROOT / "manifests/overlays/high-availability"), "--ignore-not-found")
        attempt("kubectl", "delete", "validatingadmissionpolicies,validatingadmissionpolicybindings", "--all")

    def run_page(self, page):
        text = page.read_text()
        start = START.search(text)
        self.assertIsNotNone(start, f"{page.name} does not say what it starts from")
        if start.group(1) == "an installation":
            kubectl("apply", "-k", str(ROOT / "manifests"))
            kubectl("-n", "kube-system", "rollout", "status", "deployment/sealed-secrets-controller", "--timeout=80s")
        blocks = BLOCK.findall(text)
        self.assertLessEqual({mark for mark, _ in blocks} - {"sh"}, NOT_RUN)
        # Each command is printed before it runs, so that a failure names the line of the page.
        script = "set -euo pipefail\nset -x\n" + "\n".join(commands for mark, commands in blocks if mark == "sh")
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "manifests").symlink_to(ROOT / "manifests")
            path = os.pathsep.join([str(KUBESEAL.parent), str(pathlib.Path(HELM).parent), os.environ["PATH"]])
            run("bash", "-c", f"cd {folder}\n{script}", environment={"PATH": path}, seconds=300)


def _test_of(page):
    return lambda self: self.run_page(page)


for _page in sorted(PAGES.glob("*.md")):
    setattr(DocumentsTest, "test_" + _page.stem.replace("-", "_"), unittest.skipUnless(HELM, "SEALED_SECRETS_HELM names no helm")(_test_of(_page)))


if __name__ == "__main__":
    unittest.main()
