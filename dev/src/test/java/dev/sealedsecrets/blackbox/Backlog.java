package dev.sealedsecrets.blackbox;

import java.util.Map;
import java.util.stream.IntStream;

/** SealedSecrets of one item each, for the key {@code main}, in one namespace. */
final class Backlog {

    private final Scene scene;
    private final String path;

    /** Makes the namespace. */
    Backlog(World world, String namespace) {
        world.makeNamespaces(namespace);
        this.scene = new Scene(world, namespace);
        this.path = Kinds.collection("SealedSecret", namespace);
    }

    /** Creates the ones with these numbers. */
    void create(int from, int to) {
        Sealing sealing = new Sealing(scene);
        IntStream.range(from, to).parallel().forEach(number -> {
            Map<String, Object> step =
                    Map.of("name", "s-" + number, "key", "main", "data", Map.of("password", "value " + number));
            scene.world
                    .api
                    .request("POST", path, sealing.object(new Fields(step)))
                    .ok();
        });
    }

    /** Gives the ones with these numbers a label: what they are for does not change, their resourceVersion does. */
    void touch(int from, int to) {
        for (int number = from; number < to; number++) {
            Map<String, Object> label = Map.of("metadata", Map.of("labels", Map.of("touched", "yes")));
            scene.world.api.mergePatch(path + "/s-" + number, label).ok();
        }
    }

    /** How many are Synced. */
    long synced() {
        return scene.world.api.list(path).stream()
                .map(Fields::of)
                .map(object -> Fields.list(object.at("status").get("conditions")))
                .filter(conditions -> !conditions.isEmpty()
                        && "True".equals(Fields.of(conditions.get(0)).get("status")))
                .count();
    }
}
