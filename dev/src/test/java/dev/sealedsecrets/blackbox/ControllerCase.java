package dev.sealedsecrets.blackbox;

import java.util.List;

/** One case of the contract. */
record ControllerCase(String name, String why, String group, boolean serial, boolean alone, List<?> steps) {}
