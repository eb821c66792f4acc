package dev.sealedsecrets.controller;

/** The version of this program. */
final class ProgramVersion {
    private ProgramVersion() {}

    /** As the jar states it; {@code development} when the classes are not in one. */
    static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
