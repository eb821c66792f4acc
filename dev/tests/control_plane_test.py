"""dev/control-plane, as a person would use it. Needs its programs; dev/test gets them first."""
import hashlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

DEV = pathlib.Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, str(DEV / "control-plane")]
sys.path.insert(0, str(DEV / "lib"))

from control_plane import assets  # noqa: E402

INDEX = """releases:
  v1.36.0:
    envtest-v1.36.0-linux-amd64.tar.gz:
      hash: {0}
      selfLink: https://example.org/envtest-v1.36.0-linux-amd64.tar.gz
  v1.36.10:
    envtest-v1.36.10-linux-amd64.tar.gz:
      hash: {1}
      selfLink: https://example.org/envtest-v1.36.10-linux-amd64.tar.gz
    envtest-v1.36.10-darwin-arm64.tar.gz:
      hash: {2}
      selfLink: https://example.org/envtest-v1.36.10-darwin-arm64.tar.gz
""".format("0" * 128, "1" * 128, "2" * 128)


def run(*arguments, **options):
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=180, check=False, **options)


def exists(process):
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def await_true(condition, seconds=30):
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

    def test_a_given_folder_without_the_programs_is_refused_by_name(self):
        with tempfile.TemporaryDirectory() as empty:
            answer = run("assets", env=dict(os.environ, KUBEBUILDER_ASSETS=empty))
        self.assertEqual((answer.returncode, answer.stdout), (3, ""))
        self.assertIn("has no etcd, kube-apiserver, kube-controller-manager, kubectl", answer.stderr)

    def test_the_newest_archive_of_the_minor_version_is_chosen_by_number(self):
        name, digest, address = assets.newest_archive(INDEX, "1.36", "linux", "amd64")
        self.assertEqual((name, digest), ("envtest-v1.36.10-linux-amd64.tar.gz", "1" * 128))
        self.assertEqual(address, "https://example.org/envtest-v1.36.10-linux-amd64.tar.gz")

    def test_an_index_without_the_platform_is_no_archive(self):
        with self.assertRaises(LookupError):
            assets.newest_archive(INDEX, "1.36", "linux", "arm64")

    def test_a_download_with_another_digest_is_refused(self):
        with self.assertRaises(ValueError):
            assets.checked(b"changed", hashlib.sha512(b"published").hexdigest(), hashlib.sha512, "archive")


class RunTest(unittest.TestCase):
    def test_a_command_has_a_cluster_and_its_exit_status_counts(self):
        script = """
            kubectl get namespace kube-system -o name || exit 90
            kubectl --kubeconfig "$CONTROL_PLANE_VIEWER_KUBECONFIG" get secrets && exit 91
            echo "folder $SEALED_SECRETS_CONTROL_PLANE"
            exit 7
        """
        answer = run("run", "--no-controller-manager", "--", "sh", "-c", script)
        self.assertEqual(answer.returncode, 7, answer.stderr)
        self.assertIn("namespace/kube-system", answer.stdout)
        self.assertIn('User "viewer" cannot list resource "secrets"', answer.stderr)
        folder = re.search(r"folder (.+)", answer.stdout).group(1)
        self.assertFalse(os.path.exists(folder), "the folder is left behind")

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

    def test_a_terminated_run_ends_its_command_and_everything_it_started(self):
        with tempfile.TemporaryDirectory() as folder:
            told = pathlib.Path(folder) / "told"
            script = f'trap "echo ended > {folder}/ended; exit 0" TERM; echo "$SEALED_SECRETS_CONTROL_PLANE" > {told}; while :; do sleep 0.1; done'
            process = subprocess.Popen([*COMMAND, "run", "--no-controller-manager", "--", "sh", "-c", script], stderr=subprocess.DEVNULL)
            self.assertTrue(await_true(lambda: told.exists() and told.read_text().strip(), 120))
            control_plane = told.read_text().strip()
            started = self.processes_of(control_plane)
            self.assertGreaterEqual(len(started), 2)
            process.send_signal(signal.SIGTERM)
            self.assertEqual(process.wait(60), 0)
            self.assertTrue((pathlib.Path(folder) / "ended").exists())
            self.assertFalse(any(exists(number) for number in started))
            self.assertFalse(os.path.exists(control_plane))

    def test_a_killed_run_leaves_no_process(self):
        with tempfile.TemporaryDirectory() as folder:
            told = pathlib.Path(folder) / "told"
            script = f'echo "$SEALED_SECRETS_CONTROL_PLANE" > {told}; exec sleep 600'
            process = subprocess.Popen([*COMMAND, "run", "--no-controller-manager", "--", "sh", "-c", script], stderr=subprocess.DEVNULL)
            self.assertTrue(await_true(lambda: told.exists() and told.read_text().strip(), 120))
            started = self.processes_of(told.read_text().strip())
            process.kill()
            process.wait(30)
            self.assertTrue(await_true(lambda: not any(exists(number) for number in started)))

    def test_usage_errors_start_nothing(self):
        answer = run("run")
        self.assertEqual((answer.returncode, answer.stdout), (3, ""))
        self.assertIn("a command is needed", answer.stderr)

    @staticmethod
    def processes_of(folder):
        """The numbers of the processes whose command line names the folder."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    words = (entry / "cmdline").read_bytes().split(b"\0")
                except OSError:
                    continue
                if any(word.startswith(b"--") and folder.encode() in word for word in words):
                    found.append(int(entry.name))
        return found


class InstallTest(unittest.TestCase):
    def test_the_service_proxy_reaches_a_process_that_has_the_controllers_identity(self):
        """The answer comes from a server started by as-controller; it says whose token it found."""
        with tempfile.TemporaryDirectory() as folder:
            server = pathlib.Path(folder) / "server.py"
            server.write_text(SERVER)
            script = f"""
                set -e
                {sys.executable} {DEV / "control-plane"} install
                {sys.executable} {DEV / "control-plane"} as-controller -- {sys.executable} {server} &
                for attempt in $(seq 100); do
                    kubectl --kubeconfig "$CONTROL_PLANE_VIEWER_KUBECONFIG" get --raw \\
                        /api/v1/namespaces/kube-system/services/http:sealed-secrets-controller:http/proxy/v1/cert.pem && break
                    sleep 0.1
                done
                kill $!
            """
            answer = run("run", "--no-controller-manager", "--", "sh", "-c", script)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        if "no network namespaces here" in answer.stderr:
            self.skipTest("no network namespaces here")
        self.assertIn("system:serviceaccount:kube-system:sealed-secrets-controller in kube-system", answer.stdout)

    def test_outside_of_run_it_says_where_it_works(self):
        environment = {name: value for name, value in os.environ.items() if name != "SEALED_SECRETS_CONTROL_PLANE"}
        answer = run("install", env=environment)
        self.assertEqual(answer.returncode, 3)
        self.assertIn("works inside `dev/control-plane run` only", answer.stderr)


SERVER = '''
import base64, http.server, json, pathlib

account = pathlib.Path("/var/run/secrets/kubernetes.io/serviceaccount")
claims = account.joinpath("token").read_text().split(".")[1]
subject = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["sub"]
text = f"{subject} in {account.joinpath('namespace').read_text()}".encode()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


http.server.HTTPServer(("", 8080), Handler).serve_forever()
'''

if __name__ == "__main__":
    unittest.main()
