package dev.sealedsecrets.controller;

import java.lang.reflect.Proxy;

/**
 * Connects {@link ProcessSignals} with the operating system. Without it SIGUSR1 kills the process, SIGTERM ends it with
 * status 143, and SIGINT counts as a request to end, where it should just kill.
 *
 * <p>The JDK offers signals only as {@code sun.misc.Signal} of the module {@code jdk.unsupported}. The compiler warns of
 * every mention and nothing suppresses that, hence the calls by reflection.
 */
final class SignalHandlers {
    private final Class<?> signal;
    private final Class<?> handler;

    private SignalHandlers() throws ClassNotFoundException {
        signal = Class.forName("sun.misc.Signal");
        handler = Class.forName("sun.misc.SignalHandler");
    }

    static void install(ProcessSignals signals) {
        try {
            SignalHandlers handlers = new SignalHandlers();
            handlers.handle("USR1", handlers.running(signals::requestKey));
            handlers.handle("TERM", handlers.running(signals::requestEnd));
            handlers.handle("INT", handlers.handler.getField("SIG_DFL").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM offers no signals", e);
        }
    }

    private void handle(String name, Object action) throws ReflectiveOperationException {
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), action);
    }

    /** A handler whose only method runs the action. */
    private Object running(Runnable action) {
        return Proxy.newProxyInstance(
                SignalHandlers.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    action.run();
                    return null;
                });
    }
}
