package dev.sealedsecrets.client.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whom to act as; the empty text for nobody.
 *
 * @param user name of the user
 * @param uid UID of the user
 * @param groups groups of the user
 */
public record Impersonation(String user, String uid, List<String> groups) {

    /** Acting as oneself. */
    public static final Impersonation NONE = new Impersonation("", "", List.of());

    /** Copies the list. */
    public Impersonation {
        groups = List.copyOf(groups);
    }

    /** These settings where they say something, else the given ones. */
    Impersonation or(Impersonation other) {
        return new Impersonation(
                user.isEmpty() ? other.user : user,
                uid.isEmpty() ? other.uid : uid,
                groups.isEmpty() ? other.groups : groups);
    }

    /** The headers that ask for it, one per group. */
    List<Map.Entry<String, String>> headers() {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        if (!user.isEmpty()) {
            headers.add(Map.entry("Impersonate-User", user));
        }
        for (String group : groups) {
            headers.add(Map.entry("Impersonate-Group", group));
        }
        if (!uid.isEmpty()) {
            headers.add(Map.entry("Impersonate-Uid", uid));
        }
        return headers;
    }
}
