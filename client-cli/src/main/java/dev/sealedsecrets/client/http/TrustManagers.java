package dev.sealedsecrets.client.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trust managers of the JDK for a set of certificates. */
final class TrustManagers {

    private TrustManagers() {}

    /** Trusts what the given certificates vouch for, and nothing else. */
    static TrustManager[] only(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return managers(store);
    }

    /** Trusts what the platform trusts, and what the given certificates vouch for. */
    static TrustManager[] platformAnd(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        TrustManager[] platform = managers(null);
        if (certificates.isEmpty()) {
            return platform;
        }
        List<X509Certificate> all = new ArrayList<>(certificates);
        for (TrustManager manager : platform) {
            if (manager instanceof X509TrustManager x509) {
                all.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return only(all);
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
