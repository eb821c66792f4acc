"""The Helm chart: lint, a matrix of values against the API server, install, and upgrade from the original's chart in place and back."""
import copy
import json
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from cluster import ROOT, Node, apply, attempt, get, kubectl, make_namespace, may, run, seal, secret_of  # noqa: E402

CHART = ROOT / "manifests/helm/sealed-secrets"
PRODUCTION = pathlib.Path(__file__).with_name("production-values.yaml")
KEYS = "sealedsecrets.bitnami.com/sealed-secrets-key"
HELM = os.environ.get("SEALED_SECRETS_HELM", "")
PEERS = os.environ.get("SEALED_SECRETS_PEERS", "")
OPERATOR = ("ServiceMonitor", "PrometheusRule")

# Each has to pass the schema and the API server; the lists say what has to be in the output, and what must not.
MATRIX = {
    "defaults": ([], ["\nkind: ClusterRole\n", "--key-prefix=sealed-secrets-key", "path: /readyz", "--update-status"], ["--leader-elect", "kind: Ingress", "NetworkPolicy"]),
    "replicas": (["replicaCount=3", "pdb.create=true", "pdb.minAvailable=", "pdb.maxUnavailable=1"],
                 ["replicas: 3", "--leader-elect", "coordination.k8s.io", "maxUnavailable: 1"], ["minAvailable"]),
    "election of one": (["leaderElection.enabled=true", "leaderElection.leaseDuration=30s"], ["replicas: 1", "--leader-elect\n", "--leader-elect-lease-duration=30s"], []),
    "roles by namespace": (["rbac.clusterRole=false", "rbac.namespacedRoles=true", "additionalNamespaces={one,two}"],
                           ["namespace: one", "namespace: two", "--additional-namespaces=one,two"], ["\nkind: ClusterRole\n", "\nkind: ClusterRoleBinding"]),
    "somebody else's cluster role": (["rbac.clusterRole=false", "rbac.clusterRoleName=theirs"], ["name: theirs", "\nkind: ClusterRoleBinding"], ["\nkind: ClusterRole\n"]),
    "no rights": (["rbac.create=false", "serviceAccount.create=false", "serviceAccount.name=theirs"], ["serviceAccountName: theirs"], ["kind: Role\n", "kind: ServiceAccount"]),
    "proxy for nobody": (["rbac.serviceProxier.bind=false"], ["name: r-sealed-secrets-service-proxier"], ["system:authenticated\n  - kind"]),
    "drift and templates": (["drift=detect", "labelSelector=team=a", "templateLimits.maxSteps=20000000", "templateLimits.maxTime=3s", "javaOptions=-Xmx1g"],
                            ["--drift=detect", "--label-selector=team=a", "--template-max-steps=20000000", "--template-max-time=3s", "value: \"-Xmx1g\""], []),
    "restarts": (["restartWorkloads.enabled=true"], ["--restart-workloads\n", "name: r-sealed-secrets-workload-restarter", "resources: [deployments, statefulsets, daemonsets]"], []),
    "restarts by namespace": (["restartWorkloads.enabled=true", "rbac.clusterRole=false", "rbac.namespacedRoles=true", "additionalNamespaces={one}"],
                              ["resources: [deployments, statefulsets, daemonsets]"], ["\nkind: ClusterRole\n"]),
    "zeros count": (["keyrenewperiod=0", "maxRetries=0", "kubeClientQPS=0"], ["--key-renew-period=0", "--max-unseal-retries=0", "--kubeclient-qps=0"], []),
    "ingress": (["ingress.enabled=true", "ingress.hostname=seal.example.com", "ingress.tls=true", "ingress.selfSigned=true", "ingress.ingressClassName=nginx"],
                ["kind: Ingress", "seal.example.com-tls", "path: /v1/cert.pem", "tls.key"], []),
    "network": (["networkPolicy.enabled=true", "networkPolicy.egress.enabled=true", "networkPolicy.egress.kubeapiCidr=10.0.0.1/32", "networkPolicy.egress.kubeapiPort=6443"],
                ["cidr: 10.0.0.1/32", "port: 6443"], []),
    "monitoring": (["metrics.serviceMonitor.enabled=true", "metrics.serviceMonitor.interval=30s", "metrics.prometheusRule.enabled=true", "metrics.dashboards.create=true"],
                   ["kind: ServiceMonitor", "interval: 30s", "kind: PrometheusRule", "alert: SealedSecretsNoKey", "{{ $labels.namespace }}", "label_values("], []),
    "other ports": (["containerPorts.http=9080", "containerPorts.metrics=9081", "service.port=80", "hostNetwork=true", "service.type=NodePort", "service.nodePort=30080"],
                    ["--listen-addr=:9080", "--listen-metrics-addr=:9081", "hostPort: 9080", "nodePort: 30080", "hostNetwork: true"], []),
    "an image by digest": (["image.registry=", "image.repository=mirror/controller", "image.digest=sha256:" + "a" * 64], ["image: mirror/controller@sha256:aaaa"], []),
    "no controller": (["createController=false"], ["\nkind: ClusterRole\n"], ["kind: Deployment", "\nkind: Service\n"]),
    "own arguments": (["args={--version}", "command={/bin/controller}", "extraArgs={--unused}"], ["- --version", "- /bin/controller"], ["--unused"]),
    "key metadata": (["privateKeyLabels.a=b", "privateKeyLabels.c=d", "privateKeyAnnotations.e=f"], ["--privatekey-labels=a=b,c=d", "--privatekey-annotations=e=f"], []),
    "probes": (["livenessProbe.enabled=false", "customLivenessProbe.tcpSocket.port=http", "startupProbe.enabled=true", "readinessProbe.periodSeconds=3"],
               ["tcpSocket:\n            port: http", "periodSeconds: 3"], ["path: /healthz"]),
}
REFUSED = {
    "leaderElection.enabled is false": ["replicaCount=2", "leaderElection.enabled=false"],
    "names the original's image": ["image.repository=bitnami/sealed-secrets-controller"],
    "privateKeyLabels": ["privateKeyLabels.a=1"],
    "drift": ["drift=sometimes"],
    "keyrenewperiod": ["keyrenewperiod=a month"],
    "pullPolicy": ["image.pullPolicy=Sometimes"],
    "set networkPolicy.egress.kubeapiCidr": ["networkPolicy.enabled=true", "networkPolicy.egress.enabled=true"],
    "replicaCount": ["replicaCount=many"],
}


