package dev.sealedsecrets.blackbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a step or check may hold. A key that nobody looks at would make a case pass whatever happens, so it is an error before
 * anything runs.
 */
final class Shapes {

    private static final Set<String> BLOCKS = Set.of("now", "eventually", "consistently");
    private static final Set<String> EXPECTING = Set.of("http", "flood", "run", "kubectl", "denied", "start", "stop");
    private static final Set<String> TIMES = Set.of("within", "for");
    private static final Set<String> HTTP =
            keys("at as method path headers body json object size status header text match save repeat reset_ok");

    /** Checks; without keys: any value. */
    private static final Map<String, Set<String>> CHECKS = Map.ofEntries(
            Map.entry("secret", keys("name namespace absent data type labels annotations owners immutable match")),
            Map.entry("sealedsecret", keys("name namespace absent synced message no_status observed match")),
            Map.entry("object", keys("kind name namespace absent match")),
            Map.entry("event", keys("name namespace reason type message match")),
            Map.entry("no_event", keys("name namespace reason type message")),
            Map.entry("metric", keys("series labels value absent exact_labels")),
            Map.entry("metrics_text", Set.of()),
            Map.entry("http", HTTP),
            Map.entry("keys", keys("count match")),
            Map.entry("log", keys("stream has has_not")),
            Map.entry("cert", keys("is not match")),
            Map.entry("no_leak", keys("text name")),
            Map.entry("unseals", keys("object data with label")),
            Map.entry("value", keys("of match")),
            Map.entry("alive", Set.of()));

    /** Steps that are no blocks; without keys: any value. */
    private static final Map<String, Set<String>> STEPS = Map.ofEntries(
            Map.entry("apply", Set.of()),
            Map.entry("create", Set.of()),
            Map.entry("replace", Set.of()),
            Map.entry("wait", Set.of()),
            Map.entry("signal", Set.of()),
            Map.entry(
                    "seal", keys("name namespace scope label key data raw metadata template session how save v1 spec")),
            Map.entry("patch", keys("kind name namespace type body subresource times pause")),
            Map.entry("delete", keys("kind name namespace cascade missing_ok wait")),
            Map.entry("http", HTTP),
            Map.entry("flood", keys("count http unique_header want parallel")),
            Map.entry("restart", keys("args env kill")),
            Map.entry("stop", keys("kill within exit")),
            Map.entry("start", keys("args env expect")),
            Map.entry(
                    "key",
                    keys(
                            "name size not_before valid_for cn label secret namespace tls_key tls_crt kind append_cert labels"
                                    + " annotations type owner")),
            Map.entry("relabel_key", keys("name label")),
            Map.entry("delete_key", keys("name")),
            Map.entry("run", keys("args env exit stdout stderr within inside alive_for")),
            Map.entry("kubectl", keys("args stdin stdout stderr exit as")),
            Map.entry("remember", keys("as kind name namespace path cert metric labels")),
            Map.entry("denied", keys("status message apply create within")));

    private Shapes() {}

    private static Set<String> keys(String words) {
        return Arrays.stream(words.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }

    static boolean isBlock(String step) {
        return BLOCKS.contains(step);
    }

    static boolean isTime(String name) {
        return TIMES.contains(name);
    }

    /** Looks at all steps, and counts what they expect. */
    static int expectationsOf(String where, List<?> steps) {
        int expectations = 0;
        for (Object step : steps) {
            Map<String, @Nullable Object> map = Fields.of(step).map();
            if (map.size() != 1) {
                throw new BadCaseException(where + ": a step has one key");
            }
            Map.Entry<String, @Nullable Object> only = map.entrySet().iterator().next();
            expectations += expectationsOf(where + ": " + only.getKey(), only.getKey(), only.getValue());
        }
        return expectations;
    }

    private static int expectationsOf(String where, String step, @Nullable Object value) {
        if (!isBlock(step)) {
            require(where, STEPS.get(step), value);
            if (step.equals("flood")) {
                require(where, HTTP, Fields.of(value).get("http"));
            }
            return EXPECTING.contains(step) ? 1 : 0;
        }
        int count = 0;
        for (Map.Entry<String, @Nullable Object> check : Fields.of(value).map().entrySet()) {
            if (!isTime(check.getKey())) {
                List<?> all = check.getValue() instanceof List<?> list ? list : Arrays.asList(check.getValue());
                all.forEach(one -> require(where + "." + check.getKey(), CHECKS.get(check.getKey()), one));
                count += all.size();
            }
        }
        if (count == 0) {
            throw new BadCaseException(where + " expects nothing");
        }
        return count;
    }

    private static void require(String where, @Nullable Set<String> allowed, @Nullable Object value) {
        if (allowed == null) {
            throw new BadCaseException(where + " is unknown");
        }
        if (!allowed.isEmpty()) {
            Fields.of(value).requireOnly(where, allowed);
        }
    }
}
