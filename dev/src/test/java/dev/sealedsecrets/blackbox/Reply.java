package dev.sealedsecrets.blackbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer over HTTP. */
record Reply(int status, HttpHeaders headers, String text) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    @Nullable
    Object json() {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + Differences.shown(text), e);
        }
    }

    Fields object() {
        return Fields.of(json());
    }

    /** The same answer, which has to be a good one. */
    Reply ok() {
        if (status >= 300) {
            throw new AssertionError("the API server answered " + status + ": " + Differences.shown(text));
        }
        return this;
    }

    static String write(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new BadCaseException("cannot be written as JSON: " + e.getMessage());
        }
    }
}
