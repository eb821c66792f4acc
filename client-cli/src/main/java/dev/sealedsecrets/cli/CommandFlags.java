package dev.sealedsecrets.cli;

import java.util.List;

/** The flags that say what kubeseal does and with which files (compatibility contract, section 2). */
final class CommandFlags {

    static final Flag CERT = Flag.text(
            "cert",
            "Certificate to seal with: a file, or a file://, http:// or https:// URL. Fetched from the controller if not given");
    static final Flag CERT_FINGERPRINT = Flag.text(
            "cert-fingerprint", "Refuse any certificate that is not for the key with this fingerprint (SHA256:...)");
    static final Flag CERT_CA =
            Flag.text("cert-ca", "File with further authorities, in PEM, to trust for a --cert URL with https");
    static final Flag ALLOW_EXPIRED_CERT =
            Flag.onOff("allow-expired-cert", "Seal with a certificate that has expired; its key opens as before");
    static final Flag CONTROLLER_NAMESPACE =
            Flag.of("controller-namespace", FlagType.TEXT, "kube-system", "Namespace of the controller's Service");
    static final Flag CONTROLLER_NAME =
            Flag.of("controller-name", FlagType.TEXT, "sealed-secrets-controller", "Name of the controller's Service");
    static final Flag FORMAT = Flag.of("format", FlagType.TEXT, "json", "Output format: json or yaml")
            .or("o");
    static final Flag SEALED_SECRET_FILE = Flag.text(
                    "sealed-secret-file", "Write the result to this file instead of standard output")
            .or("w");
    static final Flag SECRET_FILE =
            Flag.text("secret-file", "Read this file instead of standard input").or("f");
    static final Flag FETCH_CERT = Flag.onOff("fetch-cert", "Print the certificate, to be kept and used with --cert");
    static final Flag ALLOW_EMPTY_DATA = Flag.onOff("allow-empty-data", "Accept Secrets without data");
    static final Flag VALIDATE = Flag.onOff("validate", "Ask the controller whether it can decrypt the SealedSecret");
    static final Flag MERGE_INTO =
            Flag.text("merge-into", "Seal the input and add its items to this SealedSecret file");
    static final Flag RAW = Flag.onOff("raw", "Seal one value, taken as it is, and print the item alone");
    static final Flag NAME = Flag.text(
            "name", "Name of the SealedSecret: needed with --raw and --scope strict, else replaces the input's");
    static final Flag FROM_FILE = Flag.of(
            "from-file", FlagType.COMMA_LIST, "", "Source of the value with --raw: a file, optionally as key=file");
    static final Flag SCOPE = Flag.of(
            "scope",
            FlagType.SCOPE,
            "strict",
            "Where the result may be opened: strict, namespace-wide or cluster-wide");
    static final Flag RE_ENCRYPT =
            Flag.onOff("re-encrypt", "Let the controller seal the items again with its newest key");
    static final Flag ROTATE = Flag.onOff("rotate", "Old name of --re-encrypt").from(Flag.Source.HIDDEN);
    static final Flag RECOVERY_UNSEAL = Flag.onOff(
            "recovery-unseal", "Open a SealedSecret with the keys of --recovery-private-key, without cluster");
    static final Flag RECOVERY_PRIVATE_KEY = Flag.of(
            "recovery-private-key",
            FlagType.COMMA_LIST,
            "",
            "Files with the controller's private keys: PEM, or the key Secrets");
    static final Flag VERSION = Flag.onOff("version", "Print the version").from(Flag.Source.COMMAND_LINE);
    static final Flag HELP = Flag.onOff("help", "Print this text").or("h").from(Flag.Source.COMMAND_LINE);

    static final List<Flag> ALL = List.of(
            CERT,
            CERT_FINGERPRINT,
            CERT_CA,
            ALLOW_EXPIRED_CERT,
            CONTROLLER_NAMESPACE,
            CONTROLLER_NAME,
            FORMAT,
            SEALED_SECRET_FILE,
            SECRET_FILE,
            FETCH_CERT,
            ALLOW_EMPTY_DATA,
            VALIDATE,
            MERGE_INTO,
            RAW,
            NAME,
            FROM_FILE,
            SCOPE,
            RE_ENCRYPT,
            ROTATE,
            RECOVERY_UNSEAL,
            RECOVERY_PRIVATE_KEY,
            VERSION,
            HELP);

    private CommandFlags() {}
}
