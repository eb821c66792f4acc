package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"/dev/pts/3, true", "/dev/tty1, true", "/dev/console, true", "/dev/null, false", "pipe:[12], false"})
    void terminalsAreKnownByTheirDevice(String device, boolean expected) {
        assertThat(Terminal.isTerminal(device)).isEqualTo(expected);
    }

    @Test
    void aStreamIsWhatItIsConnectedTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("0"), Path.of("pipe:[12]"));

        assertThat(Terminal.isAttached(null, link)).isFalse();
    }

    @Test
    void whatTheLauncherSaysCounts() {
        assertThat(Terminal.isAttached("true", folder.resolve("nolink"))).isTrue();
        assertThat(Terminal.isAttached("false", folder.resolve("nolink"))).isFalse();
    }

    @Test
    void withoutAnyInformationItIsNone() {
        assertThat(Terminal.isAttached(null, folder.resolve("nolink"))).isFalse();
    }
}
