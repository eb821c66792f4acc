"""Where dev/control-plane gets its programs: with archives on this machine and a Go that builds nothing."""
import contextlib
import hashlib
import io
import os
import pathlib
import stat
import sys
import tarfile
import tempfile
import threading
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lib"))

from control_plane import assets  # noqa: E402
from control_plane.errors import Refused  # noqa: E402

KUBERNETES, ETCD = assets.versions()
MINOR = KUBERNETES.rsplit(".", 1)[0]
SYSTEM, PROCESSOR = assets.target()
IN_THE_ARCHIVE = ("etcd", "kube-apiserver", "kubectl")

# Writes a program as `go build -o PROGRAM` would, and notes that it was asked to.
GO = """#!/bin/sh
while [ "$1" != -o ]; do shift; done
echo "${2##*/}" >> "$GO_LOG"
printf '#!/bin/sh\\necho built, v%s and %s\\n' KUBERNETES ETCD > "$2"
chmod 755 "$2"
""".replace("KUBERNETES", KUBERNETES).replace("ETCD", ETCD)


def program(version):
    return f"#!/bin/sh\necho from an archive, {version}\n".encode()


def archive(programs):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, contents in {**programs, "README": b""}.items():
            member = tarfile.TarInfo(f"controller-tools/envtest/{name}")
            member.size = len(contents)
            tar.addfile(member, io.BytesIO(contents))
    return packed.getvalue()


