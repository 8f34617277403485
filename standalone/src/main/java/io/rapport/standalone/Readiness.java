package io.rapport.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until each service says of itself that it is ready; one that fills its store again is not, until it has. */
record Readiness(Progress progress) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    void await(Ports ports) throws InterruptedException {
        var http = HttpClient.newHttpClient();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var service : Service.values()) {
            while (!isReady(http, service.baseUrl(ports))) {
                if (System.nanoTime() > deadline) {
                    throw new CannotStart("The " + service + " service is up but not ready after "
                            + PATIENCE.toMinutes() + " minutes: the log says why.");
                }
                Thread.sleep(PAUSE.toMillis());
            }
            progress.tell(service + " is ready");
        }
    }

    private static boolean isReady(HttpClient http, String baseUrl) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
