package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Unicode;
import dev.sealedsecrets.template.text.Utf8;

/**
 * sprig's camelcase, which is Pascal case: connectors go, the letter behind one is made large, and a run of large letters at
 * the beginning of a word keeps only the first.
 */
final class PascalCase {
    private PascalCase() {}

    static boolean isConnector(int r) {
        return r == '-' || r == '_' || Unicode.isSpace(r);
    }

    static String of(Budget budget, String s) {
        BoundedText out = new BoundedText(budget);
        int[] runes = Utf8.runes(s);
        int i = 0;
        while (i < runes.length && isConnector(runes[i])) {
            i++;
        }
        // Connectors in front stay; of a text of connectors alone the last one is written twice.
        for (int k = 0; k < i; k++) {
            out.appendRune(runes[k]);
        }
        if (i == runes.length) {
            return i == 0 ? "" : out.appendRune(runes[i - 1]).finish();
        }
        boolean inLargeRun = Unicode.isUpper(runes[i]);
        int held = Unicode.toUpper(runes[i]);
        for (i++; i < runes.length; i++) {
            int before = held;
            held = runes[i];
            if (isConnector(before)) {
                if (isConnector(held)) {
                    out.appendRune(before);
                    continue;
                }
                inLargeRun = Unicode.isUpper(held);
                held = Unicode.toUpper(held);
            } else {
                if (inLargeRun) {
                    if (Unicode.isUpper(held)) {
                        held = Unicode.toLower(held);
                    } else {
                        inLargeRun = false;
                    }
                }
                out.appendRune(before);
            }
        }
        return out.appendRune(held).finish();
    }
}
