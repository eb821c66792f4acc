package dev.sealedsecrets.resource;

import java.util.List;

/** The metadata of a Secret that comes out of a SealedSecret. */
final class SecretMetadata {
    private SecretMetadata() {}

    /**
     * The given metadata without server fields, under the name of the SealedSecret and owned by it. If the template asks for no owner
     * reference, those of the given metadata stay.
     */
    static ObjectMeta of(ObjectMeta metadata, SealedSecret sealed) {
        ObjectMetaEditor result = metadata.withoutServerFields()
                .edit()
                .name(sealed.metadata().name())
                .namespace(sealed.metadata().namespace());
        if (!sealed.template().metadata().skipsOwnerReferences()) {
            result.ownerReferences(List.of(OwnerReference.toSealedSecret(sealed.metadata())));
        }
        return result.done();
    }
}
