package io.rapport.ingest.source.mastodon;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the stream of an account for some seconds, or until it reports a notification. Not thread-safe. */
final class StreamedEvents {

    private static final Duration PAGE = Duration.ofSeconds(10);
    private static final int MAX_EVENTS = 500;

    private final String owner;
    private final KnownStatuses statuses;
    private final List<SourcePayload> payloads = new ArrayList<>();
    private boolean notified;

    StreamedEvents(String owner, KnownStatuses statuses) {
        this.owner = owner;
        this.statuses = statuses;
    }

    void receive(String streaming, MastodonClient client) {
        var base = streaming.strip().replaceAll("/+$", "");
        var address = MastodonClient.address(
                base + "/api/v1/streaming?stream=user", "streaming is no address, such as wss://mastodon.social.");
        client.http().receive(address, client.headers(), PAGE, this::read);
    }

    /** The edits and deletions that were read, as payloads of the source. */
    List<SourcePayload> payloads() {
        return payloads;
    }

    /** Whether a notification is waiting to be fetched. */
    boolean hasNotification() {
        return notified;
    }

    /** Reads an event; returns whether the page has room for more. */
    private boolean read(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            var frame = PayloadNode.parse(bytes);
            switch (String.valueOf(frame.at("event").text())) {
                case "notification" -> notified = true;
                case "delete" ->
                    statuses.deleted(owner, frame.at("payload").requiredId()).ifPresent(payloads::add);
                case "status.update" ->
                    statuses.edited(owner, frame.at("payload").parseText()).ifPresent(payloads::add);
                default -> {
                    // New statuses of the timeline: those that concern the account are notifications as well.
                }
            }
        } catch (PayloadShapeException e) {
            payloads.add(SourcePayload.of(bytes, "application/json"));
        }
        return !notified && payloads.size() < MAX_EVENTS;
    }
}
