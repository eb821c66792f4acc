"""What Argo CD and Flux make of SealedSecrets, by their own libraries (dev/ecosystem)."""
import json
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from cluster import ROOT, Node, apply, attempt, get, kubectl, run, seal, until  # noqa: E402

HEALTH = os.environ.get("SEALED_SECRETS_OBJECT_HEALTH", "")
LUA = ROOT / "manifests/gitops/argocd-health.lua"
NAME = "sealed-secrets-controller"


@unittest.skipUnless(HEALTH, "SEALED_SECRETS_OBJECT_HEALTH names no program")
class GitOpsTest(unittest.TestCase):
    def setUp(self):
        self.node = Node()
        self.node.__enter__()
        self.addCleanup(self.node.__exit__)
        kubectl("apply", "-k", str(ROOT / "manifests"))
        kubectl("-n", "kube-system", "set", "env", f"deployment/{NAME}", "SEALED_SECRETS_DRIFT=detect")
        kubectl("-n", "kube-system", "rollout", "status", f"deployment/{NAME}", "--timeout=80s")

    def tearDown(self):
        attempt("kubectl", "delete", "sealedsecrets,secrets", "--all", "-n", "default")
        kubectl("delete", "-k", str(ROOT / "manifests"), "--ignore-not-found")

    @staticmethod
    def health(*objects):
        lines = run(HEALTH, LUA, stdin=json.dumps({"items": list(objects)})).splitlines()
        return [(r["flux"]["status"], r["argo"]["status"], r["argo"]["message"]) for r in map(json.loads, lines)]

    def test_each_state_has_its_health(self):
        apply(seal("default", "good", {"a": "b"}))
        kubectl("wait", "sealedsecret/good", "--for=condition=Ready", "--timeout=60s")
        good = get("sealedsecret", "good")
        self.assertEqual(self.health(good), [("Current", "Healthy", "the Secret is what the SealedSecret says")])

        unseen = {**good, "status": {"observedGeneration": -1}}  # as the component has it for new objects
        changed = {**good, "metadata": {**good["metadata"], "generation": good["metadata"]["generation"] + 1}}
        self.assertEqual([h[:2] for h in self.health(unseen, changed)], [("InProgress", "Progressing")] * 2)

        apply({"apiVersion": good["apiVersion"], "kind": good["kind"], "metadata": {"name": "bad", "namespace": "default"}, "spec": good["spec"]})
        bad = until("the controller gives up", lambda: next((o for o in [get("sealedsecret", "bad")] if any(
            c["type"] == "Stalled" and c["status"] == "True" for c in o.get("status", {}).get("conditions", []))), None))
        flux, argo, message = self.health(bad)[0]
        self.assertEqual((flux, argo), ("Failed", "Degraded"))
        self.assertIn("no key could decrypt secret (a)", message)

        kubectl("patch", "secret", "good", "-p", '{"stringData": {"a": "edited"}}')
        kubectl("wait", "sealedsecret/good", "--for=condition=Drifted", "--timeout=60s")
        self.assertEqual(self.health(get("sealedsecret", "good")), [("InProgress", "Degraded", "the Secret was edited")])

    def test_with_the_component_new_objects_have_to_be_waited_for(self):
        kubectl("-n", "kube-system", "scale", "deployment", NAME, "--replicas=0")
        until("the end of the controller", lambda: attempt("kubectl", "-n", "kube-system", "get", "pod", f"{NAME}-0").returncode)
        folder = ROOT / "dev/target/kstatus"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kustomization.yaml").write_text("resources:\n- ../../../manifests/crd\ncomponents:\n- ../../../manifests/components/kstatus\n")
        kubectl("apply", "-k", str(folder))
        sealed = {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret", "metadata": {"name": "new", "namespace": "default"}, "spec": {"encryptedData": {}}}

        def created():
            apply(sealed)
            found = get("sealedsecret", "new")
            kubectl("delete", "sealedsecret", "new")
            return found if "status" in found else None

        self.assertEqual([h[:2] for h in self.health(until("the default", created))], [("InProgress", "Progressing")])

    def test_annotations_of_tools_stay_on_the_sealed_secret(self):
        sealed = json.loads(kubectl("create", "--dry-run=client", "-o", "json", "-f", "-", stdin=seal("default", "waved", {"a": "b"})))
        sealed["metadata"]["annotations"] = {"argocd.argoproj.io/sync-wave": "-1", "argocd.argoproj.io/sync-options": "Prune=false"}
        sealed["metadata"]["labels"] = {"app.kubernetes.io/instance": "shop", "kustomize.toolkit.fluxcd.io/name": "apps"}
        apply(sealed)
        kubectl("wait", "sealedsecret/waved", "--for=condition=Ready", "--timeout=60s")
        secret, after = get("secret", "waved")["metadata"], get("sealedsecret", "waved")["metadata"]
        self.assertNotIn("labels", secret)
        self.assertNotIn("annotations", secret)
        self.assertLessEqual(sealed["metadata"]["annotations"].items(), after["annotations"].items())
        self.assertEqual(after["labels"], sealed["metadata"]["labels"])

    def test_the_script_of_the_config_map_is_the_one_that_is_tested(self):
        text = (ROOT / "manifests/gitops/argocd-cm.yaml").read_text()
        script = text.split("SealedSecret: |\n", 1)[1]
        self.assertEqual(re.sub(r"(?m)^ {4}", "", script), LUA.read_text())


if __name__ == "__main__":
    unittest.main()
