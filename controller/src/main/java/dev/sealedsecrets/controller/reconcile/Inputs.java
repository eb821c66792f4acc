package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.resource.ObjectMeta;

/**
 * What of a SealedSecret decides about its Secret. While it stays the same, so does the Secret that is made from it.
 *
 * @param generation counts the changes of the spec
 * @param scope from the annotations, which do not change the generation
 */
record Inputs(String uid, long generation, Scope scope) {
    static Inputs of(ObjectMeta metadata) {
        return new Inputs(metadata.uid(), metadata.generation(), metadata.scope());
    }
}
