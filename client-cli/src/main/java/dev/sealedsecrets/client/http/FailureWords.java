package dev.sealedsecrets.client.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Failed exchanges in words: the libraries' messages name their own classes, or leave the address out. */
final class FailureWords {

    private FailureWords() {}

    static HttpFailure of(HttpCall call, @Nullable Throwable cause) {
        String method = call.method().charAt(0) + call.method().substring(1).toLowerCase(Locale.ROOT);
        return new HttpFailure(method + " \"" + call.uri() + "\": " + reason(call, cause));
    }

    private static String reason(HttpCall call, @Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return "the certificate of " + call.uri().getAuthority() + " is not trusted: " + distrust(cause);
            }
            if (cause instanceof UnknownHostException) {
                return "no such host: " + firstLine(cause);
            }
            if (cause instanceof ConnectException) {
                return "connection failed: " + firstLine(innermost(cause));
            }
            if (cause instanceof InterruptedIOException) {
                return "no answer in time (timeout)";
            }
        }
        return failure == null ? "no answer" : firstLine(failure);
    }

    private static String distrust(Throwable cause) {
        Throwable fault = innermost(cause);
        if (fault instanceof CertPathBuilderException) {
            return "it is signed by an unknown authority";
        }
        if (fault instanceof CertificateExpiredException) {
            return "it has expired";
        }
        if (fault instanceof SSLPeerUnverifiedException) {
            return "it is for another name";
        }
        return firstLine(fault);
    }

    private static Throwable innermost(Throwable failure) {
        Throwable innermost = failure;
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return innermost;
    }

    private static String firstLine(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(cause.getClass().getSimpleName());
    }
}
