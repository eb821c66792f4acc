package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.fixtures.Folder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes and symbolic links are those of POSIX")
class FileReplacementTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void chooseFolder() {
        folder = new Folder(temporary);
    }

    @Test
    void aNewFileBelongsToItsOwnerAlone() throws Exception {
        Path target = temporary.resolve("out");

        FileReplacement.with(target, "out").write(NEW);

        assertThat(target).hasContent("new");
        assertThat(mode(target)).isEqualTo("rw-------");
        assertThat(names()).containsExactly("out");
    }

    @Test
    void anExistingFileIsReplacedTogetherWithItsMode() throws Exception {
        Path target = folder.write("out", "old and longer");
        setMode(target, "rw-r--r--");

        FileReplacement.with(target, "out").write(NEW);

        assertThat(target).hasContent("new");
        assertThat(mode(target)).isEqualTo("rw-------");
    }

    @Test
    void aSymbolicLinkIsReplacedByAFile() throws Exception {
        Path real = folder.write("real", "old");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), real);

        FileReplacement.with(link, "link").write(NEW);

        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(real).hasContent("old");
    }

    @Test
    void keepingAttributesKeepsModeAndLink() throws Exception {
        Path real = folder.write("deep/real", "old");
        setMode(real, "rw-r-x--x");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("deep/real"));

        FileReplacement.keepingAttributes(link, "link").write(NEW);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("new");
        assertThat(mode(real)).isEqualTo("rw-r-x--x");
    }

    @Test
    void keepingAttributesNeedsAFile() {
        assertThatThrownBy(() -> FileReplacement.keepingAttributes(temporary.resolve("nofile"), "nofile"))
                .hasMessage("cannot write nofile: no such file or directory");
    }

    @Test
    void aFolderOrADeviceIsNoTarget() {
        assertThatThrownBy(() -> FileReplacement.with(temporary, "d")).hasMessage("cannot write d: is a directory");
        assertThatThrownBy(() -> FileReplacement.with(Path.of("/"), "/")).hasMessage("cannot write /: is a directory");
        assertThatThrownBy(() -> FileReplacement.with(Path.of("/dev/null"), "/dev/null"))
                .hasMessage("cannot write /dev/null: not a regular file");
    }

    @Test
    void aMissingFolderIsNoticedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> FileReplacement.with(temporary.resolve("no/such"), "no/such"))
                .hasMessageStartingWith("cannot write no/such: no such directory");
    }

    @Test
    void aRenameThatFailsLeavesTheTargetAndNothingElse() throws Exception {
        Path target = temporary.resolve("out");
        FileReplacement replacement = FileReplacement.with(target, "out");
        folder.write("out/in-the-way", "old");

        assertThatThrownBy(() -> replacement.write(NEW)).hasMessageStartingWith("cannot write out: ");

        assertThat(names()).containsExactly("out");
        assertThat(target.resolve("in-the-way")).hasContent("old");
    }

    @Test
    void aFolderThatIsGoneAtTheEndIsAFailure() throws Exception {
        Path target = folder.write("sub/out", "old");
        FileReplacement replacement = FileReplacement.with(target, "sub/out");
        Files.delete(target);
        Files.delete(temporary.resolve("sub"));

        assertThatThrownBy(() -> replacement.write(NEW)).hasMessageStartingWith("cannot write sub/out: ");
    }

    @Test
    void aFailureWhileAttributesAreCopiedLeavesNothing() throws Exception {
        Path target = folder.write("out", "old");
        FileReplacement replacement = FileReplacement.keepingAttributes(target, "out");
        Files.delete(target);

        assertThatThrownBy(() -> replacement.write(NEW)).hasMessage("cannot write out: no such file or directory");

        assertThat(names()).isEmpty();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void setMode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
