package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.EngagementReceived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thirty complete recorded cascades: each line has the first message, then the path and the second of each share. */
@Tag("real-data")
class RealCascadesTest {

    private static final Path DATA =
            Path.of(Optional.ofNullable(System.getenv("RAPPORT_REAL_DATA")).orElse("../../shared/data"));
    private static final Path FILE = DATA.resolve("streams/weibo_casflow_sample/dataset/sample/dataset.txt");

    /** A share: its id, its parent, its author and the seconds after the first message. */
    private record Share(String name, String of, String user, int seconds) {}

    private record Cascade(String id, Instant start, List<Share> shares) {}

    @BeforeEach
    void dataIsThere() {
        assumeThat(FILE).as("real data").exists();
    }

    @Test
    void resultDoesNotDependOnTheOrderOfArrival() throws IOException {
        var events = new ArrayList<EngagementReceived>();
        var parents = 0;
        var children = 0;
        var first = new ArrayList<Long>();
        var fifth = new ArrayList<Long>();
        for (var cascade : cascades()) {
            events.addAll(events(cascade));
            parents += cascade.shares().size();
            for (var i = 0; i < cascade.shares().size(); i++) {
                var times = secondsToChildren(cascade, i);
                children += times.size();
                if (!times.isEmpty()) {
                    first.add(times.get(0));
                }
                if (times.size() >= 5) {
                    fifth.add(times.get(4));
                }
            }
        }
        Collections.shuffle(events, new Random(11));
        try (var stream = new ScoringTopologyDriver()) {
            stream.register(ScoringEventFixtures.registered(BrandClock.EVENT));
            events.forEach(stream::receive);
            stream.receive(MessageFixtures.said(
                    "later", "later", lastDay(events).plusDays(4) + "T00:00:00Z", MessageFixtures.NEITHER));
            for (var i = 0; i < 20; i++) {
                stream.settle();
            }

            var spread = stream.spread().windows().get(2).negative();
            assertThat(spread.reproduction().parents()).isEqualTo(parents);
            assertThat(spread.reproduction().children()).isEqualTo(children);
            assertThat(spread.secondsToFirst()).isCloseTo(median(first), within(0.03 * median(first)));
            assertThat(spread.secondsToFifth()).isCloseTo(median(fifth), within(0.03 * median(fifth)));
        }
    }

    private static List<Cascade> cascades() throws IOException {
        try (var lines = Files.lines(FILE)) {
            return lines.map(line -> line.split("\t"))
                    .map(RealCascadesTest::cascade)
                    .toList();
        }
    }

    /** Repeated shares by the same path, and a share by a path that is not recorded. */
    private static Cascade cascade(String[] fields) {
        var names = new HashSet<String>();
        var byUser = new HashMap<String, String>();
        var shares = new ArrayList<Share>();
        for (var participant : fields[4].split(" ")) {
            var path = participant.substring(0, participant.indexOf(':'));
            var name = path;
            while (!names.add(name)) {
                name += "'";
            }
            byUser.putIfAbsent(last(path), path);
            var seconds = Integer.parseInt(participant.substring(participant.indexOf(':') + 1));
            shares.add(new Share(name, before(path), last(path), seconds));
        }
        return new Cascade(
                fields[0],
                Instant.ofEpochSecond(Long.parseLong(fields[2])),
                shares.stream()
                        .map(share -> share.of().isEmpty() || names.contains(share.of())
                                ? share
                                : new Share(share.name(), of(share, byUser), share.user(), share.seconds()))
                        .sorted(Comparator.comparingInt(Share::seconds)
                                .thenComparing(share -> share.name().length()))
                        .toList());
    }

    /** Returns the parent by another path, else the first message. */
    private static String of(Share share, Map<String, String> byUser) {
        var other = byUser.get(last(share.of()));
        return other == null || other.equals(share.name())
                ? share.of().substring(0, share.of().indexOf('/'))
                : other;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String before(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The first message is negative; shares have no text. */
    private static List<EngagementReceived> events(Cascade cascade) {
        var events = new ArrayList<EngagementReceived>();
        for (var share : cascade.shares()) {
            var id = cascade.id() + "." + share.name();
            var at = cascade.start().plusSeconds(share.seconds()).toString();
            events.add(
                    share.of().isEmpty()
                            ? MessageFixtures.said(share.user(), id, at, MessageFixtures.BAD + " " + id)
                            : MessageFixtures.share(share.user(), id, at, cascade.id() + "." + share.of()));
        }
        return events;
    }

    private static List<Long> secondsToChildren(Cascade cascade, int i) {
        var share = cascade.shares().get(i);
        return cascade.shares().stream()
                .filter(other -> other.of().equals(share.name()))
                .map(other -> (long) other.seconds() - share.seconds())
                .sorted()
                .toList();
    }

    private static double median(List<Long> all) {
        var sorted = all.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    }

    private static LocalDate lastDay(List<EngagementReceived> events) {
        return events.stream()
                .map(e -> e.occurredAt().atZone(ZoneOffset.UTC).toLocalDate())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
