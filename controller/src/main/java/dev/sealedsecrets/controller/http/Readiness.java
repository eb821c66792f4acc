package dev.sealedsecrets.controller.http;

import java.util.Optional;

/** Says whether the controller does its work. Called by several threads. */
@FunctionalInterface
public interface Readiness {
    /** What is missing, in a few words without values; nothing when the controller is ready. */
    Optional<String> missing();
}
