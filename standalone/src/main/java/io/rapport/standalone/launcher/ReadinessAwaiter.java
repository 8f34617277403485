package io.rapport.standalone.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/** Waits until each service says of itself that it is ready; one that fills its store again is not, until it has. */
record ReadinessAwaiter(ServiceContexts services, LoopbackPorts ports, StartupProgress progress) {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration TELLING = Duration.ofSeconds(2);

    void await() throws InterruptedException {
        var http = HttpClient.newHttpClient();
        for (var service : ServiceDefinition.values()) {
            await(http, service);
            progress.print(service + " is ready");
        }
    }

    private void await(HttpClient http, ServiceDefinition service) throws InterruptedException {
        var started = System.nanoTime();
        var told = started;
        var before = "";
        while (!isReady(http, service.baseUrl(ports))) {
            var now = System.nanoTime();
            if (now - started > PATIENCE.toNanos()) {
                throw new StartupException("The " + service + " service is up but not ready after "
                        + PATIENCE.toMinutes() + " minutes: the log says why.");
            }
            if (now - told > TELLING.toNanos() && !before.equals(describeWaiting(service))) {
                told = now;
                before = describeWaiting(service);
                progress.print(before);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private String describeWaiting(ServiceDefinition service) {
        var behind = services.behind(service);
        return behind == 0
                ? "waiting for " + service
                : String.format(Locale.ROOT, "%s is reading its topics, %,d records to go", service, behind);
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
