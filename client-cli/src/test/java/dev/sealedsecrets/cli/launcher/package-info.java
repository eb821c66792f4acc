/** Tests of the executable that people run: the shell script around the program, and the Java it finds. */
@NullMarked
package dev.sealedsecrets.cli.launcher;

import org.jspecify.annotations.NullMarked;
