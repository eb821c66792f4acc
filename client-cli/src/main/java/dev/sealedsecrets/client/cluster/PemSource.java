package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** Certificates or a key that a kubeconfig names as a file or holds itself. No text form shows the contents. */
sealed interface PemSource {

    /**
     * The PEM text.
     *
     * @param what the field, for messages
     */
    byte[] read(String what) throws KubeconfigException;

    /** In a file. */
    record InFile(Path file) implements PemSource {

        @Override
        public byte[] read(String what) throws KubeconfigException {
            try {
                return InputFile.bytes(file);
            } catch (IOException e) {
                throw KubeconfigException.broken("invalid configuration: unable to read " + what + " " + file);
            }
        }
    }

    /** In the kubeconfig, in base64. */
    record Inline(String base64) implements PemSource {

        @Override
        public byte[] read(String what) throws KubeconfigException {
            try {
                return Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw KubeconfigException.broken("invalid configuration: " + what + "-data is not base64");
            }
        }

        @Override
        public String toString() {
            return "Inline[" + base64.length() + " characters]";
        }
    }

    /** As it is. */
    record Plain(String pem) implements PemSource {

        @Override
        public byte[] read(String what) {
            return pem.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Plain[" + pem.length() + " characters]";
        }
    }
}
