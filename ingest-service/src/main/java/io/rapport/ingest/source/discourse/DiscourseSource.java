package io.rapport.ingest.source.discourse;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.source.payload.BodySignatureVerifier;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Maps webhooks of Discourse. The account is the host of the forum; user ids belong to it. */
public final class DiscourseSource implements EngagementSource {

    private static final String SECRET = "secret";
    private static final SourceVerifier VERIFIER =
            new BodySignatureVerifier(HmacSignature.SHA256_HEX, "x-discourse-event-signature", SECRET);

    private static final List<String> STEPS = List.of(
            "Open Admin, Advanced, Webhooks of the forum, and add a webhook.",
            "Enter {hook} as payload URL, application/json as content type, and the secret of this connection.",
            "Select the post and like events.",
            "Enter the host of the forum, such as forum.example.com, as account here.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push("Discourse", new DiscourseSource(), VERIFIER, List.of(SECRET), STEPS);
    }

    @Override
    public String name() {
        return "discourse";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        var event = payload.header("x-discourse-event")
                .or(() -> payload.header("x-discourse-event-type"))
                .orElse("");
        var host = payload.header("x-discourse-instance").flatMap(DiscourseSource::host);
        if (event.isEmpty() || host.isEmpty()) {
            return SourceMapping.unusable(
                    "The headers X-Discourse-Event and X-Discourse-Instance have to name the event and the forum.", "");
        }
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            root.requireObject();
            var mapper = new PostMapper(host.get(), mapping);
            switch (event) {
                case "post_created", "post_edited", "post_destroyed", "post_recovered" ->
                    mapper.map(event, root.at("post").requireObject());
                case "post_liked" -> mapper.mapLike(root.at("like").requireObject());
                default -> mapping.ignore(event);
            }
        });
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
