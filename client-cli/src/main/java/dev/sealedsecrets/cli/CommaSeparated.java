package dev.sealedsecrets.cli;

import java.util.ArrayList;
import java.util.List;

/** One record of comma-separated values: double quotes keep commas, a doubled quote stands for one (RFC 4180). */
final class CommaSeparated {

    private final String text;
    private int position;

    private CommaSeparated(String text) {
        this.text = text;
    }

    /** The fields of the record; none for the empty text. */
    static List<String> parse(String text) throws FlagType.BadValue {
        if (text.isEmpty()) {
            return List.of();
        }
        return new CommaSeparated(text).fields();
    }

    private List<String> fields() throws FlagType.BadValue {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(text.startsWith("\"", position) ? quoted() : plain());
            if (position == text.length()) {
                return List.copyOf(fields);
            }
            position++; // the comma
        }
    }

    private String plain() throws FlagType.BadValue {
        int comma = text.indexOf(',', position);
        int end = comma < 0 ? text.length() : comma;
        String field = text.substring(position, end);
        int quote = field.indexOf('"');
        if (quote >= 0) {
            throw bad(position + quote, "bare \" in non-quoted field");
        }
        position = end;
        return field;
    }

    private String quoted() throws FlagType.BadValue {
        StringBuilder field = new StringBuilder();
        int start = position;
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c != '"') {
                field.append(c);
            } else if (text.startsWith("\"", position)) {
                field.append('"');
                position++;
            } else if (position == text.length() || text.charAt(position) == ',') {
                return field.toString();
            } else {
                throw bad(position - 1, "extraneous or missing \" in quoted-field");
            }
        }
        throw bad(start, "extraneous or missing \" in quoted-field");
    }

    private static FlagType.BadValue bad(int index, String problem) {
        return new FlagType.BadValue("parse error on line 1, column " + (index + 1) + ": " + problem);
    }
}
