package io.rapport.report.domain.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The positions of topics at the broker. */
public interface TopicPositionLookup {

    /** Where the topics of events end now. */
    Map<String, Long> ends(Set<WebhookEvent> events);

    /** The first records of events that have this timestamp or a later one. */
    Map<String, Long> since(Set<WebhookEvent> events, Instant time);
}
