package dev.sealedsecrets.client.http;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Private keys of TLS clients in PEM: PKCS#8, PKCS#1 (RSA) and SEC 1 (EC). The latter two are put into the frame of the first. */
final class ClientKey {

    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_PUBLIC_KEY = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int EC_PARAMETERS = 0xa0;

    private ClientKey() {}

    /**
     * The first private key of a text.
     *
     * @throws GeneralSecurityException when there is none that is readable without a password
     */
    static PrivateKey parse(String pem) throws GeneralSecurityException {
        int begin = pem.indexOf("-----BEGIN ");
        while (begin >= 0) {
            int nameEnd = pem.indexOf("-----", begin + 11);
            String type = nameEnd < 0 ? "" : pem.substring(begin + 11, nameEnd);
            int end = pem.indexOf("-----END " + type + "-----", begin);
            if (nameEnd < 0 || end < 0) {
                break;
            }
            String body = pem.substring(nameEnd + 5, end);
            if (type.endsWith("PRIVATE KEY")) {
                return parse(type, body);
            }
            begin = pem.indexOf("-----BEGIN ", end);
        }
        throw new GeneralSecurityException("no private key found");
    }

    private static PrivateKey parse(String type, String body) throws GeneralSecurityException {
        if (body.indexOf(':') >= 0 || type.startsWith("ENCRYPTED")) {
            throw new GeneralSecurityException("the private key is encrypted");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(body);
            return switch (type) {
                case "PRIVATE KEY" -> generate(der, List.of("RSA", "EC", "EdDSA"));
                case "RSA PRIVATE KEY" -> generate(framed(RSA, der), List.of("RSA"));
                case "EC PRIVATE KEY" -> generate(framed(algorithmOfSec1(der), der), List.of("EC"));
                default -> throw new GeneralSecurityException("unknown kind of private key: " + type);
            };
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("malformed private key", e);
        }
    }

    private static PrivateKey generate(byte[] pkcs8, List<String> algorithms) throws GeneralSecurityException {
        for (String algorithm : algorithms) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // of another algorithm, or malformed
            }
        }
        throw new GeneralSecurityException("malformed private key");
    }

    /** PrivateKeyInfo of RFC 5208: version, algorithm, key. */
    private static byte[] framed(byte[] algorithm, byte[] key) {
        return tagged(SEQUENCE, joined(VERSION_0, algorithm, tagged(OCTET_STRING, key)));
    }

    /** The curve stands inside the key, in the element of tag 0 (RFC 5915, section 3). */
    private static byte[] algorithmOfSec1(byte[] der) throws GeneralSecurityException {
        try {
            ByteBuffer fields = contents(ByteBuffer.wrap(der), SEQUENCE);
            while (fields.hasRemaining()) {
                int tag = fields.get(fields.position()) & 0xff;
                ByteBuffer field = contents(fields, tag);
                if (tag == EC_PARAMETERS) {
                    byte[] curve = new byte[field.remaining()];
                    field.get(curve);
                    return tagged(SEQUENCE, joined(EC_PUBLIC_KEY, curve));
                }
            }
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException e) {
            throw new GeneralSecurityException("malformed private key", e);
        }
        throw new GeneralSecurityException("the EC key does not name its curve");
    }

    /** The contents of the next element; the buffer moves behind it. */
    private static ByteBuffer contents(ByteBuffer der, int tag) {
        if ((der.get() & 0xff) != tag) {
            throw new IllegalArgumentException("unexpected element");
        }
        int length = der.get() & 0xff;
        if (length > 0x80) {
            int bytes = length - 0x80;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = Math.addExact(Math.multiplyExact(length, 256), der.get() & 0xff);
            }
        }
        ByteBuffer contents = der.slice(der.position(), length);
        der.position(der.position() + length);
        return contents;
    }

    private static byte[] tagged(int tag, byte[] contents) {
        int length = contents.length;
        byte[] header = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return joined(header, contents);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
