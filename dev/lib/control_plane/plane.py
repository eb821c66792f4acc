"""Starts etcd, kube-apiserver and kube-controller-manager, and stops them."""
import base64
import contextlib
import json
import os
import pathlib
import secrets
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.request

from .command import Ended
from .errors import Refused, progress
from .leftovers import MARK, Guard, end

READY_SECONDS = 90
ATTEMPTS = 3
LAST_WORDS = 2000
# Names in the environment of the command.
HOST_IP = "CONTROL_PLANE_HOST_IP"
VIEWER = "CONTROL_PLANE_VIEWER_KUBECONFIG"
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


class PortTaken(Exception):
    """A port was free when it was looked for and taken when it was used."""


class ControlPlane:
    """The programs in one folder. A context manager: when it is left, all that was started has ended and the folder is gone."""

    def __init__(self, assets, host_ip, controller_manager, parent):
        self._assets = assets
        self._host_ip = host_ip
        self._controller_manager = controller_manager
        self._parent = parent
        self._processes = []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="control-plane-"))
        self._guard = Guard(self.folder)
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

    def __exit__(self, *_):
        left = end(self.folder, {process.pid for _, process in self._processes})
        if left:
            progress(f"ended what the command left running: {', '.join(left)}")
        self._stop()
        self._guard.release()

    def environment(self):
        """The environment of the command."""
        local = ",".join(filter(None, ("127.0.0.1", "localhost", self._host_ip)))
        direct = {name: ",".join(filter(None, (os.environ.get(name), local))) for name in ("NO_PROXY", "no_proxy")}
        return {
            **os.environ,
            **direct,
            "KUBECONFIG": str(self.folder / "admin.kubeconfig"),
            VIEWER: str(self.folder / "viewer.kubeconfig"),
            MARK: str(self.folder),
            HOST_IP: self._host_ip,
            "KUBEBUILDER_ASSETS": str(self._assets),
            "PATH": f"{self._assets}{os.pathsep}{os.environ['PATH']}",
        }

    def say_what_failed(self):
        """Names programs that ended by themselves: what the command saw of it were refused connections."""
        for program, process in self._processes:
            if process.poll() is not None:
                progress(f"{program} has ended with {process.returncode}; its last words:\n{self._log(program)}")

    def _start(self):
        started = time.monotonic()
        etcd, peer, api = _free_ports(3)
        data = self.folder / "etcd"
        shutil.rmtree(data, ignore_errors=True)
        self._run(
            "etcd",
            f"--data-dir={data}", "--unsafe-no-fsync", "--name=default",
            f"--listen-client-urls=http://127.0.0.1:{etcd}", f"--advertise-client-urls=http://127.0.0.1:{etcd}",
            f"--listen-peer-urls=http://127.0.0.1:{peer}", f"--initial-advertise-peer-urls=http://127.0.0.1:{peer}",
            f"--initial-cluster=default=http://127.0.0.1:{peer}",
        )
        tokens = {"admin": secrets.token_urlsafe(24), "viewer": secrets.token_urlsafe(24)}
        groups = {"admin": ',"system:masters"', "viewer": ""}
        self._private_file("tokens.csv", "".join(f"{t},{u},{u}{groups[u]}\n" for u, t in tokens.items()))
        signing_key = self._private_file("service-accounts.key", _service_account_key())
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
            )
        progress(f"API server ready in {time.monotonic() - started:.1f} s")

    def _run(self, program, *arguments):
        """Starts a program in a session of its own: the interrupt key of a terminal is for the command."""
        environment = {name: value for name, value in os.environ.items() if name.upper() not in PROXIES}
        with open(self.folder / f"{program}.log", "wb") as log:
            process = subprocess.Popen(
                [self._assets / program, *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, start_new_session=True,
                env={**environment, MARK: str(self.folder)},
            )
        self._processes.append((program, process))

    def _await_ready(self, port, token):
        deadline = time.monotonic() + READY_SECONDS
        certificate = self.folder / "certificates" / "apiserver.crt"
        while time.monotonic() < deadline:
            if self._parent.has_ended():
                raise Ended(1)
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
        return (self.folder / f"{program}.log").read_text(errors="replace")[-LAST_WORDS:].strip()

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
            process.kill()  # nothing of them is kept, and an API server without etcd would take long to end by itself
            process.wait()


def _service_account_key():
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    source = pathlib.Path(__file__).with_name("ServiceAccountKey.java")
    try:
        return subprocess.run([java, "-XX:TieredStopAtLevel=1", source], capture_output=True, text=True, check=True).stdout
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
