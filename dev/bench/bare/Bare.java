import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The work of sealing one Secret with nothing around it: YAML in and out, a certificate, RSA-OAEP and AES-GCM of the JDK. */
public class Bare {
    @SuppressWarnings("unchecked")
    public static void main(String[] arguments) throws Exception {
        X509Certificate certificate;
        try (var in = Files.newInputStream(Path.of(arguments[0]))) {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        String text = Files.readString(Path.of(arguments[1]));
        var secret = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadAllFromString(text).iterator().next();
        var metadata = (Map<String, Object>) secret.get("metadata");
        byte[] label = (metadata.get("namespace") + "/" + metadata.get("name")).getBytes(StandardCharsets.UTF_8);
        Map<String, String> items = new LinkedHashMap<>();
        for (var item : ((Map<String, String>) secret.get("stringData")).entrySet()) {
            items.put(item.getKey(), seal(item.getValue(), label, certificate));
        }
        System.out.print(new Dump(DumpSettings.builder().build())
                .dumpToString(Map.of("metadata", metadata, "spec", Map.of("encryptedData", items))));
    }

    private static String seal(String value, byte[] label, X509Certificate certificate) throws Exception {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(
                Cipher.ENCRYPT_MODE,
                certificate.getPublicKey(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(label)));
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
        byte[] block = rsa.doFinal(key);
        ByteArrayOutputStream item = new ByteArrayOutputStream();
        item.write(block.length >> 8);
        item.write(block.length);
        item.write(block);
        item.write(aes.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        return Base64.getEncoder().encodeToString(item.toByteArray());
    }
}
