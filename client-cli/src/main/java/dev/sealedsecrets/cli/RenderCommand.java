package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputFile;
import dev.sealedsecrets.client.InputObjects;
import dev.sealedsecrets.client.OutputFormat;
import dev.sealedsecrets.client.TemplatePreview;
import dev.sealedsecrets.client.TemplateValues;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code kubeseal template render}: what the controller would make of templates, with given values and without keys. */
record RenderCommand(CommandEnvironment environment, Notices notices, FlagValues flags, Output output)
        implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        Map<String, byte[]> values = values();
        String template = flags.text(TemplateFlags.TEMPLATE);
        output.write(template.isEmpty() ? ofSealedSecret(values) : ofTemplate(template, values));
    }

    private Map<String, byte[]> values() throws CommandException, ClientException {
        String file = flags.text(TemplateFlags.VALUES);
        return file.isEmpty() ? Map.of() : TemplateValues.read(read(file), file);
    }

    private byte[] read(String file) throws CommandException, ClientException {
        return InputFile.read(FileNames.resolve(environment, file), file);
    }

    private byte[] ofTemplate(String file, Map<String, byte[]> values) throws CommandException, ClientException {
        if (!flags.text(TemplateFlags.FILE).isEmpty() || flags.isSet(TemplateFlags.KEY)) {
            throw CommandException.failure("--template cannot be used with --file or --key: it is one template alone");
        }
        Path path = FileNames.resolve(environment, file);
        String text = new String(InputFile.read(path, file), StandardCharsets.UTF_8);
        return new TemplatePreview().render(String.valueOf(path.getFileName()), text, values);
    }

    private byte[] ofSealedSecret(Map<String, byte[]> values) throws CommandException, ClientException {
        OutputFormat format = format();
        String file = flags.text(TemplateFlags.FILE);
        String source = file.isEmpty() ? "standard input" : file;
        byte[] content = file.isEmpty() ? Input.standard(environment, notices).readObjects() : read(file);
        List<SealedSecret> objects = InputObjects.read(content, source).sealedSecrets();
        if (objects.size() != 1) {
            throw CommandException.failure(
                    source + ": expected a single SealedSecret, found " + objects.size() + " objects");
        }
        Secret secret = new TemplatePreview().render(objects.get(0), values);
        if (!flags.isSet(TemplateFlags.KEY)) {
            return format.writeSecrets(List.of(secret));
        }
        String key = flags.text(TemplateFlags.KEY);
        SecretValue value = secret.data().get(key);
        if (value == null) {
            throw CommandException.failure(
                    "the Secret has no entry " + Quoted.of(key),
                    "it has: " + String.join(", ", secret.data().keySet()));
        }
        return value.bytes();
    }

    private OutputFormat format() throws CommandException {
        String text = flags.text(TemplateFlags.FORMAT);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "json" -> OutputFormat.JSON;
            case "yaml" -> OutputFormat.YAML;
            default -> throw CommandException.failure("unsupported output format: " + text);
        };
    }
}
