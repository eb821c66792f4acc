package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in a folder, at any depth.
 *
 * @param contents by name relative to the folder; an empty folder has a name that ends with a slash. Bytes stand as characters of ISO 8859-1
 * @param modes four octal digits by name
 */
record FolderState(Map<String, String> contents, Map<String, String> modes) {

    static FolderState of(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Map<String, String> modes = new TreeMap<>();
        try (var paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = folder.relativize(path).toString();
                if (Files.isRegularFile(path)) {
                    contents.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
                    modes.put(name, mode(path));
                } else if (!path.equals(folder) && isEmpty(path)) {
                    contents.put(name + "/", "");
                }
            }
        }
        return new FolderState(contents, modes);
    }

    /** New and changed files, with their text. */
    Map<String, String> changesSince(FolderState before) throws IOException {
        Map<String, String> changes = new TreeMap<>();
        for (Map.Entry<String, String> file : contents.entrySet()) {
            if (!file.getValue().equals(before.contents.get(file.getKey()))) {
                changes.put(file.getKey(), utf8(file.getValue()));
            }
        }
        return changes;
    }

    private static String utf8(String bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(StandardCharsets.ISO_8859_1.encode(bytes))
                .toString();
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static String mode(Path file) throws IOException {
        return "%04o".formatted((int) Files.getAttribute(file, "unix:mode") & 07777);
    }
}
