package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputFile;
import dev.sealedsecrets.client.NamespaceRule;
import dev.sealedsecrets.client.ValueSealing;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.SealingCertificate;
import java.nio.charset.StandardCharsets;

/**
 * {@code --raw}: one value, sealed as it is; the item alone, without a newline.
 *
 * @param file where the value is, as {@code file} or {@code key=file}; the empty text for standard input
 */
record SealValueCommand(
        CommandEnvironment environment,
        SealingCertificates certificates,
        String file,
        Input standardInput,
        Output output,
        Target target)
        implements Command {

    /**
     * Where the item is to be used.
     *
     * @param name of the object; needed if the scope is strict
     */
    record Target(Scope scope, NamespaceRule namespaces, String name) {

        Label label() throws CommandException, ClientException {
            String namespace = scope == Scope.CLUSTER_WIDE ? "" : namespaces.forValue();
            if (scope == Scope.STRICT && name.isEmpty()) {
                throw CommandException.failure("must provide the --name flag with --raw and --scope strict");
            }
            return scope.label(namespace, name);
        }
    }

    @Override
    public void run() throws CommandException, ClientException {
        SealingCertificate certificate = certificates.get();
        Label label = target.label();
        String item = new ValueSealing(environment.random(), certificate).seal(value(), label);
        output.write(item.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] value() throws CommandException, ClientException {
        if (file.isEmpty()) {
            return standardInput.read("a secret to encrypt");
        }
        String name = file.substring(file.indexOf('=') + 1);
        if (name.equals("/dev/stdin")) {
            return InputFile.read(environment.stdin(), name);
        }
        return InputFile.read(FileNames.resolve(environment, name), name);
    }
}