class SourcesTest(unittest.TestCase):
    def setUp(self):
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        self.folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        self.go_log = self.folder / "go.log"
        self.go_log.touch()
        (self.folder / "bin").mkdir()
        environment = {"XDG_CACHE_HOME": str(self.folder / "cache"), "GO_LOG": str(self.go_log), "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin"}
        stack.enter_context(mock.patch.dict(os.environ, environment))
        os.environ.pop("KUBEBUILDER_ASSETS", None)
        stack.enter_context(mock.patch.object(assets, "ENVTEST_INDEX", (self.folder / "index.yaml").as_uri()))
        stack.enter_context(mock.patch.object(assets, "KUBERNETES_RELEASES", (self.folder / "release").as_uri()))
        self.said = stack.enter_context(contextlib.redirect_stderr(io.StringIO()))

    def install_go(self, script=GO):
        go = self.folder / "bin" / "go"
        go.write_text(script)
        go.chmod(0o755)

    def publish(self, etcd=program(f"etcd Version: {ETCD}"), digest=None):
        """An index, an archive with another patch version, and the one program that no archive has."""
        other = f"Kubernetes v{MINOR}.99"
        packed = archive({"etcd": etcd, "kube-apiserver": program(other), "kubectl": program(other)})
        (self.folder / "archive").write_bytes(packed)
        (self.folder / "index.yaml").write_text(
            f"releases:\n  v{MINOR}.99:\n    envtest-v{MINOR}.99-{SYSTEM}-{PROCESSOR}.tar.gz:\n"
            f"      hash: {digest or hashlib.sha512(packed).hexdigest()}\n      selfLink: {(self.folder / 'archive').as_uri()}\n"
        )
        released = self.folder / "release" / f"v{KUBERNETES}" / "bin" / SYSTEM / PROCESSOR / "kube-controller-manager"
        released.parent.mkdir(parents=True)
        released.write_bytes(program(f"Kubernetes v{KUBERNETES}"))
        released.with_name(released.name + ".sha256").write_text(hashlib.sha256(released.read_bytes()).hexdigest() + "\n")

    def built(self):
        return self.go_log.read_text().split()

    def test_official_archives_are_enough(self):
        self.publish()
        found = assets.folder()
        self.assertEqual(found, assets.cache())
        self.assertEqual(sorted(entry.name for entry in found.iterdir()), sorted(assets.PROGRAMS))
        self.assertIn("from an archive", (found / "kube-controller-manager").read_text())
        self.assertEqual([entry.name for entry in found.parent.iterdir() if entry != found], [".lock"])

    def test_the_second_time_the_cache_answers(self):
        self.publish()
        first = assets.folder()
        (self.folder / "index.yaml").unlink()
        self.assertEqual(assets.folder(), first)

    def test_without_archives_everything_is_built(self):
        self.install_go()
        found = assets.folder()
        self.assertEqual(self.built(), list(assets.PROGRAMS))
        self.assertTrue(all(os.access(found / name, os.X_OK) for name in assets.PROGRAMS))
        self.assertEqual(self.said.getvalue().count("no official archives: "), 1)

    def test_an_archive_with_another_digest_is_not_opened(self):
        self.publish(digest="0" * 128)
        self.install_go()
        assets.folder()
        self.assertEqual(self.built(), list(assets.PROGRAMS))
        self.assertIn("does not have the published digest", self.said.getvalue())

    def test_a_program_of_another_version_is_built_instead(self):
        self.publish(etcd=program("etcd Version: 3.4.0"))
        self.install_go()
        found = assets.folder()
        self.assertIn("etcd is not of version", self.said.getvalue())
        self.assertIn("etcd", self.built())
        self.assertIn("built", (found / "etcd").read_text())

    def test_the_reason_of_a_failed_build_is_told_and_nothing_stays(self):
        self.install_go("#!/bin/sh\necho no such module >&2\nexit 1\n")
        with self.assertRaisesRegex(Refused, "building etcd failed:\nno such module"):
            assets.folder()
        self.assertEqual([entry.name for entry in assets.cache().parent.iterdir()], [".lock"])

    def test_without_go_it_says_what_to_do(self):
        with mock.patch.dict(os.environ, {"PATH": str(self.folder / "bin")}), self.assertRaisesRegex(Refused, "install Go .* or set KUBEBUILDER_ASSETS"):
            assets.folder()

    def test_two_at_once_build_once(self):
        self.install_go()
        threads = [threading.Thread(target=assets.folder) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.built(), list(assets.PROGRAMS))

    def test_what_a_killed_build_left_is_removed(self):
        self.install_go()
        abandoned = assets.cache().parent / ".getting-abandoned"
        abandoned.mkdir(parents=True)
        assets.folder()
        self.assertFalse(abandoned.exists())

    def test_an_incomplete_folder_in_the_cache_is_replaced(self):
        self.install_go()
        assets.cache().mkdir(parents=True)
        self.assertEqual(assets.absent_from(assets.folder()), [])

    def test_programs_are_executable_by_everyone_who_can_reach_them(self):
        self.publish()
        self.assertEqual(stat.S_IMODE((assets.folder() / "etcd").stat().st_mode), 0o755)


class GivenFolderTest(unittest.TestCase):
    def test_a_given_folder_without_the_programs_is_refused_by_name(self):
        with tempfile.TemporaryDirectory() as empty, mock.patch.dict(os.environ, {"KUBEBUILDER_ASSETS": empty}):
            with self.assertRaisesRegex(Refused, "has no etcd, kube-apiserver, kube-controller-manager, kubectl"):
                assets.folder()


class ArchiveIndexTest(unittest.TestCase):
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
  v1.36.9:
    envtest-v1.36.9-linux-amd64.tar.gz:
      hash: {3}
      selfLink: https://example.org/envtest-v1.36.9-linux-amd64.tar.gz
""".format("0" * 128, "1" * 128, "2" * 128, "3" * 128)

    def test_the_newest_archive_of_the_minor_version_is_chosen_by_number(self):
        name, digest, address = assets.newest_archive(self.INDEX, "1.36", "linux", "amd64")
        self.assertEqual((name, digest), ("envtest-v1.36.10-linux-amd64.tar.gz", "1" * 128))
        self.assertEqual(address, "https://example.org/envtest-v1.36.10-linux-amd64.tar.gz")

    def test_an_index_without_the_platform_has_no_archive(self):
        with self.assertRaises(LookupError):
            assets.newest_archive(self.INDEX, "1.36", "linux", "arm64")


if __name__ == "__main__":
    unittest.main()
