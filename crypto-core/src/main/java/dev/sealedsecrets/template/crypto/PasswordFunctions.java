package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.Arguments;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;

/** Password hashes (bcrypt) and derived passwords (the Master Password algorithm, version of sprig). */
final class PasswordFunctions {
    private static final int BCRYPT_COST = 10;
    private static final int BCRYPT_MAX_BYTES = 72;
    private static final int SALT_BYTES = 16;
    private static final int SCRYPT_N = 32_768;
    private static final int SCRYPT_R = 8;
    private static final int SCRYPT_P = 2;
    private static final int SCRYPT_KEY_BYTES = 64;
    private static final String SEED = "com.lyndir.masterpassword";

    /** Forms of passwords by type; each letter stands for a class of characters. */
    private static final Map<String, List<String>> FORMS = Map.of(
            "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
            "long",
                    List.of(
                            "CvcvnoCvcvCvcv",
                            "CvcvCvcvnoCvcv",
                            "CvcvCvcvCvcvno",
                            "CvccnoCvcvCvcv",
                            "CvccCvcvnoCvcv",
                            "CvccCvcvCvcvno",
                            "CvcvnoCvccCvcv",
                            "CvcvCvccnoCvcv",
                            "CvcvCvccCvcvno",
                            "CvcvnoCvcvCvcc",
                            "CvcvCvcvnoCvcc",
                            "CvcvCvcvCvccno",
                            "CvccnoCvccCvcv",
                            "CvccCvccnoCvcv",
                            "CvccCvccCvcvno",
                            "CvcvnoCvccCvcc",
                            "CvcvCvccnoCvcc",
                            "CvcvCvccCvccno",
                            "CvccnoCvcvCvcc",
                            "CvccCvcvnoCvcc",
                            "CvccCvcvCvccno"),
            "medium", List.of("CvcnoCvc", "CvcCvcno"),
            "short", List.of("Cvcn"),
            "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
            "pin", List.of("nnnn"));

    private PasswordFunctions() {}

    /** A bcrypt hash; what is too long gives a text that says so. */
    static String bcrypt(Arguments a, String password) {
        byte[] bytes = Utf8.toBytes(password);
        if (bytes.length > BCRYPT_MAX_BYTES) {
            return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
        }
        a.budget().keys(1);
        byte[] salt = new byte[SALT_BYTES];
        a.rendering().random().nextBytes(salt);
        return OpenBSDBCrypt.generate("2a", bytes, salt, BCRYPT_COST);
    }

    /** A line of an htpasswd file. */
    static String htpasswd(Arguments a) {
        String user = a.text(0);
        return user.contains(":") ? "invalid username: " + user : user + ":" + bcrypt(a, a.text(1));
    }

    /** A password of a type, from counter, master password, user and site. */
    static String derive(Arguments a) {
        List<String> forms = FORMS.get(a.text(1));
        if (forms == null) {
            return "cannot find password template " + a.text(1);
        }
        a.budget().keys(1);
        byte[] user = Utf8.toBytes(a.text(3));
        byte[] site = Utf8.toBytes(a.text(4));
        byte[] salt = ByteBuffer.allocate(SEED.length() + 4 + user.length)
                .put(SEED.getBytes(StandardCharsets.US_ASCII))
                .putInt(user.length)
                .put(user)
                .array();
        byte[] key = SCrypt.generate(Utf8.toBytes(a.text(2)), salt, SCRYPT_N, SCRYPT_R, SCRYPT_P, SCRYPT_KEY_BYTES);
        byte[] message = ByteBuffer.allocate(SEED.length() + 8 + site.length)
                .put(SEED.getBytes(StandardCharsets.US_ASCII))
                .putInt(site.length)
                .put(site)
                .putInt((int) a.integer(0))
                .array();
        byte[] seed = hmacSha256(key, message);
        String form = forms.get(Byte.toUnsignedInt(seed[0]) % forms.size());
        StringBuilder password = new StringBuilder(form.length());
        for (int i = 0; i < form.length(); i++) {
            String characters = characters(form.charAt(i));
            password.append(characters.charAt(Byte.toUnsignedInt(seed[i + 1]) % characters.length()));
        }
        return password.toString();
    }

    private static String characters(char kind) {
        return switch (kind) {
            case 'C' -> "BCDFGHJKLMNPQRSTVWXYZ";
            case 'v' -> "aeiou";
            case 'c' -> "bcdfghjklmnpqrstvwxyz";
            case 'a' -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
            case 'n' -> "0123456789";
            case 'o' -> "@&%?,=[]_:-+*$#!'^~;()/.";
            case 'x' -> "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()";
            default -> throw new IllegalArgumentException(String.valueOf(kind));
        };
    }

    private static byte[] hmacSha256(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
