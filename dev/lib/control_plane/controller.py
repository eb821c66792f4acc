"""Puts a controller beside the control plane: its manifests, a Pod that the service proxy forwards to, and its identity.

A controller is a process on this machine that believes to be in a Pod: its service account's token and the API server's
certificate stand where a kubelet would put them, in a mount namespace of its own.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import urllib.parse

from .errors import Refused, progress
from .leftovers import MARK
from .plane import HOST_IP

NAMESPACE = "kube-system"
NAME = "sealed-secrets-controller"
PORTS = {"http": 8080, "metrics": 8081}
SERVICES = {NAME: "http", f"{NAME}-metrics": "metrics"}
MANIFESTS = pathlib.Path(__file__).resolve().parents[3] / "manifests"
ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"


def install(manifests, crd):
    """Applies the manifests (no Pod comes of the Deployment: no kubelet runs here) and makes the Services reach this machine."""
    _require_control_plane()
    kustomized = (manifests / "kustomization.yaml").exists()
    _kubectl("apply", "--server-side", "--force-conflicts", "-k" if kustomized else "-f", str(manifests))
    if crd:
        _kubectl("apply", "--server-side", "--force-conflicts", "-f", str(crd))
    _kubectl("wait", "--for=condition=Established", "crd/sealedsecrets.bitnami.com", "--timeout=30s")
    if os.environ.get(HOST_IP):
        _pod_behind_services(os.environ[HOST_IP])
    progress(f"installed {manifests}" + (f" and {crd}" if crd else ""))


def as_controller(command, namespace=NAMESPACE, name=NAME):
    """Becomes the command, with the identity (a service account) and the environment of the controller's Pod. Does not return."""
    folder = _require_control_plane()
    if not os.environ.get(HOST_IP):
        raise Refused("as-controller needs namespaces, which this machine does not have")
    account = folder / "service-accounts" / namespace / name
    account.mkdir(mode=0o700, parents=True, exist_ok=True)
    _place(account / "token", _kubectl("-n", namespace, "create", "token", name, "--duration=24h").strip())
    _place(account / "namespace", namespace)
    _place(account / "ca.crt", (folder / "certificates" / "apiserver.crt").read_text())
    server = json.loads((folder / "admin.kubeconfig").read_text())["clusters"][0]["cluster"]["server"]
    address = urllib.parse.urlsplit(server)
    environment = {name: value for name, value in os.environ.items() if name != "KUBECONFIG"}
    environment.update(
        KUBERNETES_SERVICE_HOST=address.hostname, KUBERNETES_SERVICE_PORT=str(address.port), POD_NAMESPACE=namespace, POD_NAME=name
    )
    mounted = f'mount -t tmpfs tmpfs /var/run && mkdir -p {ACCOUNT} && mount --bind "$0" {ACCOUNT} && exec "$@"'
    words = ["unshare", "--mount", "--propagation", "private", "--", "sh", "-c", mounted, str(account), *command]
    os.execvpe(words[0], words, environment)


def _place(path, text):
    """Writes a file in one step: another controller may be reading it."""
    with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".", delete=False) as new:
        new.write(text)
    os.rename(new.name, path)


def _pod_behind_services(ip):
    """The service proxy forwards only to addresses that belong to a Pod: registers one that has ours."""
    pod = f"{NAME}-0"
    ports = [{"name": name, "containerPort": number} for name, number in PORTS.items()]
    _apply({
        "apiVersion": "v1", "kind": "Pod", "metadata": {"name": pod, "namespace": NAMESPACE, "labels": {"name": NAME}},
        "spec": {"nodeName": "this-machine", "automountServiceAccountToken": False, "containers": [{"name": "controller", "image": "none", "ports": ports}]},
    })
    status = {"status": {"phase": "Running", "podIP": ip, "podIPs": [{"ip": ip}]}}
    _kubectl("-n", NAMESPACE, "patch", "pod", pod, "--subresource=status", "--type=merge", "-p", json.dumps(status))
    address = {"ip": ip, "targetRef": {"kind": "Pod", "name": pod, "namespace": NAMESPACE}}
    for service, port in SERVICES.items():
        _apply({
            "apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": service, "namespace": NAMESPACE},
            "subsets": [{"addresses": [address], "ports": [{"name": port, "port": PORTS[port]}]}],
        })


def _require_control_plane():
    folder = os.environ.get(MARK)
    if not folder:
        raise Refused("this works inside `dev/control-plane run` only")
    return pathlib.Path(folder)


def _apply(manifest):
    _kubectl("apply", "--server-side", "--force-conflicts", "-f", "-", stdin=json.dumps(manifest))


def _kubectl(*arguments, stdin=None):
    """Runs kubectl with every right, whatever KUBECONFIG names now."""
    config = str(_require_control_plane() / "admin.kubeconfig")
    answer = subprocess.run(["kubectl", "--kubeconfig", config, *arguments], input=stdin, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise Refused(f"kubectl {' '.join(arguments)} ended with {answer.returncode}: {answer.stderr.strip()}")
    return answer.stdout
