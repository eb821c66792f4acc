package dev.sealedsecrets.cli.cases;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in place of the placeholders of inputs, and placeholders in place of the values in what is observed. */
final class Placeholders {

    private static final Pattern INPUT = Pattern.compile(
            "\\$\\{(?<kind>fixture|seal|repeat|b64repeat|server|dir)(?:@(?<key>[a-z0-9]+))?(?:#(?<bits>\\d+))?(?::(?<rest>[^}]*))?\\}");
    private static final Pattern ITEM =
            Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{300,}={0,2}(?![A-Za-z0-9+/=])");
    /** Longer plaintexts are written as a digest. */
    private static final int LONG = 120;

    private final Envelope envelope;
    private final String folder;
    private final String realFolder;
    private final Optional<String> server;
    private final List<String> labels;
    /** One item for each input, so that it can be told in the output, and its placeholder. */
    private final Map<String, String> itemOfInput = new HashMap<>();

    private final Map<String, String> kept = new HashMap<>();

    /**
     * @param server address of the stub
     * @param labels those under which sealed items may be found
     */
    Placeholders(Envelope envelope, Workplace workplace, Optional<String> server, List<String> labels) {
        this.envelope = envelope;
        this.folder = workplace.work().toString();
        this.realFolder = workplace.realWork().toString();
        this.server = server;
        this.labels = labels;
    }

    /** An input as the program gets it. */
    String expand(String text) {
        return INPUT.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(), text)));
    }

    private String value(String placeholder, String text) {
        Matcher place = INPUT.matcher(placeholder);
        if (!place.matches()) {
            throw new CaseException("placeholder in " + text);
        }
        String rest = Optional.ofNullable(place.group("rest")).orElse("");
        return switch (place.group("kind")) {
            case "server" -> server.orElse("http://127.0.0.1:9");
            case "dir" -> folder;
            case "fixture" -> Fixtures.text(rest);
            case "repeat" -> repeat(rest);
            case "b64repeat" -> Base64.getEncoder().encodeToString(repeat(rest).getBytes(StandardCharsets.UTF_8));
            default ->
                itemOfInput.computeIfAbsent(
                        placeholder,
                        same -> seal(
                                Optional.ofNullable(place.group("key")).orElse("main"),
                                Integer.parseInt(
                                        Optional.ofNullable(place.group("bits")).orElse("256")),
                                rest));
        };
    }

    private static String repeat(String countAndText) {
        int colon = countAndText.indexOf(':');
        return countAndText.substring(colon + 1).repeat(Integer.parseInt(countAndText.substring(0, colon)));
    }

    private String seal(String key, int sessionKeyBits, String labelAndPlaintext) {
        int colon = labelAndPlaintext.lastIndexOf(':');
        String label = labelAndPlaintext.substring(0, colon);
        String plaintext = labelAndPlaintext.substring(colon + 1);
        String item =
                envelope.seal(key, sessionKeyBits, label, Base64.getDecoder().decode(plaintext));
        kept.put(item, placeholder("kept", key, label, plaintext));
        return item;
    }

    /** What was observed, as the expectations of cases write it. */
    String collapse(String text) {
        Set<String> sessionKeys = new HashSet<>();
        String collapsed = ITEM.matcher(text)
                .replaceAll(item -> Matcher.quoteReplacement(placeholderOf(item.group(), sessionKeys)))
                .replace(realFolder, "${dir}")
                .replace(folder, "${dir}");
        return server.map(url -> collapsed
                        .replace(url, "${server}")
                        .replace(url.substring(url.indexOf("//") + 2), "${serverAddress}"))
                .orElse(collapsed);
    }

    private String placeholderOf(String item, Set<String> sessionKeys) {
        if (kept.containsKey(item)) {
            return kept.get(item);
        }
        Optional<Envelope.Opened> opened = envelope.open(item, labels);
        if (opened.isEmpty()) {
            return Envelope.hasItsForm(item) ? "${unreadable item of " + item.length() + " characters}" : item;
        }
        Envelope.Opened found = opened.get();
        return sessionKeys.add(found.sessionKeyHex())
                ? placeholder("sealed", found.key(), found.label(), found.plaintextBase64())
                : "${session key of another item}";
    }

    private static String placeholder(String kind, String key, String label, String plaintextBase64) {
        String which = key.equals("main") ? "" : "@" + key;
        return "${" + kind + which + ":" + label + ":" + shortened(plaintextBase64) + "}";
    }

    private static String shortened(String plaintextBase64) {
        byte[] plaintext = Base64.getDecoder().decode(plaintextBase64);
        return plaintext.length > LONG
                ? "sha256=%s,len=%d".formatted(Envelope.sha256Hex(plaintext), plaintext.length)
                : plaintextBase64;
    }
}
