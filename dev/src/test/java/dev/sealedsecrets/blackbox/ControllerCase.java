package dev.sealedsecrets.blackbox;

import java.util.List;

/**
 * One case of the contract.
 *
 * @param expectations how many expectations its steps hold at least
 */
record ControllerCase(
        String name, String why, String group, boolean serial, boolean alone, List<?> steps, int expectations) {}
