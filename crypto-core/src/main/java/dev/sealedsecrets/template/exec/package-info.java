/** Walks a parsed template over its data: pipelines, fields, calls, control structures. */
@NullMarked
package dev.sealedsecrets.template.exec;

import org.jspecify.annotations.NullMarked;
