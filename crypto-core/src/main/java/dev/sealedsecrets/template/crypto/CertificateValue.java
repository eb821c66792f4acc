package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.Kind;
import dev.sealedsecrets.template.value.MethodSet;
import dev.sealedsecrets.template.value.StructValue;
import dev.sealedsecrets.template.value.TextValue;
import java.util.List;

/**
 * A certificate with its private key, both PEM ({@code sprig.certificate}). Its {@code toString} shows neither.
 */
record CertificateValue(String certificate, String key) implements StructValue {
    static final GoType TYPE = GoType.named("sprig.certificate", Kind.STRUCT, MethodSet.NONE);

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("Cert", true, TextValue.of(certificate)), new Field("Key", true, TextValue.of(key)));
    }

    @Override
    public String toString() {
        return "certificate with key";
    }
}
