package io.rapport.standalone.acceptance;

import io.rapport.messaging.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * 525 public conversations of customers with the care teams of brands. The row of a message depends on the message only, so a
 * message in two conversations becomes the same row twice.
 */
final class CareConversations {

    private CareConversations() {}

    /** The file, if it exists. */
    static Optional<Path> file() {
        var given = Optional.ofNullable(System.getenv("RAPPORT_REAL_DATA")).map(Path::of);
        return Stream.concat(given.stream(), Stream.of(Path.of("../shared/data"), Path.of("../../shared/data")))
                .map(folder -> folder.resolve("streams/ibm_twitter_care/dev_scrubbed.json"))
                .filter(Files::isReadable)
                .findFirst();
    }

    /** All messages, in the order of the file. */
    static List<EngagementRow> read(Path file) {
        var rows = new ArrayList<EngagementRow>();
        Json.mapper().readTree(file.toFile()).forEach(conversation -> addAll(conversation, rows));
        return rows;
    }

    private static void addAll(JsonNode conversation, List<EngagementRow> rows) {
        var header = conversation.get("dialogHeader");
        var brand = header.get("company").asString().toLowerCase(Locale.ROOT);
        var customer = "";
        for (var turn : conversation.get("dialogContent")) {
            var inbound = !turn.has("agent");
            if (inbound) {
                customer = turn.path("client").asString(turn.path("client1").asString(""));
            }
            rows.add(row(
                    brand,
                    turn.get("tweet_ID").asString(),
                    Instant.parse(turn.get("datetime").asString()),
                    inbound,
                    customer,
                    turn.get("message").asString()));
        }
        var answer = conversation.get("agentURL");
        rows.add(row(
                brand,
                answer.get("tweet_ID").asString(),
                sentAt(answer.get("tweet_ID").asLong()),
                false,
                customer,
                answer.get("url_utterance").asString()));
    }

    private static EngagementRow row(
            String brand, String id, Instant at, boolean inbound, String customer, String text) {
        var kind = inbound ? (text.contains("@") ? "MENTION" : "COMMENT") : "REPLY";
        return new EngagementRow(brand, id, at, inbound, kind, customer, text);
    }

    /** The time of an answer, from its id: milliseconds since the platform's epoch, above 22 other bits. */
    private static Instant sentAt(long id) {
        return Instant.ofEpochMilli((id >> 22) + 1_288_834_974_657L);
    }
}
