package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every shape of bad record on every topic that a service reads: each service publishes one dead letter for each record, also after
 * a restart, and continues.
 */
class BadRecordsIT {

    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden/v1");
    private static final List<String> SERVICES = List.of("ingest", "identity", "scoring", "report");
    private static final Map<String, String> INITIALS =
            Map.of("ingest", "N", "identity", "I", "scoring", "S", "report", "R");
    private static final Pattern COUNTER =
            Pattern.compile("rapport_dead_letters_total\\{[^}]*topic=\"([^\"]+)\"[^}]*} ([0-9.]+)");
    private static final String AGENCY = "bad";

    /** Topics of scoring's global stores: their bad records are counted, and stay in their topic. */
    private static final Set<String> GLOBAL_IN_SCORING = Stream.of(
                    Topic.BRAND_DAY,
                    Topic.SENTIMENT_REMEMBERED,
                    Topic.MODEL_PUBLISHED,
                    Topic.MODEL_ACTIVATED,
                    Topic.PREVIEW_REQUESTED)
            .map(Topic::name)
            .collect(Collectors.toSet());

    /** Topics that are read only to fill a lost store: the embedded store is lost at each restart. */
    private static final Map<String, Set<String>> READ_TO_FILL = Map.of(
            "ingest", Set.of(Topic.CLIENT_LISTED.name()),
            "identity", Set.of(Topic.IDENTITY_PERSON.name(), Topic.IDENTITY_POLICY.name(), Topic.PERSON_ERASED.name()));

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private record BadRecord(
            String shape, @Nullable String key, @Nullable String value) {}

    @Test
    void everyConsumerPublishesOneDeadLetterForEachBadRecordAndContinues() throws Exception {
        Map<String, Set<String>> expected;
        Map<String, Map<String, String>> published;
        try (var rapport = StandaloneInstallation.start(folder, 0)) {
            var connection = rapport.connection();
            var topics = new HashMap<String, Set<String>>();
            SERVICES.forEach(service -> topics.put(service, topicsOf(service, connection)));
            assertThat(topics.get("identity")).contains(Topic.ENGAGEMENT_RECEIVED.name(), Topic.CLIENT_LISTED.name());
            assertThat(topics.get("report")).contains(Topic.ENGAGEMENT_RECEIVED.name(), Topic.BRAND_CURRENT.name());
            assertThat(topics.get("scoring"))
                    .contains(Topic.ENGAGEMENT_RECEIVED.name(), Topic.IDENTITY_ASSIGNED.name());

            topics.get("scoring").removeAll(GLOBAL_IN_SCORING);
            published = publish(connection);
            var origins = origins(published);
            expected = topics.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> origins(origins, entry.getValue())));
            READ_TO_FILL.forEach((service, filled) -> topics.get(service).removeAll(filled));

