package io.rapport.ingest.source.chatwoot;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;

/** Maps webhooks of Chatwoot. The account is an account's id ({@code 1}), or an account and an inbox ({@code 1/45}). */
public final class ChatwootSource implements EngagementSource {

    private static final List<String> STEPS = List.of(
            "Open Settings, Integrations, Webhooks of the account, and add a webhook.",
            "Enter {hook} as URL, and select message_created and message_updated.",
            "Copy its secret; installations that do not sign yet have to be updated first.",
            "Enter the id of the account as account here, or account/inbox where inboxes belong to several brands.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "Chatwoot", new ChatwootSource(), new ChatwootVerifier(), List.of(ChatwootVerifier.SECRET), STEPS);
    }

    @Override
    public String name() {
        return "chatwoot";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            var event = root.at("event").requiredText();
            if (event.equals("message_created") || event.equals("message_updated")) {
                new ChatwootMessageMapper(root, settings, mapping).map();
            } else {
                mapping.ignore(event);
            }
        });
    }
}
