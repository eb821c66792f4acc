"""The controller's image: what is in it, that it runs by itself, and that its files come out the same each time."""
import glob
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tarfile
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIST = ROOT / "controller/target/dist/controller"
JDK = os.environ.get("JAVA25_HOME") or next((f for f in sorted(glob.glob("/usr/lib/jvm/*25*")) if os.access(f"{f}/bin/jlink", os.X_OK)), None)


def may_mount():
    words = ["unshare", "--mount", "--pid", "--fork", "mount", "-t", "proc", "proc", "/proc"]
    return os.geteuid() == 0 and shutil.which("unshare") and subprocess.run(words, capture_output=True, check=False).returncode == 0


@unittest.skipUnless(JDK and DIST.exists(), "takes a JDK 25 and the built distribution")
class ImageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.manifest, cls.config, cls.root = cls.unpacked("first")

    @classmethod
    def make(cls, name):
        output = pathlib.Path(cls.folder.name, name)
        answer = subprocess.run([ROOT / "packaging/make-image", "controller", "--jdk", JDK, "--output", output], capture_output=True, text=True, timeout=300, check=False)
        if answer.returncode:
            raise AssertionError(answer.stderr)
        return pathlib.Path(answer.stdout.strip())

    @classmethod
    def unpacked(cls, name):
        """Manifest, configuration and file system of an image that is made for this."""
        folder = pathlib.Path(cls.folder.name, f"{name}-unpacked")
        with tarfile.open(cls.make(name)) as image:
            image.extractall(folder, filter="data")
        blobs, root = folder / "blobs/sha256", folder / "root"
        manifest = cls.blob(blobs, json.loads((folder / "index.json").read_text())["manifests"][0])
        for layer in manifest["layers"]:
            with tarfile.open(blobs / layer["digest"].removeprefix("sha256:")) as files:
                files.extractall(root, filter="tar")
        return manifest, cls.blob(blobs, manifest["config"]), root

    @staticmethod
    def blob(blobs, reference):
        text = (blobs / reference["digest"].removeprefix("sha256:")).read_bytes()
        if hashlib.sha256(text).hexdigest() != reference["digest"].removeprefix("sha256:"):
            raise AssertionError(f"{reference['digest']} is not what it says")
        return json.loads(text)

    def test_it_is_for_an_ordinary_user_and_names_its_program(self):
        config = self.config["config"]
        self.assertEqual(config["User"], "1001:1001")
        self.assertEqual(config["Entrypoint"], ["controller"])
        self.assertIn("PATH=/opt/controller:/bin", config["Env"])

    def test_nothing_in_it_belongs_to_the_user_or_changes_identity(self):
        for path in self.root.rglob("*"):
            mode = path.lstat().st_mode
            self.assertFalse(mode & 0o6000, path)
            self.assertFalse(mode & 0o022 and path.name != "tmp", path)

    def test_it_has_a_shell_and_a_runtime_and_no_more_programs(self):
        programs = {str(p.relative_to(self.root)) for folder in ("bin", "opt/controller", "opt/controller/runtime/bin") for p in (self.root / folder).iterdir()
                    if p.is_file() and os.access(p, os.X_OK)}
        self.assertEqual(programs, {"bin/sh", "opt/controller/controller", "opt/controller/runtime/bin/java", "opt/controller/runtime/bin/keytool"})

    @unittest.skipUnless(may_mount(), "takes the right to mount")
    def test_it_runs_with_nothing_but_itself_and_uses_its_archive(self):
        (self.root / "proc").mkdir(exist_ok=True)
        inside = ("PATH=/opt/controller:/bin; cd /tmp; CONTROLLER_JAVA_OPTS=-Xshare:on; export PATH CONTROLLER_JAVA_OPTS; controller --version")
        mounted = 'mount --bind -o ro "$0" "$0" && mount -t proc proc "$0/proc" && exec chroot --userspec=1001:1001 "$0" /bin/sh -c "$1"'
        answer = subprocess.run(["unshare", "--mount", "--pid", "--fork", "sh", "-c", mounted, self.root, inside], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        self.assertRegex(answer.stdout, r"^controller version: \S+$")

    def test_all_files_but_the_archive_come_out_the_same_each_time(self):
        """The JVM's dump of classes depends on how its threads run."""
        _, _, root = self.unpacked("second")

        def files(folder):
            return {str(p.relative_to(folder)): (p.lstat().st_mode, p.lstat().st_mtime, hashlib.sha256(p.read_bytes()).hexdigest())
                    for p in folder.rglob("*") if p.is_file() and p.suffix != ".jsa" and "proc" not in p.relative_to(folder).parts[:1]}

        self.assertGreater(len(files(root)), 100)
        self.assertEqual(files(root), files(self.root))


if __name__ == "__main__":
    unittest.main()
