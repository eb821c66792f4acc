/** Points in time, durations, zones, and Go's layouts for reading and writing them. */
@NullMarked
package dev.sealedsecrets.template.dates;

import org.jspecify.annotations.NullMarked;
