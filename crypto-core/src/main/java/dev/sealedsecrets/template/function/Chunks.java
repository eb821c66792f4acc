package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.List;

/** sprig's chunk: a list cut into lists of one size. The count is computed in floats there, sizes of 0 and below included. */
final class Chunks {
    private Chunks() {}

    static Value of(Arguments a) {
        long size = a.integer(0);
        ListValue list = ListFunctions.list(a.get(1), "Cannot chunk type ");
        int length = list.size();
        long count = GoMath.toInt(Math.floor((length - 1.0) / size) + 1);
        if (count < 0) {
            throw new GoError("runtime error: makeslice: len out of range");
        }
        a.budget().elements(count, 64);
        a.budget().elements(length, 8);
        List<Value> chunks = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long chunkSize = size;
            if (i == count - 1) {
                long rest = GoMath.toInt(Math.floor((double) length % (double) size));
                chunkSize = rest == 0 ? size : rest;
            }
            chunks.add(chunk(list, i * size, chunkSize));
        }
        return ListValue.of(GoType.LISTS, chunks);
    }

    private static ListValue chunk(ListValue list, long start, long size) {
        if (size < 0) {
            throw new GoError("runtime error: makeslice: len out of range");
        }
        if (start < 0 || start + size > list.size()) {
            throw new GoError("reflect: slice index out of range");
        }
        return ListValue.of(new ArrayList<>(list.items().subList((int) start, (int) (start + size))));
    }
}
