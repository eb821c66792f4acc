package dev.sealedsecrets.cli;

import java.util.Map;

/** The environment variables that stand for flags: {@code SEALED_SECRETS_} and the name in capitals. */
final class FlagVariables {

    private FlagVariables() {}

    /**
     * The flags that variables set. A variable that is set to the empty text is set.
     *
     * @throws CommandException usage error: a value that the flag would not accept either
     */
    static FlagValues read(FlagSet flags, Map<String, String> environment) throws CommandException {
        FlagValues values = new FlagValues();
        for (Flag flag : flags.all()) {
            String variable = flag.variable().orElse("");
            String text = environment.get(variable);
            if (text == null || variable.isEmpty()) {
                continue;
            }
            try {
                values.add(flag, flag.type().parse(text));
            } catch (FlagType.BadValue e) {
                throw CommandException.usage("invalid value " + Quoted.of(text) + " of the environment variable "
                        + variable + ": " + e.getMessage());
            }
        }
        return values;
    }
}
