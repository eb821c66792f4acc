package dev.sealedsecrets.client.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses of API servers as kubeconfigs have them: an HTTP URL, or a host with an optional port and no scheme. */
final class ServerAddress {

    private ServerAddress() {}

    /**
     * The address as a URL without a slash at the end.
     *
     * @param secure whether HTTPS is meant where no scheme is written
     */
    static URI parse(String text, boolean secure) throws KubeconfigException {
        String withScheme = text.contains("://") ? text : (secure ? "https://" : "http://") + text;
        try {
            URI uri = new URI(withScheme.replaceFirst("/+$", ""));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean known = scheme.equals("http") || scheme.equals("https");
            if (known && uri.getRawAuthority() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
                return new URI(scheme + uri.toString().substring(scheme.length()));
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw KubeconfigException.broken("invalid configuration: server must be a URL or a host:port pair");
    }
}
