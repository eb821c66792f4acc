"""The class-data archive of the built controller has what the controller loads beside an API server."""
import base64
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from cluster import ROOT, attempt, get, kubectl, seal, secret_of, until  # noqa: E402

DIST = ROOT / "controller/target/dist"
ARCHIVES = DIST / "lib/archives"
KEYS = "sealedsecrets.bitnami.com/sealed-secrets-key=active"
OVERLAY = ROOT / "manifests/overlays/cluster-wide"


class StartTest(unittest.TestCase):
    def setUp(self):
        if not ARCHIVES.exists() or not ARCHIVES.read_text():
            self.skipTest("the controller was built without archives")
        if not list((DIST / "lib/training").glob("classes.*")):
            self.skipTest("the controller was built without a rehearsal")
        kubectl("apply", "-k", OVERLAY)
        self.addCleanup(kubectl, "delete", "-k", OVERLAY, "--ignore-not-found")
        self.addCleanup(attempt, "kubectl", "delete", "secrets", "-n", "kube-system", "-l", KEYS)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_nearly_all_classes_come_from_the_archive(self):
        for number, line in enumerate(ARCHIVES.read_text().splitlines()):
            java = pathlib.Path(line.split(" ", 1)[1])
            with self.subTest(java):
                sources = self.sources_of_classes(java.parent.parent, f"start-{number}")
                archived = sum(source == "shared objects file" for source in sources)
                self.assertGreater(len(sources), 5000, "it has not started")
                self.assertGreater(archived / len(sources), 0.9, f"{archived} of {len(sources)} classes")

    def sources_of_classes(self, home, name):
        """Where each class came from that the controller loaded until it had unsealed a Secret."""
        log = self.folder / "classes"
        environment = {**os.environ, "JAVA_HOME": str(home), "CONTROLLER_JAVA_OPTS": f"-Xlog:class+load:file={log}::filecount=0"}
        with subprocess.Popen([ROOT / "dev/control-plane", "as-controller", "--", DIST / "controller"], env=environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as controller:
            try:
                self.unseal_one(name)
            finally:
                controller.terminate()
                controller.wait(60)
                attempt("kubectl", "delete", "sealedsecrets", "--all", "-n", "default")
        return [line.split(" source: ", 1)[1] for line in log.read_text().splitlines() if " source: " in line]

    def unseal_one(self, name):
        keys = until("a sealing key", lambda: get("secrets", "-n", "kube-system", "-l", KEYS)["items"])
        certificate = self.folder / "certificate"
        certificate.write_bytes(base64.b64decode(keys[0]["data"]["tls.crt"]))
        kubectl("apply", "-f", "-", stdin=seal("default", name, {"key": "value"}, "--cert", certificate))
        until("unsealed", lambda: secret_of("default", name) == {"key": "value"})


if __name__ == "__main__":
    unittest.main()
