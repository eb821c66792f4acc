package dev.sealedsecrets.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The cases and groups of a folder, checked for unknown and missing keys. */
record CaseFile(Map<String, Fields> groups, List<ControllerCase> cases) {

    private static final Set<String> CASE_KEYS = Set.of(
            "name",
            "why",
            "area",
            "group",
            "controller",
            "serial",
            "steps",
            "upstream",
            "observed",
            "never_on_upstream");
    private static final Set<String> GROUP_KEYS =
            Set.of("why", "args", "env", "keys", "before", "parallel", "start", "rules", "bare");

    static CaseFile read(Path folder, Path groupFile) throws IOException {
        Map<String, Fields> groups = new LinkedHashMap<>();
        Fields.of(new Yaml().load(Files.readString(groupFile)))
                .map()
                .forEach((name, group) -> groups.put(name, Fields.of(group)));
        List<ControllerCase> cases = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (!file.toString().endsWith(".yaml")) {
                    throw new BadCaseException(file + " is no case file");
                }
                for (Object document : new Yaml().loadAll(Files.readString(file))) {
                    ControllerCase read = read(Fields.of(document), groups);
                    if (!names.add(read.name())) {
                        throw new BadCaseException(read.name() + " is there twice");
                    }
                    cases.add(read);
                }
            }
        }
        groups.forEach((name, group) -> {
            group.requireOnly("group " + name, GROUP_KEYS);
            Shapes.expectationsOf("group " + name, Fields.list(group.get("before")));
        });
        return new CaseFile(groups, cases);
    }

    private static ControllerCase read(Fields document, Map<String, Fields> groups) {
        String name = document.text("name");
        document.requireOnly(name, CASE_KEYS);
        boolean alone = document.has("controller");
        String group = alone ? "=" + name : document.text("group");
        if (alone) {
            groups.put(group, document.at("controller"));
        } else if (!groups.containsKey(group)) {
            throw new BadCaseException(name + ": no group " + group);
        }
        List<?> steps = Fields.list(document.get("steps"));
        if (Shapes.expectationsOf(name, steps) == 0) {
            throw new BadCaseException(name + " expects nothing");
        }
        return new ControllerCase(name, document.text("why"), group, document.isOn("serial"), alone, steps);
    }
}
