package dev.sealedsecrets.controller.http;

import java.time.Duration;

/**
 * What a server allows its callers.
 *
 * @param threads that answer
 * @param connections open at a time
 * @param readTimeout for a request to arrive, and for a connection to be idle; zero or less: any time
 * @param writeTimeout from the end of a request's head to the end of its answer; zero or less: any time
 */
record ServerLimits(int threads, int connections, Duration readTimeout, Duration writeTimeout) {}
