package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.FileReplacement;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.IOException;
import java.io.OutputStream;

/** Where the result of a command goes, as a whole and at the very end. */
@SuppressFBWarnings(
        value = "EI_EXPOSE_REP",
        justification = "the stream and the file are where the result goes; nobody else uses them")
sealed interface Output {

    /** Writes the whole result. */
    void write(byte[] result) throws CommandException, ClientException;

    /** Standard output. */
    record Standard(OutputStream stream) implements Output {

        @Override
        public void write(byte[] result) throws CommandException {
            try {
                stream.write(result);
                stream.flush();
            } catch (IOException e) {
                throw CommandException.failure("cannot write to standard output: " + e.getMessage());
            }
        }
    }

    /** A file, replaced as a whole. */
    record File(FileReplacement file) implements Output {

        @Override
        public void write(byte[] result) throws ClientException {
            file.write(result);
        }
    }
}
