package dev.sealedsecrets.controller.cluster;

import dev.sealedsecrets.crypto.Base64Text;
import dev.sealedsecrets.crypto.IllegalBase64Exception;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Secrets as the client library has them (values in base64), and as this project has them. */
final class SecretForm {
    private SecretForm() {}

    static Secret read(io.fabric8.kubernetes.api.model.Secret secret) {
        Map<String, SecretValue> data = new LinkedHashMap<>();
        if (secret.getData() != null) {
            for (Map.Entry<String, String> entry : secret.getData().entrySet()) {
                data.put(entry.getKey(), SecretValue.of(decode(entry.getValue())));
            }
        }
        return new Secret(MetadataForm.read(secret.getMetadata()), secret.getType(), secret.getImmutable(), data);
    }

    static io.fabric8.kubernetes.api.model.Secret write(Secret secret) {
        Map<String, String> data = new LinkedHashMap<>();
        for (Map.Entry<String, SecretValue> entry : secret.data().entrySet()) {
            data.put(entry.getKey(), Base64Text.encode(entry.getValue().bytes()));
        }
        io.fabric8.kubernetes.api.model.Secret written = new io.fabric8.kubernetes.api.model.Secret();
        written.setMetadata(MetadataForm.write(secret.metadata()));
        written.setType(secret.type());
        written.setImmutable(secret.immutable());
        written.setData(data);
        return written;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64Text.decode(base64);
        } catch (IllegalBase64Exception e) {
            throw new IllegalStateException("the API server sent a Secret whose data is not base64", e);
        }
    }
}
