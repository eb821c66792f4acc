/**
 * The built controller as a black box: a process of its own with the identity and rights of its Pod, beside a real API server.
 *
 * <p>{@code ControllerCasesIT} runs the cases of the compatibility contract, which are data in {@code cases/controller}; their README
 * says where they come from and how one is read. {@code HighAvailabilityIT} runs several replicas.
 *
 * <p>{@code CaseFile} reads and checks them, {@code World} runs one group after another, {@code Steps} does what a case says,
 * {@code Checks} looks at what came of it, {@code Differences} compares.
 */
@NullMarked
package dev.sealedsecrets.blackbox;

import org.jspecify.annotations.NullMarked;
