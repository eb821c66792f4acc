package dev.sealedsecrets.blackbox;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The cases of the controller's contract. */
@EnabledIfEnvironmentVariable(named = "SEALED_SECRETS_CONTROL_PLANE", matches = ".+")
@EnabledIfEnvironmentVariable(named = "CONTROL_PLANE_HOST_IP", matches = ".+")
class ControllerCasesIT {

    private static final Path RESOURCES = Path.of("src/test/resources/cases");
    private static final int AT_A_TIME = 10;

    @TempDir
    static Path folder;

    private static ControllerUnderTest controller;
    private static World world;

    @BeforeAll
    static void install() throws Exception {
        Process process = new ProcessBuilder("../dev/control-plane", "install")
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("the manifests could not be installed");
        }
        controller = new ControllerUnderTest(folder);
        world = new World(controller);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.clear();
        }
    }

    @TestFactory
    Stream<DynamicNode> cases() throws IOException {
        CaseFile file = CaseFile.read(RESOURCES.resolve("controller"), RESOURCES.resolve("controller-groups.yaml"));
        String only = System.getProperty("cases.only", "");
        return file.groups().entrySet().stream().map(group -> {
            List<ControllerCase> members = file.cases().stream()
                    .filter(each -> each.group().equals(group.getKey()))
                    .filter(each -> each.name().matches(only.isEmpty() ? ".*" : only))
                    .toList();
            return dynamicContainer(group.getKey(), tests(group.getKey(), group.getValue(), members));
        });
    }

    /** A group begins with its first test; what may run side by side does so from then on. */
    private static Stream<DynamicTest> tests(String name, Fields group, List<ControllerCase> members) {
        Map<String, Future<?>> running = new HashMap<>();
        List<ControllerCase> ordered = new ArrayList<>(members);
        ordered.sort((a, b) -> Boolean.compare(a.serial(), b.serial()));
        List<DynamicTest> tests = new ArrayList<>();
        for (ControllerCase each : ordered) {
            boolean first = tests.isEmpty();
            tests.add(dynamicTest(each.name(), () -> {
                if (first) {
                    world.begin(name, group);
                    if (group.isOn("parallel")) {
                        startTogether(name, ordered, running);
                    }
                }
                Future<?> future = running.get(each.name());
                if (future == null) {
                    if (!controller.isAlive()) {
                        world.startAgain(group);
                    }
                    run(name, each);
                } else {
                    await(future);
                }
            }));
        }
        return tests.stream();
    }

    private static void startTogether(String name, List<ControllerCase> members, Map<String, Future<?>> running) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        for (ControllerCase member : members) {
            if (!member.serial()) {
                running.put(member.name(), threads.submit(() -> run(name, member)));
            }
        }
        threads.shutdown();
    }

    private static void await(Future<?> future) throws Throwable {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void run(String name, ControllerCase each) {
        String namespace = each.alone() ? "g-" + name.replaceAll("[^a-z0-9-]", "") : "c-" + each.name();
        world.makeNamespaces(namespace);
        Steps steps = new Steps(world, namespace);
        try {
            steps.run(each.steps());
        } catch (AssertionError e) {
            throw new AssertionError(each.why() + ": " + e.getMessage(), e);
        }
        if (!controller.isStopped() && !controller.isAlive()) {
            throw new AssertionError("the controller has ended: " + controller.logText("stderr"));
        }
    }
}
