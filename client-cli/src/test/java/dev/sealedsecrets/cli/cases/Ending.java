package dev.sealedsecrets.cli.cases;

/** How a run of the program ended, and what it wrote. */
record Ending(int exitStatus, String stdout, String stderr) {}
