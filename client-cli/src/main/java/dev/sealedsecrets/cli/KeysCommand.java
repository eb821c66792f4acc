package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.cluster.ApiServer;
import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.KeyInventory;
import dev.sealedsecrets.client.cluster.SealingKeyEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<String> known = new ArrayList<>();
        for (SealingKeyEntry key : keys) {
            known.add(key.fingerprint());
            rows.add(row(
                    key.secret(),
                    key.fingerprint(),
                    Duration.between(key.notBefore(), now).toDays() + "d",
                    key.notAfter().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10),
                    String.valueOf(usage.getOrDefault(key.fingerprint(), 0))));
        }
        usage.forEach((fingerprint, items) -> {
            if (!fingerprint.equals(UNKNOWN) && !known.contains(fingerprint)) {
                rows.add(row("(gone)", fingerprint, "", "", String.valueOf(items)));
            }
        });
        String text = aligned(rows);
        int unknown = usage.getOrDefault(UNKNOWN, 0);
        return unknown == 0 ? text : text + unknown + " SealedSecrets have no record of the key that opened them\n";
    }

    private List<String> row(String name, String fingerprint, String age, String expires, String items) {
        return withUsage ? List.of(name, fingerprint, age, expires, items) : List.of(name, fingerprint, age, expires);
    }

    private static String aligned(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int index = column;
                int width = rows.stream()
                        .mapToInt(each -> each.get(index).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
