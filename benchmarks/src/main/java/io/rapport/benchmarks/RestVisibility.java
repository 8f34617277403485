package io.rapport.benchmarks;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/** How soon a changed score of some people is visible over report's REST API: their figures are read again and again until they change. */
final class RestVisibility implements AutoCloseable {

    /** Asking all the time would take a core from what is measured. */
    private static final long PAUSE_MILLIS = 100;

    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final MeasuredInstallation installation;
    private final HttpClient http;
    private final Map<Person, String> before = new HashMap<>();
    private final BlockingQueue<Accepted> accepted = new LinkedBlockingQueue<>();
    private final FutureTask<List<Double>> following = new FutureTask<>(this::follow);
    private final Thread thread = new Thread(following, "rest-visibility");
    private volatile boolean complete;

    RestVisibility(MeasuredInstallation installation, HttpClient http) {
        this.installation = installation;
        this.http = http;
    }

    /** A person of a brand. */
    record Person(String brand, String id) {}

    private record Accepted(Person person, long at) {}

    /** Reads the present figures of people. */
    void start(List<Person> people) {
        people.forEach(person -> before.put(person, figures(person)));
        thread.start();
    }

    /** Notes that an engagement of one of the people was accepted at a time of {@link System#nanoTime}. */
    void accepted(Person person, long at) {
        accepted.add(new Accepted(person, at));
    }

    /**
     * Waits until the figures of all people have changed; returns the times from acceptance, ascending, in milliseconds. Fails if they
     * could not be read or did not change in time, because some times would be missing.
     */
    List<Double> await() throws InterruptedException, ExecutionException {
        complete = true;
        return following.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private List<Double> follow() throws InterruptedException {
        var waiting = new ArrayList<Accepted>();
        var millis = new ArrayList<Double>();
        while (!complete || !waiting.isEmpty() || !accepted.isEmpty()) {
            accepted.drainTo(waiting);
            waiting.removeIf(engagement -> isVisible(engagement, millis));
            Thread.sleep(PAUSE_MILLIS);
        }
        millis.sort(null);
        return millis;
    }

    /** Adds the time from acceptance if the figures have changed. */
    private boolean isVisible(Accepted engagement, List<Double> millis) {
        var elapsed = System.nanoTime() - engagement.at;
        if (elapsed > LIMIT_NANOS) {
            throw new IllegalStateException("The figures of " + engagement.person + " have not changed for a minute");
        }
        if (figures(engagement.person).equals(before.get(engagement.person))) {
            return false;
        }
        millis.add((System.nanoTime() - engagement.at) / 1e6);
        return true;
    }

    private String figures(Person person) {
        var uri = installation.brand("report", person.brand, "/people/" + person.id);
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .build();
        try {
            var body = Json.mapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            return body.path("theyToUs") + " " + body.path("usToThem");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
