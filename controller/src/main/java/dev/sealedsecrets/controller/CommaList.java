package dev.sealedsecrets.controller;

import java.util.Arrays;
import java.util.List;

/** A value that lists several, separated by commas. */
final class CommaList {
    private CommaList() {}

    /** The parts, trimmed, without empty ones and duplicates, in order. */
    static List<String> items(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }
}
