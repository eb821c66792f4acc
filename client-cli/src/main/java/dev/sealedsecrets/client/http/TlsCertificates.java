package dev.sealedsecrets.client.http;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads the certificates that TLS connections are made with: PEM blocks, text between them is passed over. */
public final class TlsCertificates {

    private TlsCertificates() {}

    /**
     * All certificates of a PEM text.
     *
     * @throws CertificateException when a block does not parse or there is none
     */
    public static List<X509Certificate> parse(byte[] pem) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
            if (certificate instanceof X509Certificate x509) {
                certificates.add(x509);
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate found");
        }
        return List.copyOf(certificates);
    }
}
