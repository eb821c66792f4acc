package dev.sealedsecrets.client;

import java.nio.file.Path;

/**
 * A certificate in a file.
 *
 * @param name the file as the user calls it, for messages
 */
public record CertificateFile(Path file, String name) implements CertificateSource {

    @Override
    public CertificateText fetch() throws ClientException {
        return new CertificateText(InputFile.read(file, name));
    }
}
