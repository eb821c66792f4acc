"""Gets etcd, kube-apiserver, kube-controller-manager and kubectl into one folder.

In this order: the folder that KUBEBUILDER_ASSETS names; the user's cache; the official archives, where they can be reached;
a build from Go modules (dev/assets/go.mod, which also says the versions). What was got is run once before it is used.
"""
import contextlib
import fcntl
import hashlib
import http.client
import io
import os
import pathlib
import platform
import re
import shutil
import subprocess
import tarfile
import tempfile
import threading
import time
import urllib.request

from .errors import Refused, progress

PROGRAMS = ("etcd", "kube-apiserver", "kube-controller-manager", "kubectl")
MODULE = pathlib.Path(__file__).resolve().parents[2] / "assets"
ENVTEST_INDEX = "https://raw.githubusercontent.com/kubernetes-sigs/controller-tools/HEAD/envtest-releases.yaml"
KUBERNETES_RELEASES = "https://dl.k8s.io/release"
NETWORK_SECONDS = 5
LARGEST_DOWNLOAD = 1 << 29
VERSION_SECONDS = 60


class WrongProgram(ValueError):
    """What was got does not run on this machine, or is of another version."""


def folder():
    """The folder with all programs, got if need be."""
    given = os.environ.get("KUBEBUILDER_ASSETS")
    if given:
        missing = absent_from(pathlib.Path(given))
        if missing:
            raise Refused(f"KUBEBUILDER_ASSETS={given} has no {', '.join(missing)}")
        return pathlib.Path(given).resolve()
    cached = cache()
    if not absent_from(cached):
        return cached
    cached.parent.mkdir(parents=True, exist_ok=True)
    with _alone(cached.parent):
        if absent_from(cached):
            _get(cached)
    return cached


def _get(cached):
    """Gets all programs into a folder beside the cached one and renames it. The caller holds the lock."""
    started = time.monotonic()
    for abandoned in cached.parent.glob(".getting-*"):
        shutil.rmtree(abandoned, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".getting-", dir=cached.parent) as temporary:
        work = pathlib.Path(temporary) / "programs"
        work.mkdir()
        for source in (official_archives, go_modules):
            wanted = absent_from(work)
            if wanted:
                source(work, wanted)
        if cached.exists():
            shutil.rmtree(cached)
        work.rename(cached)
    progress(f"programs are in {cached}, got in {time.monotonic() - started:.0f} s")


@contextlib.contextmanager
def _alone(folder):
    """Holds the folder's lock. A second one waits: two builds at once take longer than one, and nobody needs the other's result."""
    with open(folder / ".lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            progress("waiting for another one that gets the programs")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def versions():
    """The versions of Kubernetes and etcd that the Go module asks for, without the v."""
    text = (MODULE / "go.mod").read_text()

    def version(module):
        return re.search(rf"^\s*{re.escape(module)} v([0-9.]+)", text, re.MULTILINE).group(1)

    return version("k8s.io/kubernetes"), version("go.etcd.io/etcd/server/v3")


def target():
    """Operating system and processor as Go and the archives name them."""
    system = platform.system().lower()
    machine = platform.machine().lower()
    return system, {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)


def cache():
    """Where the programs are kept, one folder per version and platform."""
    root = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    kubernetes, etcd = versions()
    return root / "sealed-secrets-jvm" / "control-plane" / "-".join((kubernetes, etcd, *target()))


def absent_from(directory):
    """The programs that this folder lacks."""
    return [program for program in PROGRAMS if not os.access(directory / program, os.X_OK)]


def verify(program):
    """Runs a program once: it has to start here and to be of the minor version asked for."""
    kubernetes, etcd = versions()
    arguments = ["version", "--client"] if program.name == "kubectl" else ["--version"]
    try:
        answer = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=VERSION_SECONDS, check=True).stdout
    except (OSError, subprocess.SubprocessError) as e:
        raise WrongProgram(f"{program.name} does not run here: {e}") from e
    # Archives come with another patch of the same minor version.
    minor = (etcd if program.name == "etcd" else kubernetes).rsplit(".", 1)[0]
    if not re.search(rf"\bv?{re.escape(minor)}\.\d", answer):
        raise WrongProgram(f"{program.name} is not of version {minor}: {answer.strip()}")


