package io.rapport.report.domain.webhook;

import io.rapport.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The events that are delivered to webhooks. Each is a record of a public topic. */
public enum WebhookEvent {
    RELATIONSHIP("relationship", "score.relationship.changed", Topic.RELATIONSHIP_CHANGES),
    BRAND("brand", "score.brand.changed", Topic.BRAND_CHANGES),
    SPREAD("spread", "sentiment.spread.changed", Topic.SPREAD_CHANGES),
    MONTH("month", "month.completed", Topic.MONTH_COMPLETED);

    private final String source;
    private final String type;
    private final Topic topic;

    WebhookEvent(String source, String type, Topic topic) {
        this.source = source;
        this.type = type;
        this.topic = topic;
    }

    /** The name of the topic in positions. */
    public String source() {
        return source;
    }

    /** The type in settings and deliveries. */
    public String type() {
        return type;
    }

    /** The topic that is delivered. */
    public Topic topic() {
        return topic;
    }

    /** The key of a partition in positions. */
    public String position(int partition) {
        return source + "-" + partition;
    }

    /** The types of all events. */
    public static List<String> types() {
        return Arrays.stream(values()).map(WebhookEvent::type).toList();
    }

    /** The event of a type; empty if there is none. */
    public static Optional<WebhookEvent> ofType(String type) {
        return Arrays.stream(values()).filter(event -> event.type.equals(type)).findFirst();
    }

    /** The events of types; unknown ones are left out. */
    public static Set<WebhookEvent> ofTypes(List<String> types) {
        return types.stream().flatMap(type -> ofType(type).stream()).collect(Collectors.toSet());
    }
}
