package io.rapport.standalone;

import io.rapport.messaging.Json;
import io.rapport.standalone.client.Batch;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.Outcome;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.Refused;
import io.rapport.standalone.demo.DemoYear;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Sends a demo through the public REST API and waits until it has arrived in the report. Sending it again changes nothing. */
final class DemoPlay {

    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Connection connection;
    private final RapportClient client;
    private final Console console;

    DemoPlay(Connection connection, Console console) {
        this.connection = connection;
        this.client = new RapportClient(connection.token());
        this.console = console;
    }

    /** Plays all of it. */
    void play(List<DemoYear> years) throws InterruptedException {
        var total = years.stream().mapToLong(year -> year.engagements().size()).sum();
        var bar = console.bar("playing", total);
        var sent = 0L;
        for (var year : years) {
            var brand = brand(year);
            brand.register(connection.ingest(), year.registration());
            var clients = year.clients();
            requireAll(brand.sendClients(connection.ingest(), Batch.of(clients.heading(), clients.rows())));
            for (var from = 0; from < year.engagements().size(); from += BATCH) {
                var batch = batch(year, from);
                requireAll(brand.sendEngagements(connection.ingest(), batch));
                sent += batch.rows().size();
                bar.show(sent);
            }
        }
        awaitReport(years, total);
    }

    private BrandClient brand(DemoYear year) {
        return new BrandClient(client, DemoPlan.AGENCY, year.brand().brand());
    }

    private static Batch batch(DemoYear year, int from) {
        var to = Math.min(year.engagements().size(), from + BATCH);
        return Batch.of(
                null,
                year.engagements().subList(from, to).stream()
                        .map(Json.mapper()::writeValueAsString)
                        .toList());
    }

    private static void requireAll(Outcome outcome) {
        if (!outcome.rejected().isEmpty()) {
            throw new IllegalStateException(
                    "Ingest rejected a row of the demo: " + outcome.rejected().get(0));
        }
    }

    private void awaitReport(List<DemoYear> years, long total) throws InterruptedException {
        var bar = console.bar("scoring", total);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var arrived = arrived(years); arrived < total || !daysTurned(years); arrived = arrived(years)) {
            bar.show(arrived);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Only " + arrived + " of " + total
                        + " engagements have arrived in the report after " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(PAUSE.toMillis());
        }
        bar.show(total);
    }

    private long arrived(List<DemoYear> years) throws InterruptedException {
        var arrived = 0L;
        for (var year : years) {
            var accounts = get(year, "/accounts");
            arrived += accounts.path("received").asLong()
                    - accounts.path("duplicates").asLong()
                    - accounts.path("rejected").asLong();
        }
        return arrived;
    }

    private boolean daysTurned(List<DemoYear> years) throws InterruptedException {
        for (var year : years) {
            var asOf = get(year, "/ror?window=30").path("asOf").asString("");
            if (asOf.isEmpty() || LocalDate.parse(asOf).isBefore(year.lastDay())) {
                return false;
            }
        }
        return true;
    }

    /** What the report says; nothing yet, as long as it has not heard of the brand. */
    private JsonNode get(DemoYear year, String path) throws InterruptedException {
        try {
            return brand(year).get(connection.report(), path);
        } catch (Refused e) {
            if (e.status() == 404) {
                return Json.mapper().createObjectNode();
            }
            throw e;
        }
    }
}
