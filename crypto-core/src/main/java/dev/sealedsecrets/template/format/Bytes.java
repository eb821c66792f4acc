package dev.sealedsecrets.template.format;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Lists of bytes ({@code []uint8}), which some methods of dates and versions give, and byte strings. */
public final class Bytes {
    private Bytes() {}

    /** The byte string of a list of bytes. */
    public static String of(ListValue list) {
        StringBuilder s = new StringBuilder(list.size());
        for (Value item : list.items()) {
            s.append((char) ((IntValue) item).value());
        }
        return s.toString();
    }

    /** The list of the bytes of a byte string. */
    public static ListValue list(String bytes) {
        List<Value> items = new ArrayList<>(bytes.length());
        for (int i = 0; i < bytes.length(); i++) {
            items.add(new IntValue(GoType.UINT8, bytes.charAt(i)));
        }
        return ListValue.of(GoType.BYTES, items);
    }
}