def helm(*words):
    return run(HELM, *words)


def settings(pairs):
    return [word for pair in pairs for word in ("--set", pair)]


def documents(text):
    """The manifests of rendered output, by kind, namespace and name."""
    printed = run("kubectl", "create", "--dry-run=client", "--validate=false", "-o", "json", "-f", "-", stdin=text)
    decoder, objects = json.JSONDecoder(), {}
    while printed.strip():  # one object after the other
        found, end = decoder.raw_decode(printed.strip())
        printed = printed.strip()[end:]
        objects[found["kind"], found["metadata"].get("namespace"), found["metadata"]["name"]] = found
    return objects


def flags(deployment):
    """The controller's flags by name, whichever way they are written."""
    arguments, found = deployment["spec"]["template"]["spec"]["containers"][0]["args"], {}
    while arguments:
        name, sep, value = arguments[0].partition("=")
        arguments = arguments[1:]
        if not sep and arguments and not arguments[0].startswith("--"):
            value, arguments = arguments[0], arguments[1:]
        found[name] = value
    return found


@unittest.skipUnless(HELM, "SEALED_SECRETS_HELM names no helm")
class ChartTest(unittest.TestCase):
    def test_it_passes_lint(self):
        self.assertIn("0 chart(s) failed", helm("lint", "--strict", CHART))
        self.assertIn("0 chart(s) failed", helm("lint", "--strict", CHART, "-f", PRODUCTION))

    def test_what_it_renders_is_what_the_api_server_takes(self):
        kubectl("apply", "-f", str(ROOT / "manifests/crd/sealedsecrets.bitnami.com.yaml"))
        for namespace in ("one", "two"):
            make_namespace(namespace)
        for title, (pairs, present, absent) in MATRIX.items():
            with self.subTest(title):
                rendered = helm("template", "r", CHART, "-n", "default", *settings(pairs))
                for text in present:
                    self.assertIn(text, rendered)
                for text in absent:
                    self.assertNotIn(text, rendered)
                ours = "\n---\n".join(part for part in rendered.split("\n---\n") if not any(f"kind: {kind}" in part for kind in OPERATOR))
                kubectl("apply", "--dry-run=server", "--validate=strict", "-f", "-", stdin=ours)

    def test_values_that_cannot_work_are_refused_by_name(self):
        for reason, pairs in REFUSED.items():
            with self.subTest(reason):
                answer = attempt(HELM, "template", "r", CHART, "-n", "default", *settings(pairs))
                self.assertEqual(answer.returncode, 1)
                self.assertIn(reason, answer.stderr)

    def test_values_it_does_not_know_are_named(self):
        notes = helm("install", "r", CHART, "--dry-run=client", "--set", "ingres.enabled=true,rbac.pspEnabled=true")
        self.assertIn("does not know these values, and ignored them: ingres, rbac.pspEnabled", notes)
        self.assertNotIn("does not know", helm("install", "r", CHART, "--dry-run=client"))

    def test_its_copies_are_those_of_the_manifests(self):
        for copy_, original in {"crds/sealedsecrets.bitnami.com.yaml": "crd/sealedsecrets.bitnami.com.yaml", "monitoring/rules.yaml": "monitoring/rules.yaml",
                                "monitoring/dashboard.json": "monitoring/dashboard.json"}.items():
            self.assertEqual((CHART / copy_).read_text(), (ROOT / "manifests" / original).read_text(), copy_)

    def test_it_grants_what_the_manifests_grant(self):
        chart = documents(helm("template", "sealed-secrets-controller", CHART, "-n", "kube-system", "--set", "replicaCount=2"))
        plain = documents(run("kubectl", "kustomize", ROOT / "manifests"))

        def rules(objects):
            return {place: sorted(json.dumps(rule, sort_keys=True) for rule in o["rules"]) for place, o in objects.items() if o["kind"].endswith("Role")}

        expected, found = rules(plain), rules(chart)
        admin = ("Role", "kube-system", "sealed-secrets-key-admin")
        self.assertEqual({p[2].removeprefix("sealed-secrets-").removeprefix("controller-") for p in found},
                         {p[2].removeprefix("sealed-secrets-") for p in expected})
        for place, granted in expected.items():
            name = place[2].replace("sealed-secrets-", "sealed-secrets-controller-") if place[2].startswith("sealed-secrets-") else place[2]
            other = found[place[0], place[1], name]
            if place == admin:  # the original's chart lets the controller get the key of the old name too
                other = [rule for rule in other if "resourceNames" not in rule]
            if place[2] == "secrets-unsealer":  # and grants nothing on namespaces unless some are named
                granted = [rule for rule in granted if "namespaces" not in rule]
            self.assertEqual(other, granted, place)


