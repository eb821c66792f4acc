package dev.sealedsecrets.client.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a request is authorized with: a bearer token, or user name and password; the empty text for none. Never part of
 * {@link #toString}.
 */
public record Credentials(String token, String username, String password) {

    /** No credentials. */
    public static final Credentials NONE = new Credentials("", "", "");

    /** A bearer token. */
    static Credentials bearer(String token) {
        return new Credentials(token, "", "");
    }

    boolean isEmpty() {
        return token.isEmpty() && !isBasic();
    }

    boolean isBasic() {
        return !username.isEmpty() || !password.isEmpty();
    }

    /** The value of the header Authorization; the token wins. */
    Optional<String> authorization() {
        if (!token.isEmpty()) {
            return Optional.of("Bearer " + token);
        }
        if (isBasic()) {
            String joined = username + ":" + password;
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Credentials[" + (isEmpty() ? "none" : "hidden") + "]";
    }
}
