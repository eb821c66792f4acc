package dev.sealedsecrets.controller.http;

import java.time.Duration;

/**
 * How the public endpoints are served.
 *
 * @param address where
 * @param readTimeout for a request to arrive; zero or less: any time
 * @param writeTimeout from the end of a request's head to the end of its answer; zero or less: any time
 * @param rateLimit verifications per second, at least 1
 * @param rateLimitBurst how many more than one at once, at least 0
 */
public record PublicServerSettings(
        ListenAddress address, Duration readTimeout, Duration writeTimeout, int rateLimit, int rateLimitBurst) {}
