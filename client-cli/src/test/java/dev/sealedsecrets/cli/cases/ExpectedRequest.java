package dev.sealedsecrets.cli.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that the program must make.
 *
 * @param line method and path with query
 * @param absentHeaders names of headers that must not be sent
 * @param body JSON as maps, lists, texts, numbers, booleans and nulls, with placeholders in texts
 * @param isOptional whether it may also be left out
 */
record ExpectedRequest(
        String line,
        Map<String, HeaderRule> headers,
        List<String> absentHeaders,
        Optional<Object> body,
        boolean isOptional) {}
