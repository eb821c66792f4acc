import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * Prints a new P-256 key pair in PEM, first the private key, then the public one: the API server signs service account tokens
 * with the first and checks them with the second. Run as a single source file.
 */
final class ServiceAccountKey {
    public static void main(String[] arguments) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        print("PRIVATE KEY", pair.getPrivate().getEncoded());
        print("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static void print(String type, byte[] der) {
        System.out.println("-----BEGIN " + type + "-----");
        System.out.println(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
        System.out.println("-----END " + type + "-----");
    }
}
