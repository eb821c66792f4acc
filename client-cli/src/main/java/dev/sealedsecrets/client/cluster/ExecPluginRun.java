package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a credential plugin: a program that prints an ExecCredential (client.authentication.k8s.io v1 or v1beta1). What it
 * writes on standard error reaches the user; what it prints is a credential and reaches no message.
 */
final class ExecPluginRun {

    private static final int MAX_OUTPUT_BYTES = 1 << 20;

    private final ClusterSurroundings surroundings;

    ExecPluginRun(ClusterSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What a plugin provides: a token, or a client certificate with its key, or all of it. */
    record Result(Credentials credentials, Optional<PemSource> certificate, Optional<PemSource> key) {}

    Result run(ExecPlugin plugin, ClusterEntry cluster) throws ClientException, KubeconfigException {
        boolean interactive = isInteractive(plugin);
        String request = ExecPluginRequest.json(plugin, cluster, interactive);
        return parse(plugin, output(plugin, request, interactive));
    }

    private boolean isInteractive(ExecPlugin plugin) throws ClientException {
        return switch (plugin.interactiveMode()) {
            case "", "IfAvailable" -> surroundings.interactive();
            case "Never" -> false;
            case "Always" -> {
                if (!surroundings.interactive()) {
                    throw failed("exec plugin cannot support interactive mode: standard input is not a terminal");
                }
                yield true;
            }
            default -> throw failed("invalid interactiveMode \"" + plugin.interactiveMode() + "\"");
        };
    }

    @SuppressFBWarnings(
            value = "COMMAND_INJECTION",
            justification = "the kubeconfig names a program to run: that is what credential plugins are")
    private byte[] output(ExecPlugin plugin, String request, boolean interactive) throws ClientException {
        List<String> command = new ArrayList<>();
        command.add(plugin.program());
        command.addAll(plugin.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(surroundings.workingDirectory().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (interactive) {
            builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
        }
        builder.environment().clear();
        builder.environment().putAll(surroundings.variables());
        builder.environment().putAll(plugin.environment());
        builder.environment().put("KUBERNETES_EXEC_INFO", request);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            byte[] output;
            try (InputStream stream = process.getInputStream()) {
                output = stream.readNBytes(MAX_OUTPUT_BYTES);
            }
            int status = process.waitFor();
            if (status != 0) {
                throw failed("executable " + plugin.command() + " failed with exit code " + status);
            }
            return output;
        } catch (IOException e) {
            throw new ClientException(
                    "getting credentials: exec: executable " + plugin.command() + " not found",
                    plugin.installHint().lines().filter(line -> !line.isBlank()).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("executable " + plugin.command() + " was interrupted");
        }
    }

    private static Result parse(ExecPlugin plugin, byte[] output) throws ClientException {
        try {
            List<Document> documents = Documents.read(output, "output of " + plugin.command(), Limits.DEFAULT);
            Fields credential =
                    Fields.of("", documents.isEmpty() ? null : documents.get(0).tree());
            if (!credential.text("apiVersion").equals(plugin.apiVersion())) {
                throw failed("plugin " + plugin.command() + " returned an answer of another version than "
                        + plugin.apiVersion());
            }
            Fields status = credential.mapping("status");
            String token = status.text("token");
            String certificate = status.text("clientCertificateData");
            String key = status.text("clientKeyData");
            if (token.isEmpty() && (certificate.isEmpty() || key.isEmpty())) {
                throw failed("plugin " + plugin.command() + " did not return a token or a certificate with its key");
            }
            return new Result(Credentials.bearer(token), plain(certificate), plain(key));
        } catch (DocumentException | Fields.WrongShape e) {
            throw failed("plugin " + plugin.command() + " did not return an ExecCredential");
        }
    }

    private static Optional<PemSource> plain(String pem) {
        return pem.isEmpty() ? Optional.empty() : Optional.of(new PemSource.Plain(pem));
    }

    private static ClientException failed(String problem) {
        return new ClientException("getting credentials: exec: " + problem);
    }
}
