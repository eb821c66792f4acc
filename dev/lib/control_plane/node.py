"""Stands in for what a cluster has and the control plane lacks: a node and the controllers of Deployments and Services.

For the first replica of each Deployment whose container runs `controller`, the built controller runs as a process on this
machine, with the service account, arguments and environment of the Pod template. The Deployment's status says what became of
it, a Pod and the endpoints of the Services that select it are there: kubectl rollout status and the service proxy work.
Where the image is the original's, its controller runs (dev/peers; SEALED_SECRETS_PEERS names the folder).
"""
import os
import pathlib
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

from . import plane
from .api import Api
from .errors import Refused
from .leftovers import MARK

PROGRAM = pathlib.Path(__file__).resolve().parents[3] / "controller/target/dist/controller"
TOOL = pathlib.Path(__file__).resolve().parents[2] / "control-plane"
DEPLOYMENTS = "/apis/apps/v1/deployments"
SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_END = 30


def stand_in():
    """Runs until it is told to end."""
    if not os.environ.get(MARK) or not os.environ.get(plane.HOST_IP):
        raise Refused("this works inside `dev/control-plane run` only, on a machine with namespaces")
    if not PROGRAM.exists():
        raise Refused(f"{PROGRAM} is not there: run mvn package first")
    node = Node(Api(os.environ[MARK]), os.environ[plane.HOST_IP])
    ending = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ending.append(True))
    try:
        while not ending:
            node.look()
            time.sleep(SECONDS_BETWEEN_LOOKS)
    finally:
        node.end()


class Node:
    """The processes that run, by namespace and name of their Deployment."""

    def __init__(self, api, address):
        self._api = api
        self._address = address
        self._running = {}

    def look(self):
        """Brings the processes and what the API server says about them in order."""
        wanted = {}
        for deployment in self._api.get(DEPLOYMENTS)["items"]:
            container = deployment["spec"]["template"]["spec"]["containers"][0]
            if container.get("command") == ["controller"] and deployment["spec"]["replicas"] > 0:
                wanted[deployment["metadata"]["namespace"], deployment["metadata"]["name"]] = deployment
        for place in list(self._running):
            if place not in wanted or self._running[place].template != wanted[place]["spec"]["template"]:
                self._running.pop(place).end(self._api)
        for place, deployment in wanted.items():
            if place not in self._running:
                self._running[place] = Replica(deployment, self._address)
            self._running[place].report(self._api, deployment)

    def end(self):
        """Ends all processes."""
        for replica in self._running.values():
            replica.end(self._api)
        self._running.clear()


class Replica:
    """One process, and its Pod."""

    def __init__(self, deployment, address):
        self.template = deployment["spec"]["template"]
        self._place = deployment["metadata"]["namespace"], deployment["metadata"]["name"]
        self._address = address
        self._reported = None
        self._process = self._start()

    @property
    def _container(self):
        return self.template["spec"]["containers"][0]

    def _start(self):
        namespace, name = self._place
        account = self.template["spec"].get("serviceAccountName", "default")
        variables = {v["name"]: v.get("value", f"{name}-0") for v in self._container.get("env", []) if "value" in v or "fieldRef" in v.get("valueFrom", {})}
        words = [str(TOOL), "as-controller", "--namespace", namespace, "--service-account", account, "--", "env", *(f"{k}={v}" for k, v in variables.items())]
        log = pathlib.Path(os.environ[MARK]) / f"{namespace}.{name}.log"
        with open(log, "ab") as out:
            return subprocess.Popen([*words, self._program(), *self._container.get("args", [])], stdin=subprocess.DEVNULL, stdout=out, stderr=out)

    def _program(self):
        if "bitnami/sealed-secrets-controller" in self._container["image"]:
            return str(pathlib.Path(os.environ["SEALED_SECRETS_PEERS"]) / "controller")
        return str(PROGRAM)

    def report(self, api, deployment):
        """Says what became of it, if that is news."""
        if self._process.poll() is not None:
            self._process = self._start()
        ready = self._is_ready()
        news = (ready, deployment["metadata"]["generation"])
        if news == self._reported:
            return
        namespace, name = self._place
        pod = f"/api/v1/namespaces/{namespace}/pods/{name}-0"
        api.apply(pod, {
            "apiVersion": "v1", "kind": "Pod", "metadata": {"name": f"{name}-0", "namespace": namespace, "labels": self.template["metadata"]["labels"]},
            "spec": {"nodeName": "this-machine", "automountServiceAccountToken": False, "containers": [
                {"name": self._container["name"], "image": self._container["image"],
                 "ports": [{"name": p["name"], "containerPort": p["containerPort"]} for p in self._container["ports"]]}]},
        })
        condition = [{"type": "Ready", "status": str(ready)}]
        api.merge(f"{pod}/status", {"status": {"phase": "Running", "podIP": self._address, "podIPs": [{"ip": self._address}], "conditions": condition}})
        self._serve(api)
        wanted = deployment["spec"]["replicas"]  # the first one stands for all
        count = wanted if ready else 0
        api.merge(f"/apis/apps/v1/namespaces/{namespace}/deployments/{name}/status", {"status": {
            "observedGeneration": deployment["metadata"]["generation"], "replicas": wanted, "updatedReplicas": wanted, "readyReplicas": count,
            "availableReplicas": count, "unavailableReplicas": wanted - count,
            "conditions": [{"type": "Available", "status": str(ready)}, {"type": "Progressing", "status": "True", "reason": "NewReplicaSetAvailable"}],
        }})
        self._reported = news

    def _serve(self, api):
        namespace, name = self._place
        target = {"ip": self._address, "targetRef": {"kind": "Pod", "name": f"{name}-0", "namespace": namespace}}
        ports = {p["name"]: p["containerPort"] for p in self._container["ports"]}
        for service in api.get(f"/api/v1/namespaces/{namespace}/services")["items"]:
            selector = service["spec"].get("selector") or {}
            if selector and selector.items() <= self.template["metadata"]["labels"].items():
                api.apply(f"/api/v1/namespaces/{namespace}/endpoints/{service['metadata']['name']}", {
                    "apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": service["metadata"]["name"], "namespace": namespace},
                    "subsets": [{"addresses": [target], "ports": [{"name": p["name"], "port": ports.get(p["targetPort"], p["targetPort"])} for p in service["spec"]["ports"]]}],
                })

    def _is_ready(self):
        probe = self._container.get("readinessProbe", {}).get("httpGet")
        if not probe:
            return True
        port = next((p["containerPort"] for p in self._container["ports"] if p["name"] == probe["port"]), probe["port"])
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"http://{self._address}:{port}{probe['path']}", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def end(self, api):
        """Ends the process, waits for that, and takes the Pod away."""
        namespace, name = self._place
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            print(f"control-plane: the controller of {namespace}/{name} did not end in time", file=sys.stderr)
            self._process.kill()
            self._process.wait()
        try:
            api.request("DELETE", f"/api/v1/namespaces/{namespace}/pods/{name}-0?gracePeriodSeconds=0")
        except urllib.error.HTTPError as e:
            print(f"control-plane: cannot delete the pod {namespace}/{name}-0: {e}", file=sys.stderr)
