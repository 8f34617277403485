package io.rapport.standalone.cli;

import io.rapport.demo.DemoYear;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.client.RequestRefusedException;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Waits until the report service shows a complete demo: all engagements are counted, all brands are on their last day, and no
 * figure has changed for a while.
 */
final class DemoCompletionCheck {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration STABLE_FOR = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final List<String> FIGURES =
            List.of("/accounts", "/ror?window=30", "/people?sort=-strength&limit=200");

    private final ConnectionInfo connection;
    private final ConsoleOutput console;
    private final RapportClient client;

    DemoCompletionCheck(ConnectionInfo connection, ConsoleOutput console) {
        this.connection = connection;
        this.console = console;
        this.client = new RapportClient(connection.token());
    }

    void await(List<DemoYear> years) throws InterruptedException {
        var total = years.stream().mapToLong(year -> year.engagements().size()).sum();
        var bar = console.bar("scoring", total);
        var start = System.nanoTime();
        var changedAt = start;
        var before = List.<JsonNode>of();
        while (!isComplete(years, total, before) || System.nanoTime() - changedAt < STABLE_FOR.toNanos()) {
            if (System.nanoTime() - start > TIMEOUT.toNanos()) {
                throw new IllegalStateException("Report does not show " + total + " scored engagements after "
                        + TIMEOUT.toMinutes() + " minutes");
            }
            Thread.sleep(PAUSE.toMillis());
            var figures = figures(years);
            if (!figures.equals(before)) {
                changedAt = System.nanoTime();
                before = figures;
            }
            bar.show(Math.min(countReceived(figures), total - 1));
        }
        bar.show(total);
    }

    private static boolean isComplete(List<DemoYear> years, long total, List<JsonNode> figures) {
        if (countReceived(figures) < total) {
            return false;
        }
        for (var i = 0; i < years.size(); i++) {
            var asOf = figures.get(i * FIGURES.size() + 1).path("asOf").asString("");
            if (asOf.isEmpty() || LocalDate.parse(asOf).isBefore(years.get(i).lastDay())) {
                return false;
            }
        }
        return true;
    }

    /** The number of distinct engagements received so far. */
    private static long countReceived(List<JsonNode> figures) {
        return figures.stream()
                .mapToLong(each -> each.path("received").asLong(0)
                        - each.path("duplicates").asLong(0)
                        - each.path("rejected").asLong(0))
                .sum();
    }

    private List<JsonNode> figures(List<DemoYear> years) throws InterruptedException {
        var figures = new ArrayList<JsonNode>();
        for (var year : years) {
            for (var path : FIGURES) {
                figures.add(get(year, path));
            }
        }
        return figures;
    }

    /** A response of report; empty while report does not know the brand yet. */
    private JsonNode get(DemoYear year, String path) throws InterruptedException {
        try {
            return new BrandClient(client, DemoPlan.AGENCY, year.brand().brand()).get(connection.report(), path);
        } catch (RequestRefusedException e) {
            if (e.status() == 404) {
                return Json.mapper().createObjectNode();
            }
            throw e;
        }
    }
}
