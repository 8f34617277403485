package io.rapport.benchmarks.report;

import static io.rapport.benchmarks.BenchmarkOutput.percentile;
import static io.rapport.benchmarks.BenchmarkOutput.print;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** Requests to report, one after the other over one connection, and their durations. */
final class MeasuredRequests {

    private static final int OK = 200;
    private static final int WARM_UP = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    MeasuredRequests(URI base) {
        this.base = base;
    }

    /** Measures requests and prints percentiles; the first ones, at most 20, are not counted. */
    void measure(String label, int count, IntFunction<String> path) throws IOException, InterruptedException {
        for (var i = 0; i < Math.min(WARM_UP, count); i++) {
            get(path.apply(count + i));
        }
        var millis = new ArrayList<Double>();
        var bytes = 0L;
        for (var i = 0; i < count; i++) {
            var start = System.nanoTime();
            bytes += get(path.apply(i)).length();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        millis.sort(null);
        print(
                "%-44s p50 %7.1f  p99 %7.1f  max %7.1f ms   %,d requests, %,d characters each",
                label, percentile(millis, 50), percentile(millis, 99), millis.get(count - 1), count, bytes / count);
    }

    /** Measures one request that is not repeated. */
    void measureOnce(String label, String path) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var response = http.send(request(path), BodyHandlers.ofByteArray());
        requireOk(path, response);
        print("%-44s %.1f ms   %,d bytes", label, (System.nanoTime() - start) / 1e6, response.body().length);
    }

    /** Reads a long response without keeping it; returns the number of its lines. */
    long countLines(String path) throws IOException, InterruptedException {
        var response = http.send(request(path), BodyHandlers.ofLines());
        requireOk(path, response);
        return response.body().count();
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return Json.mapper().readTree(get(path));
    }

    private String get(String path) throws IOException, InterruptedException {
        var response = http.send(request(path), BodyHandlers.ofString());
        requireOk(path, response);
        return response.body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .build();
    }

    private static void requireOk(String path, HttpResponse<?> response) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode());
        }
    }
}
