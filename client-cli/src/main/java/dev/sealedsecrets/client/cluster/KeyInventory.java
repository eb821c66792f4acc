package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.client.http.HttpFailure;
import dev.sealedsecrets.crypto.CertificateFormatException;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Tree;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which sealing keys a controller has, and which of them opened what is in the cluster. For administrators: it lists key Secrets,
 * which hold private keys; those are not looked at.
 */
public final class KeyInventory {
    private static final String JSON = "application/json";
    private static final String KEYS =
            "labelSelector=" + encoded("sealedsecrets.bitnami.com/sealed-secrets-key=active");
    private static final String OBJECTS = "/apis/bitnami.com/v1alpha1/sealedsecrets";
    /** Objects of an answer: what is held in memory at once. */
    private static final int PAGE = 250;

    private final ApiServer server;
    private final String namespace;

    /** @param namespace of the controller */
    public KeyInventory(ApiServer server, String namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    /** The keys with the label, newest first; those without a readable certificate come last. */
    public List<SealingKeyEntry> keys() throws ClientException {
        String path = "/api/v1/namespaces/" + PathSegment.escape(namespace) + "/secrets";
        List<SealingKeyEntry> keys = new ArrayList<>();
        try {
            for (Tree item : get(path, KEYS, "list secrets").items("items")) {
                Fields secret = Fields.of("items", item);
                String name = secret.mapping("metadata").text("name");
                keys.add(entry(name, secret.mapping("data").text("tls.crt")));
            }
        } catch (Fields.WrongShape e) {
            throw new ClientException("cannot read the key Secrets: " + e.getMessage());
        }
        keys.sort(Comparator.comparing(KeyInventory::begin).reversed());
        return keys;
    }

    /**
     * How many items of SealedSecrets each key opened, by fingerprint.
     *
     * @return the entry with the empty text counts SealedSecrets whose status does not say: never unsealed, or written by a
     *     controller that does not record it
     */
    public Map<String, Integer> usage() throws ClientException {
        Map<String, Integer> usage = new TreeMap<>();
        String next = "";
        try {
            do {
                String query = "limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + encoded(next));
                Fields list = get(OBJECTS, query, "list sealedsecrets");
                for (Tree item : list.items("items")) {
                    count(Fields.of("items", item).mapping("status").mapping("openedBy"), usage);
                }
                next = list.mapping("metadata").text("continue");
            } while (!next.isEmpty());
        } catch (Fields.WrongShape e) {
            throw new ClientException("cannot read the SealedSecrets: " + e.getMessage());
        }
        return usage;
    }

    private static Instant begin(SealingKeyEntry key) {
        SealingCertificate certificate = key.certificate();
        return certificate == null ? Instant.MIN : certificate.notBefore();
    }

    private static void count(Fields openedBy, Map<String, Integer> usage) throws Fields.WrongShape {
        if (openedBy.isEmpty()) {
            usage.merge("", 1, Integer::sum);
        }
        for (String item : openedBy.entries().keySet()) {
            usage.merge(openedBy.text(item), 1, Integer::sum);
        }
    }

    private static SealingKeyEntry entry(String secret, String base64) {
        try {
            String pem = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.US_ASCII);
            return new SealingKeyEntry(secret, SealingCertificate.parse(pem));
        } catch (IllegalArgumentException | CertificateFormatException e) {
            return new SealingKeyEntry(secret, null);
        }
    }

    private Fields get(String path, String query, String request) throws ClientException {
        try {
            HttpAnswer answer = server.get(path, query, JSON);
            if (!answer.isSuccess()) {
                throw new ClientException("cannot " + request + ": " + ApiCause.of(answer, request));
            }
            return JsonAnswer.fields(answer);
        } catch (HttpFailure | DocumentException | Fields.WrongShape e) {
            throw new ClientException("cannot " + request + ": " + e.getMessage());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
