package dev.sealedsecrets.template.crypto;

import static dev.sealedsecrets.template.value.GoType.INT;
import static dev.sealedsecrets.template.value.GoType.LIST;
import static dev.sealedsecrets.template.value.GoType.STRING;
import static dev.sealedsecrets.template.value.GoType.UINT32;

import dev.sealedsecrets.template.function.Decoding;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** sprig's functions for keys, certificates, passwords and encryption. */
public final class CryptoFunctions {
    private CryptoFunctions() {}

    /** The function of a name, or null. */
    public static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "bcrypt" -> GoFunction.of(a -> TextValue.of(PasswordFunctions.bcrypt(a, a.text(0))), STRING);
            case "htpasswd" -> GoFunction.of(a -> TextValue.of(PasswordFunctions.htpasswd(a)), STRING, STRING);
            case "derivePassword" ->
                GoFunction.of(a -> TextValue.of(PasswordFunctions.derive(a)), UINT32, STRING, STRING, STRING, STRING);
            case "encryptAES" -> GoFunction.of(a -> TextValue.of(AesText.encrypt(a)), STRING, STRING);
            case "decryptAES" -> GoFunction.of(a -> TextValue.of(AesText.decrypt(a)), STRING, STRING);
            case "genPrivateKey" -> GoFunction.of(a -> TextValue.of(KeyGeneration.pem(a)), STRING);
            case "genCA" -> GoFunction.of(a -> authority(a, KeyGeneration.forCertificate(a)), STRING, INT);
            case "genCAWithKey" -> GoFunction.of(a -> authority(a, givenKey(a, 2)), STRING, INT, STRING);
            case "genSelfSignedCert" ->
                GoFunction.of(a -> selfSigned(a, KeyGeneration.forCertificate(a)), STRING, LIST, LIST, INT);
            case "genSelfSignedCertWithKey" ->
                GoFunction.of(a -> selfSigned(a, givenKey(a, 4)), STRING, LIST, LIST, INT, STRING);
            case "genSignedCert" ->
                GoFunction.of(
                        a -> signed(a, KeyGeneration.forCertificate(a)),
                        STRING,
                        LIST,
                        LIST,
                        INT,
                        CertificateValue.TYPE);
            case "genSignedCertWithKey" ->
                GoFunction.of(a -> signed(a, givenKey(a, 5)), STRING, LIST, LIST, INT, CertificateValue.TYPE, STRING);
            case "buildCustomCert" -> GoFunction.of(CryptoFunctions::given, STRING, STRING);
            default -> null;
        };
    }

    private static SigningKey givenKey(Arguments a, int index) {
        try {
            return PrivateKeyPem.parse(a.budget(), a.text(index));
        } catch (GoError e) {
            throw new GoError("parsing private key: " + e.text());
        }
    }

    private static Value authority(Arguments a, SigningKey key) {
        return Certificates.selfSigned(a.rendering(), CertificateRequest.authority(a), key);
    }

    private static Value selfSigned(Arguments a, SigningKey key) {
        return Certificates.selfSigned(a.rendering(), CertificateRequest.server(a), key);
    }

    private static Value signed(Arguments a, SigningKey key) {
        CertificateValue issuer = (CertificateValue) a.get(4);
        X509CertificateHolder certificate = certificate(a.budget(), issuer.certificate(), "decodedSignerCert");
        return Certificates.signed(
                a.rendering(),
                CertificateRequest.server(a),
                key,
                certificate,
                keyOfCertificate(a.budget(), issuer.key()));
    }

    private static SigningKey keyOfCertificate(Budget budget, String pem) {
        try {
            return PrivateKeyPem.parse(budget, pem);
        } catch (GoError e) {
            throw new GoError("error parsing private key: " + e.text());
        }
    }

    private static X509CertificateHolder certificate(Budget budget, String pem, String variable) {
        byte[] der = PemText.first(budget, pem)
                .orElseThrow(() -> new GoError("unable to decode certificate"))
                .content();
        try {
            return new X509CertificateHolder(der);
        } catch (IOException e) {
            throw new GoError("error parsing certificate: " + variable + ".Bytes: x509: malformed certificate");
        }
    }

    /** A certificate and key handed over in base64. */
    private static Value given(Arguments a) {
        String certificate = decoded(a, 0, "unable to decode base64 certificate");
        String key = decoded(a, 1, "unable to decode base64 private key");
        certificate(a.budget(), certificate, "decodedCert");
        keyOfCertificate(a.budget(), key);
        return new CertificateValue(certificate, key);
    }

    private static String decoded(Arguments a, int index, String complaint) {
        try {
            return Decoding.base64(a.budget(), a.text(index));
        } catch (GoError e) {
            throw new GoError(complaint);
        }
    }
}
