package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.cluster.ApiServer;
import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.KeyInventory;
import dev.sealedsecrets.client.cluster.SealingKeyEntry;
import dev.sealedsecrets.crypto.SealingCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code kubeseal keys list} and {@code keys usage}: the sealing keys of a controller in a table, and how many sealed items each
 * of them opened.
 *
 * @param withUsage whether to look at all SealedSecrets
 */
record KeysCommand(ClusterAccess cluster, String controllerNamespace, boolean withUsage, Instant now, Output output)
        implements Command {

    private static final String UNKNOWN = "";

    @Override
    public void run() throws CommandException, ClientException {
        try (ApiServer server = cluster.connect()) {
            KeyInventory inventory = new KeyInventory(server, controllerNamespace);
            List<SealingKeyEntry> keys = inventory.keys();
            Map<String, Integer> usage = withUsage ? inventory.usage() : Map.of();
            output.write(table(keys, usage).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String table(List<SealingKeyEntry> keys, Map<String, Integer> usage) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("NAME", "FINGERPRINT", "AGE", "EXPIRES", "ITEMS"));
        Set<String> unlisted = new TreeSet<>(usage.keySet());
        unlisted.remove(UNKNOWN);
        for (SealingKeyEntry key : keys) {
            unlisted.remove(key.fingerprint());
            rows.add(row(key, usage.getOrDefault(key.fingerprint(), 0)));
        }
        for (String fingerprint : unlisted) {
            rows.add(row("(no labelled Secret)", fingerprint, "", "", String.valueOf(usage.get(fingerprint))));
        }
        String text = aligned(rows);
        int unknown = usage.getOrDefault(UNKNOWN, 0);
        return unknown == 0 ? text : text + unknown + " SealedSecrets have no record of the key that opened them\n";
    }

    private List<String> row(SealingKeyEntry key, int items) {
        SealingCertificate certificate = key.certificate();
        return certificate == null
                ? row(key.secret(), "(certificate cannot be read)", "", "", "")
                : row(
                        key.secret(),
                        key.fingerprint(),
                        Duration.between(certificate.notBefore(), now).toDays() + "d",
                        LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC)
                                .toString(),
                        String.valueOf(items));
    }

    private List<String> row(String name, String fingerprint, String age, String expires, String items) {
        return withUsage ? List.of(name, fingerprint, age, expires, items) : List.of(name, fingerprint, age, expires);
    }

    private static String aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
