"""dev/control-plane, as a person would use it. Needs its programs; dev/test gets them first."""
import contextlib
import io
import functools
import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

DEV = pathlib.Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, str(DEV / "control-plane")]
sys.path.insert(0, str(DEV / "lib"))

from control_plane import assets, command, plane  # noqa: E402

MARK = "SEALED_SECRETS_CONTROL_PLANE"
NO_NAMESPACES = "no network namespaces here"
QUICK = ("run", "--no-controller-manager", "--")
# Starts a process that has nothing to do with its parent any more, tells the run's folder, and stays.
STAYING = 'setsid sleep 600 & echo "$SEALED_SECRETS_CONTROL_PLANE" > "$TOLD.new" && mv "$TOLD.new" "$TOLD"; sleep 600'


def run(*arguments, **options):
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=180, check=False, **options)


def processes_of(folder):
    """The numbers of the running processes that belong to the run with this folder."""
    found = []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"{MARK}={folder}".encode() in (entry / "environ").read_bytes().split(b"\0"):
                found.append(int(entry.name))
    return found


def await_true(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


class AssetsTest(unittest.TestCase):
    def test_prints_only_the_folder(self):
        answer = run("assets")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        folder = pathlib.Path(answer.stdout.removesuffix("\n"))
        self.assertEqual(assets.absent_from(folder), [])


class RunTest(unittest.TestCase):
    def test_a_command_has_a_cluster_and_its_exit_status_counts(self):
        script = """
            kubectl get namespace kube-system -o name || exit 90
            kubectl --kubeconfig "$CONTROL_PLANE_VIEWER_KUBECONFIG" get secrets && exit 91
            echo "folder $SEALED_SECRETS_CONTROL_PLANE"
            sleep 600 &
            exit 7
        """
        answer = run(*QUICK, "sh", "-c", script)
        self.assertEqual(answer.returncode, 7, answer.stderr)
        self.assertIn("namespace/kube-system", answer.stdout)
        self.assertIn('User "viewer" cannot list resource "secrets"', answer.stderr)
        folder = re.search(r"folder (.+)", answer.stdout).group(1)
        self.assertFalse(os.path.exists(folder), "the folder is left behind")
        self.assertEqual(processes_of(folder), [])
        self.assertIn("ended what the command left running: sleep", answer.stderr)

    def test_a_command_that_a_signal_ended_has_the_status_that_a_shell_gives(self):
        self.assertEqual(run(*QUICK, "sh", "-c", "kill -KILL $$").returncode, 128 + signal.SIGKILL)

    def test_the_garbage_collector_works(self):
        owner = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "owner", "namespace": "default"}}
        script = f"""
            set -e
            uid=$(echo '{json.dumps(owner)}' | kubectl create -f - -o 'jsonpath={{.metadata.uid}}')
            kubectl create configmap owned
            kubectl patch configmap owned -p '{{"metadata":{{"ownerReferences":[{{"apiVersion":"v1","kind":"ConfigMap","name":"owner","uid":"'$uid'"}}]}}}}'
            kubectl delete configmap owner
            kubectl wait --for=delete configmap/owned --timeout=60s
        """
        answer = run("run", "--", "sh", "-c", script)
        self.assertEqual(answer.returncode, 0, answer.stderr)

    def test_nothing_listens_outside_and_no_mount_is_seen_there(self):
        mounts = pathlib.Path("/proc/self/mounts").read_text()
        script = "cat /proc/net/tcp /proc/net/tcp6; mount -t tmpfs none /mnt"
        answer = run("run", "--", "sh", "-c", script)
        if NO_NAMESPACES in answer.stderr:
            self.skipTest(NO_NAMESPACES)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        listening = re.findall(r"^ *\d+: (\w+):\w+ \w+:0000 0A ", answer.stdout, re.MULTILINE)
        self.assertEqual(set(listening), {"0100007F"}, "not the loopback address alone")
        self.assertEqual(pathlib.Path("/proc/self/mounts").read_text(), mounts)

    def test_a_command_that_does_not_exist_is_refused_by_name(self):
        answer = run(*QUICK, "no-such-command")
        self.assertEqual((answer.returncode, answer.stdout), (3, ""))
        self.assertIn("cannot run no-such-command: No such file or directory", answer.stderr)

    def test_a_program_that_ends_meanwhile_is_named_when_the_command_fails(self):
        answer = run(*QUICK, sys.executable, "-c", KILL_ETCD)
        self.assertEqual(answer.returncode, 1, answer.stderr)
        self.assertIn("etcd has ended with -9; its last words:", answer.stderr)

    def test_usage_errors_start_nothing(self):
        answer = run("run")
        self.assertEqual((answer.returncode, answer.stdout), (2, ""))
        self.assertIn("a command is needed after --", answer.stderr)

    def test_a_port_that_is_taken_meanwhile_is_not_the_end(self):
        free_ports = plane._free_ports
        with socket.socket() as holder, contextlib.redirect_stderr(io.StringIO()):
            holder.bind(("127.0.0.1", 0))
            holder.listen()
            taken = [holder.getsockname()[1], *free_ports(2)]
            with mock.patch.object(plane, "_free_ports", side_effect=[taken, free_ports(3)]) as asked:
                with plane.ControlPlane(assets.folder(), "", False, command.Parent()) as started:
                    answer = subprocess.run(["kubectl", "get", "--raw", "/readyz"], env=started.environment(), capture_output=True, text=True, check=False)
        self.assertEqual(answer.stdout, "ok", answer.stderr)
        self.assertEqual(asked.call_count, 2)

    def test_without_namespaces_it_runs_on_loopback_and_says_what_is_left_out(self):
        script = f"""
            kubectl get --raw /readyz && test -z "$CONTROL_PLANE_HOST_IP" || exit 90
            {shlex.join(COMMAND)} install || exit 91
            {shlex.join(COMMAND)} as-controller -- true
        """
        with tempfile.TemporaryDirectory() as folder:
            for program in ("java", "sh"):
                os.symlink(os.path.realpath(shutil.which(program)), os.path.join(folder, program))
            environment = dict(os.environ, PATH=folder, KUBEBUILDER_ASSETS=str(assets.folder()))
            answer = run(*QUICK, "sh", "-c", script, env=environment)
        self.assertEqual(answer.returncode, 3, answer.stderr)
        self.assertEqual(answer.stderr.count(f"{NO_NAMESPACES}: what needs the service proxy is skipped"), 1)
        self.assertIn("as-controller needs namespaces", answer.stderr)


