package io.rapport.ingest.source.bluesky;

import io.rapport.ingest.domain.source.DeliveredRecords;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.stream.Stream;

/**
 * Maps events of Jetstream, one or a list of them. Accounts are DIDs. A deletion has no record: it is mapped to a withdrawal
 * for each account of the connection, which withdraws nothing if the record was never delivered.
 */
public final class BlueskySource implements EngagementSource {

    private static final String STREAM_STEP =
            "Enter the DIDs of the accounts here, and the address of a Jetstream server as the setting jetstream, such as wss://jetstream2.us-east.bsky.network/subscribe.";
    private static final String RELAY_STEP =
            "Or, without that setting, let a relay post the events of Jetstream to {hook}, one or a list of them.";

    /**
     * The entry of this source in the list of sources: Jetstream is read, or a relay delivers and signs with the secret of the
     * connection.
     *
     * @param records which records were delivered: the stream contains the deletions of the whole network
     */
    public static SourceDefinition definition(DeliveredRecords records) {
        var relayed = SharedSecretVerifier.relayed("Bluesky", new BlueskySource(), RELAY_STEP);
        return new SourceDefinition(
                relayed.title(),
                relayed.source(),
                relayed.verifier(),
                new BlueskyFetcher(records),
                relayed.secrets(),
                Stream.concat(Stream.of(STREAM_STEP), relayed.steps().stream()).toList());
    }

    @Override
    public String name() {
        return "bluesky";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(
                payload,
                (root, mapping) -> mapping.each(
                        root.elementsOrSelf(), event -> mapEvent(event.requireObject(), settings, mapping)));
    }

    private static void mapEvent(PayloadNode event, SourceSettings settings, PayloadMapping mapping) {
        if (event.at("operation").isPresent()) {
            mapCommit(event, event, event.at("time").requiredTime().toEpochMilli(), settings, mapping);
        } else if ("commit".equals(event.at("kind").text())) {
            mapCommit(
                    event,
                    event.at("commit").requireObject(),
                    event.at("time_us").requiredEpoch().toEpochMilli(),
                    settings,
                    mapping);
        } else {
            mapping.ignore(event.firstOf("kind", "$type").requiredText());
        }
    }

    private static void mapCommit(
            PayloadNode event, PayloadNode commit, long millis, SourceSettings settings, PayloadMapping mapping) {
        var record = new RepositoryRecord(
                event.at("did").requiredText(),
                commit.at("collection").requiredText(),
                commit.at("rkey").requiredText(),
                commit.at("record"),
                millis);
        var operation = commit.at("operation").requiredText();
        switch (operation) {
            case "create", "update" -> new RecordMapper(record, settings, mapping).map();
            case "delete" -> new RecordMapper(record, settings, mapping).mapDeletion();
            default -> mapping.ignore(record.collection() + "." + operation);
        }
    }
}
