package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Base64Text;
import dev.sealedsecrets.crypto.IllegalBase64Exception;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a tag makes of a scalar. Tags of the core types are kept, all others mean text; tags of collections mean nothing. */
final class YamlTags {
    private static final String CORE = "tag:yaml.org,2002:";

    private YamlTags() {}

    static boolean isMerge(@Nullable String tag, boolean plain) {
        return tag == null ? plain : tag.equals(CORE + "merge");
    }

    /** The value of a scalar; null if the text is not what the tag says. */
    static @Nullable Tree scalar(@Nullable String tag, boolean plain, String written) {
        if (tag == null) {
            return plain ? YamlScalars.resolve(written) : new Tree.Text(written);
        }
        if (!tag.startsWith(CORE)) {
            return new Tree.Text(written);
        }
        Tree resolved = YamlScalars.resolve(written);
        return switch (tag.substring(CORE.length())) {
            case "int", "float" -> resolved instanceof Tree.Numeral ? resolved : null;
            case "bool" -> resolved instanceof Tree.Bool ? resolved : null;
            case "null" -> resolved instanceof Tree.Null ? resolved : null;
            case "binary" -> binary(written);
            default -> new Tree.Text(written);
        };
    }

    /** The bytes that the base64 stands for, if they are the UTF-8 of a text. */
    private static @Nullable Tree binary(String written) {
        try {
            byte[] bytes = Base64Text.decode(written);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)) ? new Tree.Text(text) : null;
        } catch (IllegalBase64Exception e) {
            return null;
        }
    }
}
