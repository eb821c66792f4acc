package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.InputFile;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and reads kubeconfig files: one that is named explicitly and must exist, else those of {@code KUBECONFIG}, else
 * {@code ~/.kube/config}. Of the latter, missing ones are passed over.
 */
final class KubeconfigFiles {

    private final ClusterSurroundings surroundings;

    KubeconfigFiles(ClusterSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Reads all files and joins them.
     *
     * @param explicit name of the only file to read; the empty text for none
     */
    Kubeconfig read(String explicit) throws KubeconfigException {
        if (!explicit.isEmpty()) {
            return read(explicit, resolve(explicit))
                    .orElseThrow(() -> KubeconfigException.broken(
                            "cannot read kubeconfig " + explicit + ": no such file or directory"));
        }
        List<Kubeconfig> files = new ArrayList<>();
        String list = surroundings.variable("KUBECONFIG");
        if (list.isEmpty()) {
            Path file = surroundings.home().resolve(".kube").resolve("config");
            read(file.toString(), file).ifPresent(files::add);
        } else {
            Set<String> names = new LinkedHashSet<>(List.of(list.split(File.pathSeparator, -1)));
            for (String name : names) {
                if (!name.isEmpty()) {
                    read(name, resolve(name)).ifPresent(files::add);
                }
            }
        }
        return Kubeconfig.join(files);
    }

    private Path resolve(String name) throws KubeconfigException {
        try {
            return surroundings.workingDirectory().resolve(name);
        } catch (InvalidPathException e) {
            throw KubeconfigException.broken("cannot read kubeconfig " + name + ": not a file name");
        }
    }

    private static Optional<Kubeconfig> read(String name, Path file) throws KubeconfigException {
        try {
            List<Document> documents = Documents.read(InputFile.bytes(file), name, Limits.DEFAULT);
            if (documents.isEmpty()) {
                return Optional.of(Kubeconfig.join(List.of()));
            }
            return Optional.of(new KubeconfigParser(file.resolveSibling(""))
                    .parse(documents.get(0).tree()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw KubeconfigException.broken("cannot read kubeconfig " + name);
        } catch (DocumentException e) {
            throw KubeconfigException.broken("error loading config file: " + e.getMessage());
        } catch (Fields.WrongShape e) {
            throw KubeconfigException.broken("error loading config file \"" + name + "\": " + e.getMessage());
        }
    }
}
