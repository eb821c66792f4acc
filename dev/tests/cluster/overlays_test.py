"""Each overlay brings up a working installation: applied to a real API server, with the controller under exactly its rights."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from cluster import ROOT, Node, apply, attempt, get, kubectl, make_namespace, may, run, seal, secret_of, until  # noqa: E402

NAME = "sealed-secrets-controller"
OVERLAYS = ROOT / "manifests/overlays"


class OverlaysTest(unittest.TestCase):
    def setUp(self):
        for namespace in ("team-a", "team-b", "elsewhere"):
            make_namespace(namespace)
        self.node = Node()
        self.node.__enter__()
        self.addCleanup(self.node.__exit__)

    def install(self, folder):
        self.addCleanup(self.remove, folder)
        kubectl("apply", "-k", str(folder))
        kubectl("wait", "--for=condition=Established", "crd/sealedsecrets.bitnami.com", "--timeout=30s")

    def remove(self, folder):
        for namespace in ("kube-system", "team-a", "team-b", "elsewhere"):
            attempt("kubectl", "delete", "sealedsecrets", "--all", "-n", namespace)
        attempt("kubectl", "delete", "secret", "-n", "kube-system", "-l", "sealedsecrets.bitnami.com/sealed-secrets-key")
        kubectl("delete", "-k", str(folder), "--ignore-not-found")

    def assert_ready(self):
        kubectl("-n", "kube-system", "rollout", "status", f"deployment/{NAME}", "--timeout=80s")

    def assert_unseals(self, namespace):
        apply(seal(namespace, "greeting", {"text": f"hello {namespace}"}))
        kubectl("wait", "-n", namespace, "sealedsecret/greeting", "--for=condition=Synced", "--timeout=60s")
        self.assertEqual(secret_of(namespace, "greeting"), {"text": f"hello {namespace}"})

    def assert_leaves_alone(self, namespace):
        apply(seal(namespace, "greeting", {"text": "hello"}))
        self.assertIsNone(secret_of(namespace, "greeting"))
        self.assertNotIn("status", get("sealedsecret", "greeting", "-n", namespace))
        self.assertFalse(may("kube-system", NAME, "get", "secrets", within=namespace))

    def test_every_overlay_is_tested(self):
        tested = {name.removeprefix("test_").replace("_", "-") for name in dir(self) if name.startswith("test_")}
        self.assertLessEqual({folder.name for folder in OVERLAYS.iterdir()}, tested)

    def test_cluster_wide(self):
        self.install(OVERLAYS / "cluster-wide")
        self.assert_ready()
        self.assert_unseals("team-a")
        self.assert_unseals("kube-system")
        self.assertEqual(run("kubectl", "kustomize", OVERLAYS / "cluster-wide"), run("kubectl", "kustomize", ROOT / "manifests"))

    def test_high_availability(self):
        self.install(OVERLAYS / "high-availability")
        self.assert_ready()
        self.assert_unseals("team-a")
        self.assertTrue(get("lease", NAME, "-n", "kube-system")["spec"]["holderIdentity"])

    def test_single_namespace(self):
        self.install(OVERLAYS / "single-namespace")
        self.assert_ready()
        self.assert_unseals("kube-system")
        self.assert_leaves_alone("team-a")

    def test_given_namespaces(self):
        self.install(OVERLAYS / "given-namespaces")
        self.assert_ready()
        for namespace in ("kube-system", "team-a", "team-b"):
            self.assert_unseals(namespace)
        self.assert_leaves_alone("elsewhere")

    def test_no_rbac(self):
        self.install(OVERLAYS / "no-rbac")
        self.assertEqual(attempt("kubectl", "get", "serviceaccount", NAME, "-n", "kube-system").returncode, 1)
        self.install(ROOT / "manifests/rbac")
        self.assert_ready()
        self.assert_unseals("team-a")

    def test_workloads_that_ask_for_it_are_restarted(self):
        folder = ROOT / "dev/target/restarting"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kustomization.yaml").write_text(
            "resources:\n- ../../../manifests/overlays/high-availability\ncomponents:\n- ../../../manifests/components/restart-workloads\n")
        self.install(folder)
        self.assert_ready()
        self.addCleanup(attempt, "kubectl", "delete", "deployment", "shop", "-n", "team-a")
        kubectl("create", "deployment", "shop", "--image=shop", "-n", "team-a")
        kubectl("annotate", "deployment", "shop", "sealedsecrets.bitnami.com/restart-on-change=greeting", "-n", "team-a")
        self.assert_unseals("team-a")
        first = get("deployment", "shop", "-n", "team-a")
        self.assertNotIn("annotations", first["spec"]["template"]["metadata"])

        apply(seal("team-a", "greeting", {"text": "changed"}))

        until("the restart", lambda: get("deployment", "shop", "-n", "team-a")["spec"]["template"]["metadata"].get("annotations", {}).get(
            "secret.sealedsecrets.bitnami.com/greeting"))
        self.assertEqual(secret_of("team-a", "greeting"), {"text": "changed"})
        events = until("the event", lambda: [e for e in get("events", "-n", "team-a")["items"] if e["reason"] == "Restarted"])
        self.assertEqual(events[0]["message"], "restarted Deployment shop")

    def test_a_namespace_of_ones_own(self):
        """An overlay as the single-namespace one says people should write it."""
        folder = ROOT / "dev/target/own-overlay"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kustomization.yaml").write_text(
            "namespace: team-a\nresources:\n- ../../../manifests/overlays/single-namespace\ncomponents:\n- ../../../manifests/components/network-policy\n")
        self.install(folder)
        kubectl("-n", "team-a", "rollout", "status", f"deployment/{NAME}", "--timeout=80s")
        apply(seal("team-a", "greeting", {"text": "hello"}, "--controller-namespace=team-a"))
        kubectl("wait", "-n", "team-a", "sealedsecret/greeting", "--for=condition=Synced", "--timeout=60s")
        self.assertFalse(may("team-a", NAME, "get", "secrets", within="kube-system"))
        self.assertEqual(len(until("the network policy", lambda: get("networkpolicy", "-n", "team-a")["items"])), 1)


if __name__ == "__main__":
    unittest.main()
