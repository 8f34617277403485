package io.rapport.ingest.source.linkedin;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;

/**
 * Maps notifications of social actions: webhooks ({@code notifications}) and pages of the pull API ({@code elements}). People
 * have ids per app, so the id of a handle is made of the organisation and the person.
 */
public final class LinkedInSource implements EngagementSource {

    private static final String TYPE = "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS";
    private static final List<String> STEPS = List.of(
            "Ask LinkedIn for the Community Management API for an app at linkedin.com/developers.",
            "Enter {hook} under Webhooks of the app; LinkedIn checks it at once.",
            "Subscribe each organisation to ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS with a token of one of its administrators.",
            "Enter the ids of the organisations as accounts here, and the client secret of the app.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "LinkedIn",
                new LinkedInSource(),
                new LinkedInVerifier(),
                List.of(LinkedInVerifier.CLIENT_SECRET),
                STEPS);
    }

    @Override
    public String name() {
        return "linkedin";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            var type = root.at("type").text();
            if (type != null && !type.equals(TYPE)) {
                mapping.ignore(type);
                return;
            }
            mapping.each(
                    root.firstOf("notifications", "elements").requiredElements(),
                    notification -> new SocialActionMapper(notification, settings, mapping).map());
        });
    }
}
