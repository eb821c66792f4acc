"""What the tests beside a control plane share: kubectl, kubeseal, a node that runs the controller, and waiting."""
import base64
import json
import os
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
KUBESEAL = ROOT / "client-cli/target/dist/kubeseal"
VIEWER = "CONTROL_PLANE_VIEWER_KUBECONFIG"
SECONDS = 90


def run(*words, stdin=None, environment=None, seconds=SECONDS):
    """What a program printed; it has to succeed."""
    answer = attempt(*words, stdin=stdin, environment=environment, seconds=seconds)
    if answer.returncode:
        raise AssertionError(f"{' '.join(map(str, words))} ended with {answer.returncode}:\n{answer.stdout}\n{answer.stderr}")
    return answer.stdout


def attempt(*words, stdin=None, environment=None, seconds=SECONDS):
    """How a program ended."""
    return subprocess.run([str(word) for word in words], input=stdin, env={**os.environ, **(environment or {})}, capture_output=True, text=True,
                          timeout=seconds, check=False)


def kubectl(*words, stdin=None):
    return run("kubectl", *words, stdin=stdin)


def get(*words):
    """Objects as kubectl get has them."""
    return json.loads(kubectl("get", *words, "-o", "json"))


def apply(manifests):
    kubectl("apply", "-f", "-", stdin=manifests if isinstance(manifests, str) else json.dumps(manifests))


def make_namespace(name):
    apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})


def until(what, condition, seconds=SECONDS):
    """The first true value of the condition."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"not after {seconds} s: {what}")
        time.sleep(0.2)


def seal(namespace, name, values, *flags, kubeseal=KUBESEAL):
    """A SealedSecret, sealed online by somebody without any role."""
    literals = [f"--from-literal={key}={value}" for key, value in values.items()]
    secret = kubectl("create", "secret", "generic", name, "-n", namespace, "--dry-run=client", "-o", "json", *literals)
    return run(kubeseal, *flags, "-o", "yaml", stdin=secret, environment={"KUBECONFIG": os.environ[VIEWER]})


def secret_of(namespace, name):
    """The decoded data of a Secret; None where there is none."""
    answer = attempt("kubectl", "get", "secret", name, "-n", namespace, "-o", "json")
    if answer.returncode:
        return None
    return {key: base64.b64decode(value).decode() for key, value in json.loads(answer.stdout).get("data", {}).items()}


def may(namespace, account, verb, *resource, within=None):
    words = ["auth", "can-i", verb, *resource, "--as", f"system:serviceaccount:{namespace}:{account}", "-n", within or namespace]
    return attempt("kubectl", *words).stdout.strip() == "yes"


class Node:
    """Runs the controller for each Deployment of it."""

    def __enter__(self):
        self._process = subprocess.Popen([ROOT / "dev/control-plane", "node"], stdin=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(60)
