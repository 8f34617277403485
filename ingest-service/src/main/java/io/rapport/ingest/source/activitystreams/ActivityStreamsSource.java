package io.rapport.ingest.source.activitystreams;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.Set;

/**
 * Maps activities of ActivityStreams 2.0. The document is validated first: names, ids, types, addresses, language maps and
 * collections have to conform to the vocabulary. Accounts are addresses of actors.
 */
public final class ActivityStreamsSource implements EngagementSource {

    /** The activities that are mapped; all others are ignored, and so are objects without an activity. */
    private static final Set<String> MAPPED =
            Set.of("Create", "Update", "Delete", "Like", "Announce", "Follow", "Undo");

    /** The entry of this source in the list of sources: a relay delivers, and signs with the secret of the connection. */
    public static SourceDefinition definition() {
        return SharedSecretVerifier.relayed(
                "ActivityPub",
                new ActivityStreamsSource(),
                "Let the server of the account, or a relay that has verified the senders, post each activity to {hook}.");
    }

    @Override
    public String name() {
        return "activitystreams";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            DocumentValidator.validate(root);
            var type = ActivityObjects.types(root).stream()
                    .filter(MAPPED::contains)
                    .findFirst();
            if (type.isPresent()) {
                new ActivityMapper(root, settings, mapping).map(type.get());
            } else {
                mapping.ignore(ActivityObjects.types(root).stream().findFirst().orElse("untyped"));
            }
        });
    }
}
