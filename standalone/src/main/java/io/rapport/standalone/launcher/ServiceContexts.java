package io.rapport.standalone.launcher;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.web.capacity.MemoryReading;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** The Spring contexts of the gateway and the four services: started in parallel and stopped in order. */
final class ServiceContexts implements AutoCloseable {

    private final Map<ServiceDefinition, ConfigurableApplicationContext> running =
            new EnumMap<>(ServiceDefinition.class);

    /**
     * Starts all of them and returns when their ports are open.
     *
     * @param settings the properties of each service; they override its configuration file and the environment
     * @param memory the memory of the embedded store; null for an external one
     */
    void start(Function<ServiceDefinition, Map<String, String>> settings, @Nullable MemoryReading memory)
            throws InterruptedException {
        var threads = Executors.newFixedThreadPool(ServiceDefinition.values().length);
        try {
            var starting = new EnumMap<ServiceDefinition, Future<?>>(ServiceDefinition.class);
            for (var service : ServiceDefinition.values()) {
                var serviceSettings = settings.apply(service);
                starting.put(service, threads.submit(() -> start(service, serviceSettings, memory)));
            }
            for (var each : starting.entrySet()) {
                await(each.getKey(), each.getValue());
            }
        } finally {
            stop(threads);
        }
    }

    /** The number of records a service has not read yet, by its {@code lag} gauges; 0 for the gateway, which reads none. */
    long lag(ServiceDefinition service) {
        ConfigurableApplicationContext context;
        synchronized (running) {
            context = running.get(service);
        }
        if (context == null) {
            return 0;
        }
        return (long) context.getBeanProvider(MeterRegistry.class).stream()
                .flatMap(registry -> registry.find("rapport." + service + ".lag").gauges().stream())
                .mapToDouble(Gauge::value)
                .sum();
    }

    @Override
    public void close() {
        synchronized (running) {
            running.values().forEach(ConfigurableApplicationContext::close);
            running.clear();
        }
    }

    private void start(ServiceDefinition service, Map<String, String> settings, @Nullable MemoryReading memory) {
        var builder = service.application().registerShutdownHook(false);
        var application = builder.application();
        // The process has one log configuration: no service may replace or stop it.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        if (memory != null) {
            builder.initializers(context -> context.getBeanFactory().registerSingleton("memoryReading", memory));
        }
        var context = builder.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        synchronized (running) {
            running.put(service, context);
        }
    }

    private static void await(ServiceDefinition service, Future<?> start) throws InterruptedException {
        try {
            start.get();
        } catch (ExecutionException e) {
            throw new StartupException(reason(service, e), e);
        }
    }

    private static String reason(ServiceDefinition service, Throwable failure) {
        var root = failure;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return LoopbackPorts.inUse(inUse.getPort(), service.toString());
            }
            root = cause;
        }
        var sentence = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return "The " + service + " service could not start (" + root.getClass().getSimpleName() + "): " + sentence;
    }

    /** Waits for the starting threads, because what they use is closed afterwards. */
    private static void stop(ExecutorService threads) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
