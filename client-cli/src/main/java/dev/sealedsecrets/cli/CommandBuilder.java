package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.CertificateFile;
import dev.sealedsecrets.client.CertificateRules;
import dev.sealedsecrets.client.CertificateSource;
import dev.sealedsecrets.client.CertificateUrl;
import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.ControllerCertificate;
import dev.sealedsecrets.client.FileReplacement;
import dev.sealedsecrets.client.NamespaceRule;
import dev.sealedsecrets.client.OutputFormat;
import dev.sealedsecrets.client.SealingOptions;
import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ControllerAddress;
import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the command from its flags: the object graph of one run. */
final class CommandBuilder {

    private final CommandEnvironment environment;
    private final Notices notices;
    private final FlagValues flags;
    private final Input input;
    private final Output output;
    private final ClusterAccess cluster;

    CommandBuilder(CommandEnvironment environment, Notices notices, FlagValues flags, Input input, Output output) {
        this.environment = environment;
        this.notices = notices;
        this.flags = flags;
        this.input = input;
        this.output = output;
        this.cluster = new ClusterFlags(environment, flags).access();
    }

    Command build() throws CommandException, ClientException {
        if (flags.isOn(CommandFlags.RECOVERY_UNSEAL)) {
            return new UnsealCommand(
                    environment, flags.list(CommandFlags.RECOVERY_PRIVATE_KEY), input, output, format());
        }
        if (flags.isOn(CommandFlags.VALIDATE)) {
            refuseOutputFile("--validate");
            return new ValidateCommand(cluster, controller(), input);
        }
        if (flags.isOn(CommandFlags.RE_ENCRYPT) || flags.isOn(CommandFlags.ROTATE)) {
            return reEncrypt();
        }
        if (flags.isOn(CommandFlags.FETCH_CERT)) {
            return new FetchCertificateCommand(certificateSource(), certificateRules(), output);
        }
        SealingCertificates certificates =
                new SealingCertificates(certificateSource(), certificateRules(), environment.clock(), notices);
        if (!flags.text(CommandFlags.MERGE_INTO).isEmpty()) {
            refuseOutputFile("--merge-into");
            return new MergeCommand(
                    environment,
                    certificates,
                    input,
                    flags.text(CommandFlags.MERGE_INTO),
                    options(),
                    namespaces(),
                    formatOfFlag());
        }
        if (flags.isOn(CommandFlags.RAW)) {
            return raw(certificates);
        }
        return new SealCommand(environment.random(), certificates, input, output, options(), namespaces(), format());
    }

    private Command raw(SealingCertificates certificates) throws CommandException {
        if (!flags.text(CommandFlags.SECRET_FILE).isEmpty()) {
            throw CommandException.failure(
                    "--secret-file cannot be used with --raw, use --from-file",
                    "--from-file FILE seals the contents of FILE as one value");
        }
        List<String> files = flags.list(CommandFlags.FROM_FILE);
        if (files.size() > 1) {
            throw CommandException.failure(
                    "must provide only one --from-file when encrypting a single item with --raw");
        }
        return new SealValueCommand(
                environment,
                certificates,
                files.isEmpty() ? "" : files.get(0),
                input,
                output,
                new SealValueCommand.Target(scope(), namespaces(), flags.text(CommandFlags.NAME)));
    }

    /** Without {@code -w}, an input file is rewritten in place. */
    private Command reEncrypt() throws CommandException, ClientException {
        String file = flags.text(CommandFlags.SECRET_FILE);
        boolean inPlace =
                !file.isEmpty() && flags.text(CommandFlags.SEALED_SECRET_FILE).isEmpty();
        Output target =
                inPlace ? new Output.File(FileReplacement.with(FileNames.resolve(environment, file), file)) : output;
        OutputFormat format = inPlace ? formatFor(file) : format();
        return new ReEncryptCommand(cluster, controller(), input, target, format);
    }

    private CertificateSource certificateSource() throws CommandException {
        String name = flags.text(CommandFlags.CERT);
        String authorities = flags.text(CommandFlags.CERT_CA);
        if (!authorities.isEmpty() && !name.toLowerCase(Locale.ROOT).startsWith("https://")) {
            throw CommandException.failure("--cert-ca needs --cert with an https:// URL");
        }
        if (name.isEmpty()) {
            return new ControllerCertificate(cluster, controller());
        }
        if (CertificateUrl.isUrl(name)) {
            return new CertificateUrl(name, downloadVariables(authorities), ClusterFlags.downloadTimeout(flags));
        }
        return new CertificateFile(FileNames.resolve(environment, name), name);
    }

    private Map<String, String> downloadVariables(String authorities) throws CommandException {
        Map<String, String> variables = new HashMap<>(environment.variables());
        if (!authorities.isEmpty()) {
            variables.put(
                    "SSL_CERT_FILE", FileNames.resolve(environment, authorities).toString());
        }
        return variables;
    }

    private CertificateRules certificateRules() throws CommandException {
        String text = flags.text(CommandFlags.CERT_FINGERPRINT);
        boolean allowExpired = flags.isOn(CommandFlags.ALLOW_EXPIRED_CERT);
        if (text.isEmpty()) {
            return allowExpired ? new CertificateRules(null, true) : CertificateRules.USUAL;
        }
        Fingerprint pinned = Fingerprint.parse(text)
                .orElseThrow(() -> CommandException.failure(
                        "--cert-fingerprint: " + Quoted.of(text) + " is not SHA256: and 43 characters of base64",
                        "ssh-keygen -l -f shows fingerprints in this form"));
        return new CertificateRules(pinned, allowExpired);
    }

    private ControllerAddress controller() {
        return new ControllerAddress(
                flags.text(CommandFlags.CONTROLLER_NAMESPACE), flags.text(CommandFlags.CONTROLLER_NAME));
    }

    private NamespaceRule namespaces() {
        return new NamespaceRule(flags.text(ConnectionFlags.NAMESPACE), cluster);
    }

    private SealingOptions options() {
        Scope scope = scope();
        return new SealingOptions(
                scope == Scope.STRICT ? null : scope,
                flags.text(CommandFlags.NAME),
                flags.isOn(CommandFlags.ALLOW_EMPTY_DATA));
    }

    private Scope scope() {
        return Scope.parse(flags.text(CommandFlags.SCOPE)).orElse(Scope.STRICT);
    }

    private OutputFormat format() throws CommandException {
        return formatFor(flags.text(CommandFlags.SEALED_SECRET_FILE));
    }

    /** The extension of a YAML file decides, whatever the flag says. */
    private OutputFormat formatFor(String file) throws CommandException {
        OutputFormat ofName = OutputFormat.ofFile(file);
        return ofName == OutputFormat.YAML ? ofName : formatOfFlag();
    }

    private OutputFormat formatOfFlag() throws CommandException {
        String text = flags.text(CommandFlags.FORMAT);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "json", "" -> OutputFormat.JSON;
            case "yaml" -> OutputFormat.YAML;
            default -> throw CommandException.failure("unsupported output format: " + text);
        };
    }

    private void refuseOutputFile(String flag) throws CommandException {
        @Nullable String file = flags.text(CommandFlags.SEALED_SECRET_FILE);
        if (!file.isEmpty()) {
            throw CommandException.failure("--sealed-secret-file cannot be used with " + flag + ": it has no output");
        }
    }
}
