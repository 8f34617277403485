package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document and the list of topics agree. */
class AsyncApiTest {

    private static final JsonNode API = new YAMLMapper()
            .readTree(EventTypes.RESOURCES.resolve("asyncapi.yaml").toFile());

    static List<Topic> topics() {
        return Topic.ALL;
    }

    @Test
    void everyTopicIsAChannelAndEveryChannelATopic() {
        assertThat(API.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(channels().stream().map(channel -> channel.path("address").asString()))
                .containsExactlyElementsOf(Topic.ALL.stream().map(Topic::name).toList());
    }

    @Test
    void everyEventTypeHasItsRecord() {
        assertThat(EventTypes.RECORDS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Topic.ALL.stream().map(EventTypes::of).distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aChannelForgetsWhatItsTopicForgets(Topic topic) {
        var configuration = channel(topic).path("bindings").path("kafka").path("topicConfiguration");

        assertThat(configuration.toString())
                .isEqualTo(
                        switch (topic.cleanup()) {
                            case COMPACT -> "{\"cleanup.policy\":[\"compact\"]}";
                            case DELETE -> "{\"cleanup.policy\":[\"delete\"],\"retention.ms\":-1}";
                            case DELETE_AFTER_30_DAYS ->
                                "{\"cleanup.policy\":[\"delete\"],\"retention.ms\":2592000000}";
                        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aChannelCarriesItsTopicsEvents(Topic topic) {
        var type = EventTypes.of(topic);
        var message = message(topic);
        var headers = message.path("headers").path("properties");
        var payload = message.path("payload");

        assertThat(message.path("name").asString()).isEqualTo(type);
        assertThat(headers.path("ce_type").path("const").asString()).isEqualTo(topic.type());
        assertThat(headers.path("ce_dataschema").path("const").asString())
                .isEqualTo(EventTypes.schema(type).path("$id").asString());
        assertThat(payload.path("schemaFormat").asString()).isEqualTo("application/schema+json;version=draft-2020-12");
        assertThat(payload.path("schema").path("$ref").asString()).isEqualTo("./schemas/" + type + ".v1.json");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aMessageSaysWhatItsKeyIsMadeOf(Topic topic) {
        var key = resolve(message(topic).path("bindings")).path("kafka").path("key");

        assertThat(key.path("description").asString())
                .isEqualTo(
                        switch (topic.keyedBy()) {
                            case HANDLE -> "agency|brand|channel|handle";
                            case PERSON -> "agency|brand|person";
                            case TIE -> "agency|brand|person|person";
                            case BRAND -> "agency|brand";
                            case SOURCE -> "agency|brand|source";
                            case CLIENT -> "agency|brand|client";
                            case CHANNEL -> "agency|brand|channel";
                            case MODEL -> "agency|brand|version";
                            case ERASURE -> "agency|brand|erasure";
                            case SUBJECT -> "agency|brand|subject|service";
                            case WORDS -> "agency|brand|words|at";
                            case CONNECTION -> "agency|connection";
                            case DELIVERY -> "agency|connection|rejection";
                            case TOKEN -> "agency|token";
                            case USER -> "agency|user";
                            case LINK -> "agency|brand|link";
                            case SUBSCRIPTION -> "agency|brand|subscription";
                            case SESSION -> "session";
                            case WEBHOOK -> "agency|webhook";
                            case AGENCY -> "agency";
                        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    void onlyScoresSpreadContentTiesAndMonthsArePublic(Topic topic) {
        var open = Stream.of(
                        "rapport.score.",
                        "rapport.sentiment.spread.",
                        "rapport.content.",
                        "rapport.relationship.",
                        "rapport.month.completed.")
                .anyMatch(topic.name()::startsWith);

        assertThat(channel(topic).path("tags").findValuesAsString("name"))
                .containsExactly(open ? "public" : "internal");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyMessageCarriesCloudEventsHeaders(Topic topic) {
        var headers = resolve(message(topic).path("traits").path(0)).path("headers");

        assertThat(headers.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(headers.path("properties").propertyNames())
                .containsExactly(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_dataschema",
                        "content-type");
    }

    @Test
    void everyChannelHasAnOwnerAndEveryOperationAChannel() {
        var written = API.path("operations")
                .valueStream()
                .peek(operation ->
                        assertThat(operation.path("action").asString()).isEqualTo("send"))
                .map(operation ->
                        resolve(operation.path("channel")).path("address").asString());

        assertThat(written.distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Topic.ALL.stream().map(Topic::name).toList());
    }

    @Test
    void noMessageIsLeftOver() {
        assertThat(API.path("components").path("messages").valueStream().map(AsyncApiTest::name))
                .containsExactlyInAnyOrderElementsOf(EventTypes.RECORDS.keySet());
    }

    private static Collection<JsonNode> channels() {
        return API.path("channels").values();
    }

    private static JsonNode channel(Topic topic) {
        return channels().stream()
                .filter(channel -> channel.path("address").asString().equals(topic.name()))
                .findAny()
                .orElseThrow();
    }

    private static JsonNode message(Topic topic) {
        var messages = channel(topic).path("messages");
        assertThat(messages.values()).hasSize(1);
        return resolve(messages.values().iterator().next());
    }

    private static JsonNode resolve(JsonNode reference) {
        return API.at(reference.path("$ref").asString().substring(1));
    }

    private static String name(JsonNode message) {
        return message.path("name").asString();
    }
}