            awaitDeadLetters(
                    connection,
                    topics.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> origins(origins, entry.getValue()))));
            assertGoesOn(connection, "first");
        }
        try (var rapport = StandaloneInstallation.start(folder, 0)) {
            assertGoesOn(rapport.connection(), "second");
            awaitDeadLetters(rapport.connection(), expected);
            awaitCountedInScoring(rapport.connection(), published);
            print(rapport.connection(), published);
        }
    }

    /** Publishes all shapes on all topics of events; returns the origins by topic and shape. */
    private static Map<String, Map<String, String>> publish(ConnectionInfo connection) throws Exception {
        var origins = new LinkedHashMap<String, Map<String, String>>();
        try (var producer =
                new KafkaProducer<>(client(connection), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var topic : Topic.ALL) {
                for (var bad : shapes(topic)) {
                    var sent = producer.send(new ProducerRecord<>(topic.name(), bytes(bad.key), bytes(bad.value)))
                            .get();
                    origins.computeIfAbsent(topic.name(), name -> new LinkedHashMap<>())
                            .put(bad.shape, topic.name() + "-" + sent.partition() + "@" + sent.offset());
                }
            }
        }
        return origins;
    }

    private static Map<String, Set<String>> origins(Map<String, Map<String, String>> published) {
        return published.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Set.copyOf(entry.getValue().values())));
    }

    private static List<BadRecord> shapes(Topic topic) throws IOException {
        var key = key(topic.keyedBy().parts());
        return List.of(
                new BadRecord("not JSON", key, "{broken"),
                new BadRecord("`{}`", key, "{}"),
                new BadRecord("`[]`", key, "[]"),
                new BadRecord("`null`", key, "null"),
                new BadRecord("a number", key, "7"),
                new BadRecord("a text", key, "\"text\""),
                new BadRecord(
                        "wrong types", key, "{\"agency\":7,\"brand\":{},\"at\":[],\"version\":\"x\",\"actor\":[null]}"),
                new BadRecord("10 000 deep", key, "[".repeat(10_000)),
                new BadRecord("incomplete, 200 KB", key, "{\"agency\":\"" + "x".repeat(200_000) + "\"}"),
                new BadRecord("key of another brand", key, golden(topic)),
                new BadRecord(
                        "one part too many in the key", key(topic.keyedBy().parts() + 1), golden(topic)),
                new BadRecord("broken escape in the key", "%zz" + key, golden(topic)),
                new BadRecord("empty key", "", golden(topic)));
    }

    /** An event of another brand than that of the key. */
    private static String golden(Topic topic) throws IOException {
        var type = topic.type();
        var name = type.substring("io.rapport.".length(), type.length() - ".v1".length());
        try (var files = Files.list(GOLDEN.resolve(name))) {
            return Files.readString(files.sorted().findFirst().orElseThrow());
        }
    }

    private static String key(int parts) {
        return AGENCY + IntStream.range(1, parts).mapToObj(part -> "|p" + part).collect(Collectors.joining());
    }

    private static Set<String> origins(Map<String, Set<String>> published, Set<String> topics) {
        return topics.stream()
                .flatMap(topic -> published.getOrDefault(topic, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The topics that a service reads: it registers a counter for each of them. */
    private Set<String> topicsOf(String service, ConnectionInfo connection) {
        var counted = counted(service, connection);
        assertThat(counted).allSatisfy((topic, count) -> assertThat(count).isZero());
        return new TreeSet<>(counted.keySet());
    }

    private Map<String, Integer> counted(String service, ConnectionInfo connection) {
        var counters = COUNTER.matcher(get(base(service, connection) + "/actuator/prometheus", connection));
        var counted = new HashMap<String, Integer>();
        while (counters.find()) {
            counted.put(counters.group(1), (int) Double.parseDouble(counters.group(2)));
        }
        return counted;
    }

    private static void awaitDeadLetters(ConnectionInfo connection, Map<String, Set<String>> expected) {
        for (var service : SERVICES) {
            await(service).untilAsserted(() -> {
                var found = deadLetters(connection, service);
                assertThat(found.keySet()).containsAll(expected.get(service));
                assertThat(found)
                        .allSatisfy((origin, count) -> assertThat(count).isBetween(1, consumersOf(service, origin)));
            });
        }
    }

    /** The bad records of the topics of global stores are counted at each start. */
    private void awaitCountedInScoring(ConnectionInfo connection, Map<String, Map<String, String>> published) {
        await().untilAsserted(() -> {
            var counted = counted("scoring", connection);
            for (var topic : GLOBAL_IN_SCORING) {
                assertThat(counted).containsEntry(topic, published.get(topic).size());
            }
        });
    }

    /** Prints the table of docs/bad-records.md: a row for each topic; cells name the services that published a dead letter. */
    private static void print(ConnectionInfo connection, Map<String, Map<String, String>> published) {
        var letters = new LinkedHashMap<String, Set<String>>();
        SERVICES.forEach(
                service -> letters.put(service, deadLetters(connection, service).keySet()));
        var shapes = published.values().iterator().next().keySet();
        System.out.println("| topic | " + String.join(" | ", shapes) + " |");
        System.out.println("|---".repeat(shapes.size() + 1) + "|");
        published.forEach((topic, origins) -> System.out.println("| `" + topic + "` | "
                + origins.values().stream()
                        .map(origin ->
                                (services(letters, origin) + (GLOBAL_IN_SCORING.contains(topic) ? " (S)" : "")).strip())
                        .collect(Collectors.joining(" | "))
                + " |"));
    }

    private static String services(Map<String, Set<String>> letters, String origin) {
        return letters.entrySet().stream()
                .filter(entry -> entry.getValue().contains(origin))
                .map(entry -> INITIALS.get(entry.getKey()))
                .collect(Collectors.joining(" "));
    }

    /** Scoring reads registrations twice: as a source of its stream, and into the table of brands. */
    private static int consumersOf(String service, String origin) {
        return service.equals("scoring") && origin.startsWith(Topic.BRAND_REGISTERED.name() + "-") ? 2 : 1;
    }

    /** How often each origin is on the dead-letter topic of a service. */
    private static Map<String, Integer> deadLetters(ConnectionInfo connection, String service) {
        var found = new HashMap<String, Integer>();
        var settings = client(connection);
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var topic = "rapport." + service + ".dead-letter.v1";
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (var letter : consumer.poll(Duration.ofMillis(200))) {
                    var origin = letter.headers().lastHeader("rapport_origin").value();
                    found.merge(new String(origin, StandardCharsets.UTF_8), 1, Integer::sum);
                }
            }
        }
        return found;
    }

    private static void assertGoesOn(ConnectionInfo connection, String brand) throws ExecutionException {
        var api = new RestApi(connection);
        api.register("good", brand);
        var row =
                "{\"source\":\"test\",\"sourceId\":\"1\",\"channel\":\"web\",\"kind\":\"COMMENT\",\"direction\":\"INBOUND\","
                        + "\"occurredAt\":\"2026-01-01T00:00:00Z\",\"actor\":{\"id\":\"a\"},\"text\":\"good\"}";
        assertThat(api.send("good", brand, row).path("accepted").asInt()).isOne();
        await().until(() -> api.report("good", brand, "/people").path("items").size() == 1);
        await().until(() ->
                api.report("good", brand, "/accounts").path("scored").asInt() == 1);
    }

    private static String base(String service, ConnectionInfo connection) {
        return switch (service) {
            case "ingest" -> connection.ingest();
            case "identity" -> connection.identity();
            case "scoring" -> connection.scoring();
            default -> connection.report();
        };
    }

    private String get(String url, ConnectionInfo connection) {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + connection.token());
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> client(ConnectionInfo connection) {
        return new HashMap<>(Map.of("bootstrap.servers", connection.kafka(), "max.request.size", 8 << 20));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
