package dev.sealedsecrets.controller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values of {@code --privatekey-labels} and {@code --privatekey-annotations}: {@code key=value} parts separated by
 * commas. What the API server would refuse with every new key is refused here.
 */
final class KeyMetadata {
    private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN_PART = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern KEY =
            Pattern.compile("(?:(?=.{1,253}/)" + DOMAIN_PART + "(?:\\." + DOMAIN_PART + ")*/)?" + NAME);
    private static final Pattern LABEL_VALUE = Pattern.compile("(?:" + NAME + ")?");

    private KeyMetadata() {}

    static Map<String, String> labels(String text) throws StartException {
        Map<String, String> labels = pairs(Flags.PRIVATEKEY_LABELS, text);
        for (String value : labels.values()) {
            if (!LABEL_VALUE.matcher(value).matches()) {
                throw StartException.ofFlag(
                        Flags.PRIVATEKEY_LABELS, '"' + OneLine.of(value) + "\" is no value of a label");
            }
        }
        return labels;
    }

    static Map<String, String> annotations(String text) throws StartException {
        return pairs(Flags.PRIVATEKEY_ANNOTATIONS, text);
    }

    private static Map<String, String> pairs(Flag<String> flag, String text) throws StartException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : CommaList.items(text)) {
            int equals = item.indexOf('=');
            if (equals < 0) {
                throw StartException.ofFlag(flag, '"' + OneLine.of(item) + "\" does not have the form key=value");
            }
            String key = item.substring(0, equals).strip();
            if (!KEY.matcher(key).matches()) {
                throw StartException.ofFlag(flag, '"' + OneLine.of(key) + "\" is no key of a label or annotation");
            }
            pairs.put(key, item.substring(equals + 1).strip());
        }
        return pairs;
    }
}