@unittest.skipUnless(HELM, "SEALED_SECRETS_HELM names no helm")
class InstallationTest(unittest.TestCase):
    def setUp(self):
        for namespace in ("sealed", "shop", "tenants"):
            make_namespace(namespace)
        self.node = Node()
        self.node.__enter__()
        self.addCleanup(self.node.__exit__)
        self.addCleanup(self.clear)

    def clear(self):
        attempt(HELM, "uninstall", "ss", "-n", "sealed")
        for namespace in ("sealed", "shop", "tenants"):
            attempt("kubectl", "delete", "sealedsecrets,secrets,configmaps", "--all", "-n", namespace)
        attempt("kubectl", "delete", "crd", "sealedsecrets.bitnami.com")

    def await_rollout(self, name):
        kubectl("-n", "sealed", "rollout", "status", f"deployment/{name}", "--timeout=80s")

    def assert_unseals(self, namespace, name, controller, **where):
        apply(seal(namespace, name, {"text": name}, f"--controller-name={controller}", "--controller-namespace=sealed", **where))
        kubectl("wait", "-n", namespace, f"sealedsecret/{name}", "--for=condition=Synced", "--timeout=60s")
        self.assertEqual(secret_of(namespace, name), {"text": name})

    def test_an_installation_works_and_leaves_keys_and_definition_behind(self):
        notes = helm("install", "ss", CHART, "-n", "sealed")
        self.assertIn("kubeseal --controller-name=ss-sealed-secrets --controller-namespace=sealed", notes)
        self.await_rollout("ss-sealed-secrets")
        self.assert_unseals("shop", "greeting", "ss-sealed-secrets")
        self.assertIn("BEGIN CERTIFICATE", get("configmap", "ss-sealed-secrets-cert", "-n", "sealed")["data"]["cert.pem"])

        helm("uninstall", "ss", "-n", "sealed")

        self.assertEqual(len(get("secrets", "-n", "sealed", "-l", KEYS)["items"]), 1)
        self.assertEqual(secret_of("shop", "greeting"), {"text": "greeting"})
        self.assertEqual(get("sealedsecret", "greeting", "-n", "shop")["metadata"]["name"], "greeting")

    def test_roles_by_namespace_suffice(self):
        helm("install", "ss", CHART, "-n", "sealed", *settings(["rbac.clusterRole=false", "rbac.namespacedRoles=true", "additionalNamespaces={shop}"]))
        self.await_rollout("ss-sealed-secrets")
        self.assert_unseals("shop", "greeting", "ss-sealed-secrets")
        self.assert_unseals("sealed", "greeting", "ss-sealed-secrets")
        self.assertFalse(may("sealed", "ss-sealed-secrets", "get", "secrets", within="tenants"))

    @unittest.skipUnless(PEERS, "SEALED_SECRETS_PEERS is not set")
    def test_an_upgrade_from_the_originals_chart_changes_nothing_that_users_rely_on(self):
        name, theirs = "sealed-secrets-controller", pathlib.Path(PEERS)
        helm("install", "ss", theirs / "chart", "-n", "sealed", "-f", PRODUCTION)
        self.await_rollout(name)
        self.assert_unseals("shop", "before", name, kubeseal=theirs / "kubeseal")
        kept = [("deployment", name), ("service", name), ("service", f"{name}-metrics"), ("serviceaccount", name), ("pdb", name), ("networkpolicy", name),
                ("role", f"{name}-key-admin"), ("role", f"{name}-service-proxier"), ("rolebinding", f"{name}-key-admin"), ("rolebinding", f"{name}-service-proxier")]
        before = {place: get(*place, "-n", "sealed") for place in kept}
        keys = get("secrets", "-n", "sealed", "-l", KEYS)["items"]
        secret = get("secret", "before", "-n", "shop")
        self.assertEqual(len(keys), 1)
        self.assertTrue(keys[0]["metadata"]["name"].startswith("our-sealing-key"))

        helm("upgrade", "ss", CHART, "-n", "sealed", "-f", PRODUCTION)
        self.await_rollout(name)

        self.assert_unseals("tenants", "after", name, kubeseal=theirs / "kubeseal")
        self.assertEqual(get("secrets", "-n", "sealed", "-l", KEYS)["items"], keys)
        self.assertEqual(get("secret", "before", "-n", "shop"), secret)
        after = {place: get(*place, "-n", "sealed") for place in kept}
        for place, old in before.items():
            with self.subTest(place):
                self.assert_is_kept(old, after[place])
        self.assert_pods_are_alike(before["deployment", name], after["deployment", name])
        self.assertEqual(get("clusterrolebinding", name)["roleRef"]["name"], "platform-secrets-unsealer")

        helm("rollback", "ss", "1", "-n", "sealed")
        self.await_rollout(name)
        self.assert_unseals("shop", "back", name)
        self.assertEqual(get("secrets", "-n", "sealed", "-l", KEYS)["items"], keys)

    def assert_is_kept(self, old, new):
        self.assertEqual(new["metadata"]["uid"], old["metadata"]["uid"])
        for kind in ("labels", "annotations"):
            ours = {k: v for k, v in old["metadata"].get(kind, {}).items() if k not in ("helm.sh/chart", "app.kubernetes.io/version", "deployment.kubernetes.io/revision")}
            self.assertLessEqual(ours.items(), new["metadata"].get(kind, {}).items())
        if old["kind"] == "Service":
            self.assertEqual(new["spec"]["clusterIP"], old["spec"]["clusterIP"])
            self.assertEqual(new["spec"]["ports"], old["spec"]["ports"])
        for field in ("rules", "roleRef"):
            self.assertEqual(new.get(field), old.get(field))

        def subjects(binding):
            return [{k: v for k, v in subject.items() if k != "apiGroup"} for subject in binding.get("subjects", [])]

        self.assertEqual(subjects(new), subjects(old))

    def assert_pods_are_alike(self, old, new):
        found = flags(new)
        for name, value in flags(old).items():
            self.assertEqual(found.get(name), value, name)
        self.assertEqual(set(found) - set(flags(old)), {"--service-name"})
        old_pod, new_pod = (copy.deepcopy(d["spec"]["template"]) for d in (old, new))
        self.assertEqual(new["spec"]["selector"], old["spec"]["selector"])
        self.assertEqual(new["spec"].get("revisionHistoryLimit"), old["spec"].get("revisionHistoryLimit"))
        self.assertEqual(new_pod["metadata"]["labels"], old_pod["metadata"]["labels"])
        self.assertEqual(new_pod["metadata"]["annotations"], old_pod["metadata"]["annotations"])
        for field in ("serviceAccountName", "priorityClassName", "nodeSelector", "tolerations", "affinity", "volumes"):
            self.assertEqual(new_pod["spec"].get(field), old_pod["spec"].get(field), field)
        old_container, new_container = old_pod["spec"]["containers"][0], new_pod["spec"]["containers"][0]
        for field in ("name", "command", "ports", "resources", "livenessProbe", "volumeMounts", "imagePullPolicy"):
            self.assertEqual(new_container.get(field), old_container.get(field), field)


if __name__ == "__main__":
    unittest.main()
