package io.rapport.standalone;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** The four services' Spring contexts, started side by side and stopped one after the other. */
final class Services implements AutoCloseable {

    private final Map<Service, ConfigurableApplicationContext> running = new EnumMap<>(Service.class);

    /**
     * Starts all four and returns when their ports are open.
     *
     * @param settings each service's own properties, stronger than its configuration file and the environment
     */
    void start(Function<Service, Map<String, String>> settings) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(Service.values().length);
        try {
            var starting = new EnumMap<Service, Future<?>>(Service.class);
            for (var service : Service.values()) {
                var own = settings.apply(service);
                starting.put(service, threads.submit(() -> start(service, own)));
            }
            for (var each : starting.entrySet()) {
                await(each.getKey(), each.getValue());
            }
        } finally {
            end(threads);
        }
    }

    @Override
    public void close() {
        synchronized (running) {
            running.values().forEach(ConfigurableApplicationContext::close);
            running.clear();
        }
    }

    private void start(Service service, Map<String, String> settings) {
        var builder = service.application().registerShutdownHook(false);
        var application = builder.application();
        // The process has one log, set up before: no service may set it up again or take it down.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        var context = builder.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        synchronized (running) {
            running.put(service, context);
        }
    }

    private static void await(Service service, Future<?> start) throws InterruptedException {
        try {
            start.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PortInUseException taken) {
                throw new CannotStart(
                        "Port " + taken.getPort() + " (" + service
                                + ") is in use: stop what listens there, or choose other ports with --port-base.",
                        e);
            }
            throw new CannotStart("The " + service + " service could not start: " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** What is still starting must come to an end before anything it uses is closed. */
    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