class EndingTest(unittest.TestCase):
    """However a run ends, neither its processes nor its folder stay."""

    def setUp(self):
        if not os.path.isdir("/proc/self"):
            self.skipTest("no /proc here")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.told = pathlib.Path(folder.name) / "told"
        self.environment = dict(os.environ, TOLD=str(self.told))

    def start(self, *words, **options):
        """Starts a run in these words and waits until its command runs; the run's folder."""
        process = subprocess.Popen(words, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        self.addCleanup(lambda: process.poll() is None and process.kill())
        self.assertTrue(await_true(self.told.exists, 120), "the command was never started")
        folder = self.told.read_text().strip()
        self.assertGreaterEqual(len(processes_of(folder)), 4, "etcd, kube-apiserver, the command and what it started")
        return process, folder

    def assert_gone(self, folder):
        self.assertTrue(await_true(lambda: not processes_of(folder)), "a process is left behind")
        self.assertTrue(await_true(lambda: not os.path.exists(folder)), "the folder is left behind")

    def test_a_signal_reaches_the_command_which_decides(self):
        process, folder = self.start(*COMMAND, *QUICK, "sh", "-c", f"trap 'exit 42' TERM; {STAYING} & wait")
        process.terminate()
        self.assertEqual(process.wait(60), 42)
        self.assertFalse(os.path.exists(folder))
        self.assertEqual(processes_of(folder), [])

    def test_a_signal_before_the_command_runs_ends_it_too(self):
        with tempfile.TemporaryDirectory() as folder:
            process = subprocess.Popen([*COMMAND, *QUICK, "true"], env=dict(os.environ, TMPDIR=folder), stderr=subprocess.PIPE, text=True)
            self.assertTrue(await_true(lambda: list(pathlib.Path(folder).glob("*/etcd.log"))))
            process.terminate()
            self.assertEqual(process.wait(60), 128 + signal.SIGTERM)
            process.stderr.close()
            self.assertEqual(os.listdir(folder), [])

    def test_a_run_that_was_killed(self):
        process, folder = self.start(*COMMAND, *QUICK, "sh", "-c", STAYING)
        process.kill()
        process.wait(30)
        self.assert_gone(folder)

    def test_a_run_that_was_killed_with_its_whole_process_group(self):
        process, folder = self.start(*COMMAND, *QUICK, "sh", "-c", STAYING, start_new_session=True)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)
        self.assert_gone(folder)

    def test_a_run_whose_starter_was_killed(self):
        line = shlex.join([*COMMAND, *QUICK, "sh", "-c", STAYING])
        starter, folder = self.start("sh", "-c", f"{line} & wait")
        starter.kill()
        starter.wait(30)
        self.assert_gone(folder)


class SignalTest(unittest.TestCase):
    """What passes signals on, without a control plane beside it."""

    def test_every_signal_that_asks_to_end_is_passed_on(self):
        for number in command.ENDING:
            with self.subTest(signal=number.name), tempfile.TemporaryDirectory() as folder:
                told = pathlib.Path(folder) / "told"
                script = f"trap 'exit 42' {number.name.removeprefix('SIG')}; touch {told}; while :; do sleep 0.05; done"
                program = "import os, sys; from control_plane import command; sys.exit(command.run(sys.argv[1:], os.environ, command.Parent()))"
                environment = dict(os.environ, PYTHONPATH=str(DEV / "lib"), PYTHONDONTWRITEBYTECODE="1")
                # A shell cannot catch what was ignored when it started, and whoever runs these tests may ignore hang-ups.
                process = subprocess.Popen(
                    [sys.executable, "-c", program, "sh", "-c", script],
                    env=environment, start_new_session=True, preexec_fn=functools.partial(signal.signal, number, signal.SIG_DFL),
                )
                self.assertTrue(await_true(told.exists))
                process.send_signal(number)
                self.assertEqual(process.wait(60), 42)


