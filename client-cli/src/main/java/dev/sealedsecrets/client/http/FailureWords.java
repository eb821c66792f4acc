package dev.sealedsecrets.client.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Failed exchanges in words. */
final class FailureWords {

    private FailureWords() {}

    static HttpFailure of(HttpCall call, @Nullable Throwable cause) {
        String method = call.method().charAt(0) + call.method().substring(1).toLowerCase(Locale.ROOT);
        return new HttpFailure(method + " \"" + call.uri() + "\": " + reason(call, cause));
    }

    private static String reason(HttpCall call, @Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return "the certificate of " + call.uri().getAuthority() + " is not trusted: " + firstLine(cause);
            }
            if (cause instanceof UnknownHostException) {
                return "no such host: " + call.uri().getHost();
            }
            if (cause instanceof ConnectException) {
                return "connection failed: " + firstLine(cause);
            }
            if (cause instanceof InterruptedIOException) {
                return "no answer in time (timeout)";
            }
        }
        return failure == null ? "no answer" : firstLine(failure);
    }

    private static String firstLine(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
