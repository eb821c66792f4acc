package dev.sealedsecrets.template.value;

import dev.sealedsecrets.template.limit.Budget;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What functions may use of the rendering they run in.
 *
 * @param budget what is left of the limits
 * @param random where random functions take their bits from
 * @param clock what the time functions read
 */
public record Rendering(Budget budget, RandomGenerator random, InstantSource clock) {}
