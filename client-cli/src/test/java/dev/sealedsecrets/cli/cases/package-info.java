/**
 * Runs the golden cases of the command line: reads a case, makes its surroundings, runs the program, and compares everything that can be observed.
 * Nothing here knows what kubeseal does; sealed items are opened with the JDK alone.
 */
@NullMarked
package dev.sealedsecrets.cli.cases;

import org.jspecify.annotations.NullMarked;
