package dev.sealedsecrets.crypto;

import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;

/**
 * RSA-OAEP (RFC 8017 section 7.1.2) as the bare operation of a provider, and Bouncy Castle's OAEP over it. The key is converted to
 * the provider's own form once: doing so for every operation costs as much as the operation.
 *
 * <p>Bouncy Castle looks at all of a padding before it says that it is wrong, whatever is wrong with it.
 */
final class RawRsaOpener implements BlockOpener {
    private static final String TRANSFORMATION = "RSA/ECB/NoPadding";

    private final Provider provider;
    private final Key key;
    private final BigInteger modulus;
    private final int width;

    RawRsaOpener(Provider provider, RSAPrivateKey key) {
        this.provider = provider;
        this.modulus = key.getModulus();
        this.width = (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
        try {
            this.key = KeyFactory.getInstance("RSA", provider).translateKey(key);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("the provider does not take RSA keys", e);
        }
    }

    @Override
    public Optional<SessionKey> open(byte[] block, Label label) {
        if (block.length > width || new BigInteger(1, block).compareTo(modulus) >= 0) {
            return Optional.empty();
        }
        OAEPEncoding padding =
                new OAEPEncoding(new BareOperation(), new SHA256Digest(), new SHA256Digest(), label.bytes());
        try {
            return Optional.of(SessionKey.unwrapped(padding.processBlock(block, 0, block.length)));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    /** The operation in the form in which Bouncy Castle uses it: without the one leading zero byte that a fitting result has. */
    private final class BareOperation implements AsymmetricBlockCipher {

        @Override
        public void init(boolean forEncryption, CipherParameters parameters) {
            throw new IllegalStateException("bound to one private key");
        }

        @Override
        public int getInputBlockSize() {
            return width;
        }

        @Override
        public int getOutputBlockSize() {
            return width - 1;
        }

        @Override
        @SuppressFBWarnings(
                value = "RSA_NO_PADDING",
                justification = "the padding is taken off by OAEPEncoding, which calls this")
        public byte[] processBlock(byte[] input, int offset, int length) throws InvalidCipherTextException {
            byte[] number = new byte[width];
            System.arraycopy(input, offset, number, width - length, length);
            try {
                Cipher cipher = Cipher.getInstance(TRANSFORMATION, provider);
                cipher.init(Cipher.DECRYPT_MODE, key);
                byte[] result = cipher.doFinal(number);
                if (result.length < width || result[0] != 0) {
                    return result;
                }
                byte[] padded = Arrays.copyOfRange(result, 1, result.length);
                Arrays.fill(result, (byte) 0);
                return padded;
            } catch (BadPaddingException | IllegalBlockSizeException e) {
                throw new InvalidCipherTextException("the provider does not take the number", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("bare RSA is not usable with this private key", e);
            }
        }
    }
}
