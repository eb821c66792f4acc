"""The manifests on a real API server: what they install, what the definition refuses, keeps and prunes, who may do what."""
import contextlib
import io
import json
import pathlib
import re
import subprocess
import sys
import unittest

DEV = pathlib.Path(__file__).resolve().parents[1]
MANIFESTS = DEV.parent / "manifests"
sys.path.insert(0, str(DEV / "lib"))

from control_plane import assets, command, plane  # noqa: E402

NAME = "sealed-secrets-controller"
ACCOUNT = f"system:serviceaccount:kube-system:{NAME}"


class ManifestsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with contextlib.ExitStack() as stack:
            stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
            control_plane = stack.enter_context(plane.ControlPlane(assets.folder(), "", False, command.Parent()))
            cls.environment = control_plane.environment()
            cls.applied = cls.succeeds("apply", "-k", str(MANIFESTS))
            cls.succeeds("wait", "--for=condition=Established", "crd/sealedsecrets.bitnami.com", "--timeout=30s")
            cls.stop = stack.pop_all().close

    @classmethod
    def tearDownClass(cls):
        cls.stop()

    @classmethod
    def kubectl(cls, *arguments, stdin=None):
        given = json.dumps(stdin) if stdin else None
        return subprocess.run(["kubectl", *arguments], input=given, env=cls.environment, capture_output=True, text=True, timeout=60, check=False)

    @classmethod
    def succeeds(cls, *arguments, stdin=None):
        answer = cls.kubectl(*arguments, stdin=stdin)
        if answer.returncode:
            raise AssertionError(answer.stderr)
        return answer.stdout

    def get(self, *arguments):
        return json.loads(self.succeeds("get", *arguments, "-o", "json"))

    def may(self, who, verb, resource):
        answer = self.kubectl("auth", "can-i", verb, *resource.split(), "-n", "kube-system", *who)
        self.assertIn(answer.stdout.strip(), ("yes", "no"), answer.stderr)
        return answer.stdout.strip() == "yes"

    @staticmethod
    def sealed_secret(**spec):
        return {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret", "metadata": {"name": "s", "namespace": "default"}, "spec": spec}

    def test_everything_is_installed_and_a_second_time_nothing_changes(self):
        installed = {line.rsplit(" ", 1)[0] for line in self.applied.splitlines()}
        names = {
            "customresourcedefinition.apiextensions.k8s.io/sealedsecrets.bitnami.com",
            f"serviceaccount/{NAME}",
            "clusterrole.rbac.authorization.k8s.io/secrets-unsealer",
            f"clusterrolebinding.rbac.authorization.k8s.io/{NAME}",
            "role.rbac.authorization.k8s.io/sealed-secrets-key-admin",
            f"rolebinding.rbac.authorization.k8s.io/{NAME}",
            f"service/{NAME}",
            f"service/{NAME}-metrics",
            f"deployment.apps/{NAME}",
        }
        for optional in ("service-proxier", "certificate-publisher", "certificate-reader", "leader"):
            names |= {f"{kind}.rbac.authorization.k8s.io/sealed-secrets-{optional}" for kind in ("role", "rolebinding")}
        self.assertEqual(installed, names)
        again = self.succeeds("apply", "-k", str(MANIFESTS))
        self.assertEqual({line.rsplit(" ", 1)[1] for line in again.splitlines()}, {"unchanged"})

    def test_the_overlay_for_high_availability_adds_to_the_same_installation(self):
        objects = self.succeeds("kustomize", str(MANIFESTS / "overlays/high-availability"))
        answer = subprocess.run(["kubectl", "apply", "--dry-run=server", "-f", "-", "-o", "name"], input=objects, env=self.environment,
                                capture_output=True, text=True, timeout=60, check=True)
        installed = {line.rsplit(" ", 1)[0] for line in self.applied.splitlines()}
        self.assertEqual(set(answer.stdout.split()) - installed, {f"poddisruptionbudget.policy/{NAME}"})
        self.assertEqual(installed - set(answer.stdout.split()), set())
        self.assertIn("replicas: 2", objects)
        self.assertIn("- --leader-elect", objects)

    def test_the_pods_pass_the_restricted_pod_security_standard(self):
        pod = self.get("deployment", NAME, "-n", "kube-system")["spec"]["template"]
        self.succeeds("create", "-f", "-", stdin={"apiVersion": "v1", "kind": "Namespace", "metadata": {
            "name": "restricted", "labels": {"pod-security.kubernetes.io/enforce": "restricted"}}})
        pod["metadata"] = {"name": "p", "namespace": "restricted"}
        pod["spec"]["serviceAccountName"] = "default"
        self.succeeds("create", "--dry-run=server", "-f", "-", stdin={"apiVersion": "v1", "kind": "Pod", **pod})
        pod["spec"]["containers"][0]["securityContext"]["allowPrivilegeEscalation"] = True
        refused = self.kubectl("create", "--dry-run=server", "-f", "-", stdin={"apiVersion": "v1", "kind": "Pod", **pod})
        self.assertIn('violates PodSecurity "restricted', refused.stderr)

    def test_probes_ports_and_services_fit_together(self):
        container = self.get("deployment", NAME, "-n", "kube-system")["spec"]["template"]["spec"]["containers"][0]
        ports = {port["name"]: port["containerPort"] for port in container["ports"]}
        self.assertEqual(ports, {"http": 8080, "metrics": 8081})
        probes = {kind: (container[kind]["httpGet"]["path"], container[kind]["httpGet"]["port"]) for kind in ("livenessProbe", "readinessProbe")}
        self.assertEqual(probes, {"livenessProbe": ("/healthz", "http"), "readinessProbe": ("/readyz", "metrics")})
        self.assertTrue(container["securityContext"]["readOnlyRootFilesystem"])
        labels = self.get("deployment", NAME, "-n", "kube-system")["spec"]["template"]["metadata"]["labels"]
        for service, port in ((NAME, "http"), (f"{NAME}-metrics", "metrics")):
            spec = self.get("service", service, "-n", "kube-system")["spec"]
            self.assertLessEqual(spec["selector"].items(), labels.items())
            self.assertEqual([(p["name"], p["port"], p["targetPort"]) for p in spec["ports"]], [(port, ports[port], port)])

    def test_the_service_monitor_selects_the_metrics_service_alone(self):
        text = (MANIFESTS / "monitoring/service-monitor.yaml").read_text()
        wanted = dict(re.findall(r"^ {6}(\S+): (\S+)$", text.split("matchLabels:", 1)[1].split("endpoints:", 1)[0], re.MULTILINE))
        self.assertGreater(len(wanted), 1)
        selected = [service["metadata"]["name"] for service in self.get("services", "-n", "kube-system")["items"]
                    if wanted.items() <= service["metadata"].get("labels", {}).items()]
        self.assertEqual(selected, [f"{NAME}-metrics"])
        self.assertIn("- port: metrics\n", text)

    def test_the_definition_refuses_what_no_controller_could_use(self):
        refused = {
            "spec: Required value": {"apiVersion": "bitnami.com/v1alpha1", "kind": "SealedSecret", "metadata": {"name": "s", "namespace": "default"}},
            "spec.encryptedData: Required value": self.sealed_secret(),
            "spec.encryptedData.a": self.sealed_secret(encryptedData={"a": 1}),
            "spec.data": self.sealed_secret(encryptedData={}, data="not base64!"),
            "spec.template.metadata.labels.a": self.sealed_secret(encryptedData={}, template={"metadata": {"labels": {"a": True}}}),
            "spec.template.metadata.finalizers": self.sealed_secret(encryptedData={}, template={"metadata": {"finalizers": "f"}}),
            "spec.template.immutable": self.sealed_secret(encryptedData={}, template={"immutable": "yes"}),
            "spec.template.type": self.sealed_secret(encryptedData={}, template={"type": 1}),
            "spec.template.data.a": self.sealed_secret(encryptedData={}, template={"data": {"a": 1}}),
        }
        for path, sealed_secret in refused.items():
            with self.subTest(path):
                answer = self.kubectl("create", "--dry-run=server", "--validate=ignore", "-f", "-", stdin=sealed_secret)
                self.assertEqual(answer.returncode, 1)
                self.assertIn(path, answer.stderr)

    def test_the_definition_takes_null_where_the_original_writes_it(self):
        for template in ({"metadata": None, "data": None}, {"metadata": {"creationTimestamp": None}}):
            self.succeeds("create", "--dry-run=server", "-f", "-", stdin=self.sealed_secret(encryptedData={"a": "AgA="}, template=template))

    def test_unknown_fields_stay_in_the_metadata_of_the_template_only(self):
        given = self.sealed_secret(encryptedData={"a": "AgA="}, unknown=1, template={"unknown": 1, "metadata": {"generateName": "kept", "labels": {"a": "b"}}})
        kept = json.loads(self.succeeds("create", "--dry-run=server", "--validate=ignore", "-o", "json", "-f", "-", stdin=given))["spec"]
        self.assertEqual(kept, {"encryptedData": {"a": "AgA="}, "template": {"metadata": {"generateName": "kept", "labels": {"a": "b"}}}})

    def test_status_keeps_the_fields_of_both_controllers_and_spec_cannot_write_it(self):
        given = self.sealed_secret(encryptedData={})
        given["metadata"]["name"] = "with-status"
        status = {
            "observedGeneration": 1,
            "conditions": [
                {"type": "Synced", "status": "False", "lastUpdateTime": "2026-01-01T00:00:00Z", "lastTransitionTime": "2026-01-01T00:00:00Z", "message": "why"},
                {"type": "Applied", "status": "True", "reason": "Recorded", "message": "record", "observedGeneration": 1},
            ],
            "openedBy": {"a": "SHA256:fingerprint"},
        }
        created = json.loads(self.succeeds("create", "-o", "json", "-f", "-", stdin={**given, "status": status}))
        self.assertNotIn("status", created)
        self.succeeds("patch", "sealedsecret", "with-status", "--subresource=status", "--type=merge", "-p", json.dumps({"status": {**status, "unknown": 1}}))
        self.assertEqual(self.get("sealedsecret", "with-status")["status"], status)
        shown = self.succeeds("get", "sealedsecret", "with-status").splitlines()
        self.assertRegex(shown[0], r"^NAME +STATUS +SYNCED +AGE$")
        self.assertRegex(shown[1], r"^with-status +why +False +\S+$")

    def test_the_definition_explains_itself(self):
        self.assertRegex(self.succeeds("explain", "sealedsecret.spec"), r"encryptedData\s+<map\[string\]string> -required-\n")

    def test_the_controller_has_the_originals_rights_its_certificates_config_map_and_its_lease(self):
        allowed = [
            ("get list watch", "sealedsecrets.bitnami.com"), ("update", "sealedsecrets.bitnami.com --subresource=status"),
            ("get list create update delete watch", "secrets"), ("create patch", "events"), ("get", "namespaces"),
            ("create", "configmaps"), ("get update", f"configmaps/{NAME}-cert"),
            ("create", "leases.coordination.k8s.io"), ("get update", f"leases.coordination.k8s.io/{NAME}"),
        ]
        denied = [
            ("patch", "secrets"), ("patch", "sealedsecrets.bitnami.com --subresource=status"), ("update", "sealedsecrets.bitnami.com"),
            ("get update", "configmaps/other"), ("list watch delete", "configmaps"), ("list", "namespaces"),
            ("get update patch delete", "leases.coordination.k8s.io"), ("patch delete", f"leases.coordination.k8s.io/{NAME}"),
        ]
        for expected, rights in ((True, allowed), (False, denied)):
            for verbs, resource in rights:
                for verb in verbs.split():
                    with self.subTest(f"{verb} {resource}"):
                        self.assertEqual(self.may(["--as", ACCOUNT], verb, resource), expected)

    def test_everyone_may_reach_the_service_and_read_the_certificate_and_no_more(self):
        viewer = ["--kubeconfig", self.environment[plane.VIEWER]]
        for name in (f"http:{NAME}:", f"http:{NAME}:http", NAME):
            self.assertTrue(self.may(viewer, "create", f"services/{name} --subresource=proxy"), name)
        for verb, resource in (("get", f"services/{NAME}"), ("get", f"configmaps/{NAME}-cert")):
            self.assertTrue(self.may(viewer, verb, resource), resource)
        for verb, resource in (("get", "secrets"), ("get", "configmaps/other"), ("update", f"configmaps/{NAME}-cert"),
                               ("get", f"services/http:{NAME}-metrics:metrics --subresource=proxy")):
            self.assertFalse(self.may(viewer, verb, resource), resource)


if __name__ == "__main__":
    unittest.main()
