/**
 * Secrets and SealedSecrets as objects of the API, and the ways between them: {@link dev.sealedsecrets.resource.Documents}
 * reads JSON and YAML 1.1 into a {@link dev.sealedsecrets.resource.Tree}, {@link dev.sealedsecrets.resource.Secret} and {@link
 * dev.sealedsecrets.resource.SealedSecret} decode it, {@link dev.sealedsecrets.resource.SecretSealer}, {@link
 * dev.sealedsecrets.resource.SecretUnsealer} and {@link dev.sealedsecrets.resource.Reencryptor} turn one into the other, and
 * {@link dev.sealedsecrets.resource.ObjectWriter} writes JSON and YAML.
 *
 * <p>Nothing here talks to a cluster, binds data by reflection or knows the template language: the latter is plugged in as a
 * {@link dev.sealedsecrets.resource.TemplateRenderer}.
 */
@NullMarked
package dev.sealedsecrets.resource;

import org.jspecify.annotations.NullMarked;
