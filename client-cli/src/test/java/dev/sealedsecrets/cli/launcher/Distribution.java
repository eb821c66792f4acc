package dev.sealedsecrets.cli.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A folder with the launcher of kubeseal and its lib. */
record Distribution(Path folder) {

    static Distribution ofThisBuild() {
        return new Distribution(Path.of("target/dist").toAbsolutePath());
    }

    Path launcher() {
        return folder.resolve("kubeseal");
    }

    Path lib() {
        return folder.resolve("lib");
    }

    /** The Secret and the certificate that the archives are made with. */
    Path training(String name) {
        return lib().resolve("training").resolve(name);
    }

    /** An archive and the home of the Java that made it. */
    record Archive(Path file, Path javaHome) {}

    List<Archive> archives() throws IOException {
        List<Archive> archives = new ArrayList<>();
        for (String line : Files.readAllLines(lib().resolve("archives"))) {
            String[] parts = line.replaceFirst("/bin/java$", "").split(" ", 2);
            archives.add(new Archive(lib().resolve(parts[0]), Path.of(parts[1])));
        }
        return archives;
    }

    /** The same program in another place, without archives. */
    Distribution copiedTo(Path place) throws IOException {
        Distribution other = new Distribution(place);
        Files.createDirectories(other.lib());
        Files.copy(launcher(), other.launcher(), StandardCopyOption.COPY_ATTRIBUTES);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib(), "*.jar")) {
            for (Path jar : jars) {
                Files.copy(jar, other.lib().resolve(jar.getFileName()));
            }
        }
        return other;
    }
}
