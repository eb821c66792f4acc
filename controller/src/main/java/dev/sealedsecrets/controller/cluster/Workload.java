package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What makes Pods from a template: a Deployment, a StatefulSet or a DaemonSet.
 *
 * @param annotations its own
 * @param podAnnotations those of its Pod template
 * @param secrets names of the Secrets that its Pods mount or have in their environment
 */
public record Workload(
        Kind kind,
        ObjectKey key,
        Map<String, String> annotations,
        Map<String, String> podAnnotations,
        Set<String> secrets) {

    /** The kinds, as the API names them. */
    public enum Kind {
        /** apps/v1 Deployment. */
        DEPLOYMENT("Deployment"),
        /** apps/v1 StatefulSet. */
        STATEFUL_SET("StatefulSet"),
        /** apps/v1 DaemonSet. */
        DAEMON_SET("DaemonSet");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The kind in the API. */
        public String text() {
            return text;
        }
    }

    /** For people: {@code Deployment web}. */
    public String name() {
        return kind.text() + " " + key.name();
    }

    static Workload read(Kind kind, HasMetadata object, PodTemplateSpec template) {
        Map<String, String> podAnnotations = template.getMetadata() == null
                ? Map.of()
                : Objects.requireNonNullElse(template.getMetadata().getAnnotations(), Map.of());
        return new Workload(
                kind,
                new ObjectKey(
                        object.getMetadata().getNamespace(),
                        object.getMetadata().getName()),
                Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of()),
                podAnnotations,
                template.getSpec() == null ? Set.of() : secretsOf(template.getSpec()));
    }

    private static Set<String> secretsOf(PodSpec pod) {
        Set<String> names = new TreeSet<>();
        pod.getVolumes().forEach(volume -> {
            if (volume.getSecret() != null) {
                add(names, volume.getSecret().getSecretName());
            }
            if (volume.getProjected() != null) {
                volume.getProjected().getSources().stream()
                        .filter(source -> source.getSecret() != null)
                        .forEach(source -> add(names, source.getSecret().getName()));
            }
        });
        Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .forEach(container -> addEnvironment(names, container));
        return names;
    }

    private static void addEnvironment(Set<String> names, Container container) {
        container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null)
                .forEach(variable ->
                        add(names, variable.getValueFrom().getSecretKeyRef().getName()));
        container.getEnvFrom().stream()
                .filter(source -> source.getSecretRef() != null)
                .forEach(source -> add(names, source.getSecretRef().getName()));
    }

    private static void add(Set<String> names, String name) {
        Optional.ofNullable(name).ifPresent(names::add);
    }
}
