package io.rapport.standalone.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/** Waits until each service reports readiness. A service that rebuilds its store is not ready. */
record ReadinessAwaiter(ServiceContexts services, LoopbackPorts ports, StartupProgress progress) {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(2);

    void await() throws InterruptedException {
        var http = HttpClient.newHttpClient();
        for (var service : ServiceDefinition.values()) {
            await(http, service);
            progress.print(service + " is ready");
        }
    }

    private void await(HttpClient http, ServiceDefinition service) throws InterruptedException {
        var started = System.nanoTime();
        var printedAt = started;
        var before = "";
        while (!isReady(http, service.baseUrl(ports))) {
            var now = System.nanoTime();
            if (now - started > TIMEOUT.toNanos()) {
                throw new StartupException("The " + service + " service is up but not ready after "
                        + TIMEOUT.toMinutes() + " minutes: see the log for the reason.");
            }
            if (now - printedAt > PROGRESS_INTERVAL.toNanos() && !before.equals(describeWaiting(service))) {
                printedAt = now;
                before = describeWaiting(service);
                progress.print(before);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private String describeWaiting(ServiceDefinition service) {
        var lag = services.lag(service);
        return lag == 0
                ? "waiting for " + service
                : String.format(Locale.ROOT, "%s is reading its topics, %,d records to go", service, lag);
    }

    private static boolean isReady(HttpClient http, String baseUrl) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
