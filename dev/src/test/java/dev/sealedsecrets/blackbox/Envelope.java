package dev.sealedsecrets.blackbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** The sealed item once more, written for the cases alone, so that a mistake of ours does not confirm itself. */
final class Envelope {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Envelope() {}

    static String seal(PublicKey key, byte[] plaintext, String label, int sessionBytes) {
        try {
            byte[] session = new byte[sessionBytes];
            RANDOM.nextBytes(session);
            Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
            rsa.init(Cipher.ENCRYPT_MODE, key, oaep(label));
            byte[] block = rsa.doFinal(session);
            ByteArrayOutputStream item = new ByteArrayOutputStream();
            item.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) block.length).array());
            item.writeBytes(block);
            item.writeBytes(gcm(Cipher.ENCRYPT_MODE, session).doFinal(plaintext));
            return Base64.getEncoder().encodeToString(item.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] open(PrivateKey key, String item, String label) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(item);
        int cut = 2 + Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort());
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.DECRYPT_MODE, key, oaep(label));
        byte[] session = rsa.doFinal(Arrays.copyOfRange(bytes, 2, cut));
        return gcm(Cipher.DECRYPT_MODE, session).doFinal(bytes, cut, bytes.length - cut);
    }

    private static AlgorithmParameterSpec oaep(String label) {
        return new OAEPParameterSpec(
                "SHA-256",
                "MGF1",
                MGF1ParameterSpec.SHA256,
                new PSource.PSpecified(label.getBytes(StandardCharsets.UTF_8)));
    }

    private static Cipher gcm(int mode, byte[] session) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(session, "AES"), new GCMParameterSpec(128, new byte[12]));
        return cipher;
    }
}
