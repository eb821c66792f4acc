package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    @TempDir
    Path folder;

    @Test
    void readsFilesAndStreamsToTheirEnd() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "content");

        assertThat(InputFile.read(file, "f")).asString().isEqualTo("content");
        assertThat(InputFile.read(new ByteArrayInputStream(new byte[] {1, 2}), "stdin"))
                .containsExactly(1, 2);
    }

    @Test
    void failuresNameTheFileAndTheReason() {
        assertThatThrownBy(() -> InputFile.read(folder.resolve("nofile"), "nofile"))
                .hasMessage("cannot read nofile: no such file or directory");
        assertThatThrownBy(() -> InputFile.read(folder, "d")).hasMessage("cannot read d: is a directory");
        assertThat(FileFailure.of("cannot read", "f", new AccessDeniedException("f")))
                .hasMessage("cannot read f: permission denied");
        assertThat(FileFailure.of("cannot read", "f", new IOException("a\nb"))).hasMessage("cannot read f: a b");
        assertThat(FileFailure.of("cannot read", "f", new IOException()))
                .hasMessage("cannot read f: input/output error");
    }

    @Test
    void anEndlessInputIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> InputFile.read(endless, "stdin")).hasMessage("cannot read stdin: larger than 64 MiB");
    }
}