def official_archives(work, wanted):
    """The archive of the envtest project, and the release of what is not in it. Gives up at the first refusal; keeps what runs."""
    kubernetes, _ = versions()
    system, processor = target()
    progress("looking for official archives")
    try:
        index = fetch(ENVTEST_INDEX).decode()
        name, digest, address = newest_archive(index, kubernetes.rsplit(".", 1)[0], system, processor)
        archive = checked(fetch(address), digest, hashlib.sha512, name)
        unpack(archive, work, wanted)
        for program in absent_from(work):
            address = f"{KUBERNETES_RELEASES}/v{kubernetes}/bin/{system}/{processor}/{program}"
            contents = checked(fetch(address), fetch(address + ".sha256").decode().strip(), hashlib.sha256, program)
            install(work / program, contents)
    except (OSError, LookupError, ValueError, http.client.HTTPException, tarfile.TarError) as e:
        progress(f"no official archives: {e}")


def newest_archive(index, minor, system, processor):
    """Name, SHA-512 and address of the newest archive for a minor version."""
    pattern = re.compile(
        rf"^\s*(envtest-v{re.escape(minor)}\.(\d+)-{system}-{processor}\.tar\.gz):\s*\n\s*hash:\s*([0-9a-f]{{128}})\s*\n\s*selfLink:\s*(\S+)",
        re.MULTILINE,
    )
    found = sorted(pattern.findall(index), key=lambda match: int(match[1]))
    if not found:
        raise LookupError(f"the index has none for Kubernetes {minor} on {system}/{processor}")
    name, _, digest, address = found[-1]
    return name, digest, address


def fetch(address):
    with urllib.request.urlopen(address, timeout=NETWORK_SECONDS) as answer:
        contents = answer.read(LARGEST_DOWNLOAD + 1)
    if len(contents) > LARGEST_DOWNLOAD:
        raise ValueError(f"{address} is larger than {LARGEST_DOWNLOAD} bytes")
    return contents


def checked(contents, digest, algorithm, name):
    if algorithm(contents).hexdigest() != digest:
        raise ValueError(f"{name} does not have the published digest")
    return contents


def unpack(archive, work, wanted):
    """Takes the wanted programs out of the archive by name; nothing else of it touches the disk."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            program = pathlib.PurePosixPath(member.name).name
            if member.isfile() and program in wanted:
                install(work / program, tar.extractfile(member).read())


def install(path, contents):
    """Writes a program and keeps it if it runs."""
    path.write_bytes(contents)
    path.chmod(0o755)
    try:
        verify(path)
    except WrongProgram:
        path.unlink()
        raise


def go_modules(work, wanted):
    """Builds what is missing. Go checks every module against dev/assets/go.sum."""
    if not shutil.which("go"):
        raise Refused("Go is not on PATH: install Go 1.26, or set KUBEBUILDER_ASSETS to a folder with " + ", ".join(PROGRAMS))
    kubernetes, _ = versions()
    packages = {
        "etcd": "go.etcd.io/etcd/server/v3",
        "kube-apiserver": "k8s.io/kubernetes/cmd/kube-apiserver",
        "kube-controller-manager": "k8s.io/kubernetes/cmd/kube-controller-manager",
        "kubectl": "k8s.io/kubernetes/cmd/kubectl",
    }
    major, minor, _ = kubernetes.split(".")
    stamp = {"gitVersion": f"v{kubernetes}", "gitMajor": major, "gitMinor": minor, "gitTreeState": "archive"}
    flags = " ".join(["-s", "-w", *(f"-X k8s.io/component-base/version.{name}={value}" for name, value in stamp.items())])
    environment = dict(os.environ, CGO_ENABLED="0", GOWORK="off", GOFLAGS="-mod=readonly")
    for number, program in enumerate(wanted, 1):
        progress(f"building {program} from Go modules, {number} of {len(wanted)} (about six minutes for all on two cores)")
        with ticking(program):
            build = subprocess.run(
                ["go", "build", "-trimpath", "-buildvcs=false", "-ldflags", flags, "-o", work / program, packages[program]],
                cwd=MODULE, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )
        if build.returncode:
            raise Refused(f"building {program} failed:\n{build.stdout[-4000:].strip()}")
        try:
            verify(work / program)
        except WrongProgram as e:
            raise Refused(str(e)) from e


@contextlib.contextmanager
def ticking(program):
    """Says now and then that the work goes on."""
    done = threading.Event()
    started = time.monotonic()

    def tick():
        while not done.wait(30):
            progress(f"still building {program} ({time.monotonic() - started:.0f} s)")

    thread = threading.Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