class InstallTest(unittest.TestCase):
    def test_the_service_proxy_reaches_a_process_that_has_the_controllers_identity(self):
        """The answer comes from a server started by as-controller; it says whose token it found."""
        with tempfile.TemporaryDirectory() as folder:
            server = pathlib.Path(folder) / "server.py"
            server.write_text(SERVER)
            script = f"""
                set -e
                test -n "$CONTROL_PLANE_HOST_IP" || exit 0
                {shlex.join(COMMAND)} install
                {shlex.join(COMMAND)} as-controller -- {sys.executable} {server} &
                ask() {{ kubectl --kubeconfig "$CONTROL_PLANE_VIEWER_KUBECONFIG" get --raw \\
                    "/api/v1/namespaces/kube-system/services/http:sealed-secrets-controller:http/proxy/$1"; }}
                for attempt in $(seq 100); do ask v1/cert.pem && break; sleep 0.1; done
                ask secrets
                kill $!
                wait $!
            """
            answer = run(*QUICK, "sh", "-c", script)
        if NO_NAMESPACES in answer.stderr:
            self.skipTest(NO_NAMESPACES)
        self.assertEqual(answer.returncode, 128 + signal.SIGTERM, answer.stderr)
        self.assertIn("system:serviceaccount:kube-system:sealed-secrets-controller in kube-system asked for /v1/cert.pem", answer.stdout)
        self.assertIn("may list secrets: True, may patch secrets: False", answer.stdout)

    def test_another_definition_takes_the_place_of_ours(self):
        """The original's definition, for one, prunes the status fields that only ours has."""
        definition = DEV.parent / "manifests" / "crd" / "sealedsecrets.bitnami.com.yaml"
        ours = definition.read_text()
        with tempfile.TemporaryDirectory() as folder:
            other = pathlib.Path(folder) / "crd.yaml"
            other.write_text(re.sub(r"(?m)^ {14}openedBy:\n(?: {16}.*\n)+", "", ours))
            self.assertNotEqual(other.read_text(), ours)
            path = "jsonpath={.spec.versions[0].schema.openAPIV3Schema.properties.status.properties.openedBy.type}"
            script = f"{shlex.join(COMMAND)} install --crd {other} && kubectl get crd sealedsecrets.bitnami.com -o '{path}'"
            answer = run(*QUICK, "sh", "-c", script)
        self.assertEqual((answer.returncode, answer.stdout), (0, ""), answer.stderr)

    def test_outside_of_run_it_says_where_it_works(self):
        environment = {name: value for name, value in os.environ.items() if name != MARK}
        answer = run("install", env=environment)
        self.assertEqual(answer.returncode, 3)
        self.assertIn("works inside `dev/control-plane run` only", answer.stderr)


KILL_ETCD = """
import os, pathlib, signal

words = [os.environ["KUBEBUILDER_ASSETS"] + "/etcd", "--data-dir=" + os.environ["SEALED_SECRETS_CONTROL_PLANE"] + "/etcd"]


def words_of(process):
    try:
        return (process / "cmdline").read_text().split("\\0")[:2]
    except OSError:
        return []


[etcd] = [process for process in pathlib.Path("/proc").glob("[0-9]*") if words_of(process) == words]
os.kill(int(etcd.name), signal.SIGKILL)
# Its parent learns of the end when the last thread is gone, which may be after the first one.
while (etcd / "stat").read_text().rpartition(")")[2].split()[0] != "Z" or len(list((etcd / "task").iterdir())) > 1:
    pass
raise SystemExit(1)
"""

SERVER = '''
import base64, http.server, json, os, pathlib, ssl, urllib.request

account = pathlib.Path("/var/run/secrets/kubernetes.io/serviceaccount")
token = account.joinpath("token").read_text()
claims = token.split(".")[1]
subject = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["sub"]
api = f"https://{os.environ['KUBERNETES_SERVICE_HOST']}:{os.environ['KUBERNETES_SERVICE_PORT']}"
trust = ssl.create_default_context(cafile=account / "ca.crt")


def may(verb):
    review = {"spec": {"resourceAttributes": {"verb": verb, "resource": "secrets", "namespace": "default"}}}
    headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
    address = api + "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"
    request = urllib.request.Request(address, json.dumps(review).encode(), headers)
    return json.load(urllib.request.urlopen(request, context=trust))["status"]["allowed"]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        answers = {"/secrets": lambda: f"may list secrets: {may('list')}, may patch secrets: {may('patch')}"}
        who = f"{subject} in {account.joinpath('namespace').read_text()} asked for {self.path}"
        self.send_response(200)
        self.end_headers()
        self.wfile.write((answers.get(self.path, lambda: who)() + "\\n").encode())

    def log_message(self, *_):
        pass


http.server.HTTPServer(("", 8080), Handler).serve_forever()
'''

if __name__ == "__main__":
    unittest.main()
