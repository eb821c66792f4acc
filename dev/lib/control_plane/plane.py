"""Starts etcd, kube-apiserver and kube-controller-manager, runs one command beside them, and stops everything."""
import base64
import contextlib
import ctypes
import json
import os
import pathlib
import secrets
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request

from .errors import Refused, progress

READY_SECONDS = 90
STOP_SECONDS = 20
ATTEMPTS = 3
# Names in the environment of the command.
MARK = "SEALED_SECRETS_CONTROL_PLANE"
HOST_IP = "CONTROL_PLANE_HOST_IP"
VIEWER = "CONTROL_PLANE_VIEWER_KUBECONFIG"


class PortTaken(Exception):
    """A port was free when it was looked for and taken when it was used."""


class ControlPlane:
    """The programs in one folder. A context manager: everything it started has ended when it is left."""

    def __init__(self, assets, host_ip, controller_manager):
        self._assets = assets
        self._host_ip = host_ip
        self._controller_manager = controller_manager
        self._processes = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="control-plane-"))

    def __enter__(self):
        try:
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    self._start()
                    return self
                except PortTaken as e:
                    self._stop()
                    if attempt == ATTEMPTS:
                        raise Refused(str(e)) from e
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self._stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self):
        """What the command gets besides the environment of this program."""
        return {
            "KUBECONFIG": str(self.folder / "admin.kubeconfig"),
            VIEWER: str(self.folder / "viewer.kubeconfig"),
            MARK: str(self.folder),
            HOST_IP: self._host_ip,
            "KUBEBUILDER_ASSETS": str(self._assets),
            "PATH": f"{self._assets}{os.pathsep}{os.environ['PATH']}",
        }

    def _start(self):
        started = time.monotonic()
        etcd, peer, api = _free_ports(3)
        tokens = {"admin": secrets.token_urlsafe(24), "viewer": secrets.token_urlsafe(24)}
        groups = {"admin": ',"system:masters"', "viewer": ""}
        self._private_file("tokens.csv", "".join(f"{t},{u},{u}{groups[u]}\n" for u, t in tokens.items()))
        signing_key = self._private_file("service-accounts.key", _service_account_key())
        data = self.folder / "etcd"
        shutil.rmtree(data, ignore_errors=True)
        self._run(
            "etcd",
            f"--data-dir={data}", "--unsafe-no-fsync", "--name=default",
            f"--listen-client-urls=http://127.0.0.1:{etcd}", f"--advertise-client-urls=http://127.0.0.1:{etcd}",
            f"--listen-peer-urls=http://127.0.0.1:{peer}", f"--initial-advertise-peer-urls=http://127.0.0.1:{peer}",
            f"--initial-cluster=default=http://127.0.0.1:{peer}",
        )
        self._run(
            "kube-apiserver",
            f"--etcd-servers=http://127.0.0.1:{etcd}", f"--secure-port={api}", "--bind-address=127.0.0.1",
            f"--advertise-address={self._host_ip or '127.0.0.1'}", f"--cert-dir={self.folder / 'certificates'}",
            f"--token-auth-file={self.folder / 'tokens.csv'}", "--authorization-mode=RBAC",
            "--service-account-issuer=https://kubernetes.default.svc", f"--service-account-key-file={signing_key}",
            f"--service-account-signing-key-file={signing_key}", "--service-cluster-ip-range=10.78.0.0/16",
            "--disable-admission-plugins=ServiceAccount", "--endpoint-reconciler-type=none",
        )
        self._await_ready(api, tokens["admin"])
        for user, token in tokens.items():
            self._private_file(f"{user}.kubeconfig", self._kubeconfig(api, user, token))
        if self._controller_manager:
            self._run(
                "kube-controller-manager",
                f"--kubeconfig={self.folder / 'admin.kubeconfig'}", "--leader-elect=false", "--secure-port=0",
                "--controllers=garbage-collector-controller,namespace-controller,serviceaccount-controller",
                "--use-service-account-credentials=false", f"--service-account-private-key-file={signing_key}",
            )
        progress(f"API server ready in {time.monotonic() - started:.1f} s")

    def _run(self, program, *arguments):
        with open(self.folder / f"{program}.log", "ab") as log:
            process = subprocess.Popen(
                [self._assets / program, *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, start_new_session=True, preexec_fn=die_with_parent,
            )
        self._processes.append((program, process))

    def _await_ready(self, port, token):
        deadline = time.monotonic() + READY_SECONDS
        certificate = self.folder / "certificates" / "apiserver.crt"
        while time.monotonic() < deadline:
            for program, process in self._processes:
                if process.poll() is not None:
                    self._explain(program, process)
            with contextlib.suppress(OSError):
                if certificate.exists() and _get(f"https://127.0.0.1:{port}/readyz", token, certificate) == 200:
                    return
            time.sleep(0.1)
        raise Refused(f"kube-apiserver was not ready within {READY_SECONDS} s; its last words:\n{self._log('kube-apiserver')}")

    def _explain(self, program, process):
        words = self._log(program)
        if "address already in use" in words:
            raise PortTaken(f"{program} found its port taken")
        raise Refused(f"{program} ended with {process.returncode} while starting; its last words:\n{words}")

    def _log(self, program):
        return (self.folder / f"{program}.log").read_text(errors="replace")[-2000:].strip()

    def _private_file(self, name, text):
        path = self.folder / name
        path.touch(mode=0o600)
        path.write_text(text)
        return path

    def _kubeconfig(self, port, user, token):
        authority = base64.b64encode((self.folder / "certificates" / "apiserver.crt").read_bytes()).decode()
        return json.dumps({
            "apiVersion": "v1",
            "kind": "Config",
            "current-context": "default",
            "clusters": [{"name": "default", "cluster": {"server": f"https://127.0.0.1:{port}", "certificate-authority-data": authority}}],
            "users": [{"name": user, "user": {"token": token}}],
            "contexts": [{"name": "default", "context": {"cluster": "default", "user": user, "namespace": "default"}}],
        })

    def _stop(self):
        while self._processes:
            _, process = self._processes.pop()
            stop(process)


def run(plane, command):
    """Runs the command beside the control plane; its exit status, or 128 + the signal that ended it, as a shell says it."""
    environment = {**os.environ, **plane.environment()}
    try:
        child = subprocess.Popen(command, env=environment, preexec_fn=die_with_parent)
    except OSError as e:
        raise Refused(f"cannot run {command[0]}: {e.strerror}") from e
    with passing_on_signals(child):
        status = child.wait()
    return status if status >= 0 else 128 - status


@contextlib.contextmanager
def passing_on_signals(child):
    """What asks this program to end asks the child instead; this program ends after it, and cleans up."""
    signals = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    before = [signal.signal(number, lambda received, _: child.send_signal(received)) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before):
            signal.signal(number, handler)


def stop(process):
    """Asks a process to end, and makes it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def die_with_parent():
    """Runs in a new child: Linux ends it when this program is killed in a way that leaves no time to clean up."""
    if sys.platform.startswith("linux"):
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


def _service_account_key():
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    source = pathlib.Path(__file__).with_name("ServiceAccountKey.java")
    try:
        return subprocess.run([java, source], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.SubprocessError) as e:
        raise Refused(f"cannot make a key for service accounts, which takes a JDK: {e}") from e


def _free_ports(count):
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for s in sockets:
            s.bind(("127.0.0.1", 0))
        return [s.getsockname()[1] for s in sockets]


def _get(address, token, certificate):
    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
    context = ssl.create_default_context(cafile=str(certificate))
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    with opener.open(request, timeout=5) as answer:
        return answer.status
