/**
 * The controller program: {@code main}, the command line and the object graph.
 *
 * <p>This package sees all packages below it and none of them sees this one: each takes what it needs as constructor
 * parameters of its own types.
 */
@NullMarked
package dev.sealedsecrets.controller;

import org.jspecify.annotations.NullMarked;
