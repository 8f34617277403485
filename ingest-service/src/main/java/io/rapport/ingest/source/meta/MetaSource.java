package io.rapport.ingest.source.meta;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.List;

/**
 * Maps webhooks of Facebook Pages, Messenger and Instagram. People have ids per page or account, so the id of a handle is made
 * of both; the brand acts with the id of its page or account.
 */
public final class MetaSource implements EngagementSource {

    private static final List<String> STEPS = List.of(
            "Create an app at developers.facebook.com and add the product Webhooks.",
            "Enter {hook} as callback URL of the objects Page and Instagram, and the verify token of this connection.",
            "Subscribe to feed, mention, ratings, messages, message_echoes, message_reactions, comments and mentions.",
            "Install the app on each page, and enter the ids of pages and Instagram accounts as accounts here.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "Facebook and Instagram",
                new MetaSource(),
                new MetaVerifier(),
                List.of(MetaVerifier.APP_SECRET, MetaVerifier.VERIFY_TOKEN),
                STEPS);
    }

    @Override
    public String name() {
        return "meta";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            var object = root.at("object").requiredText();
            mapping.each(root.at("entry").requiredElements(), entry -> mapEntry(object, entry, mapping));
        });
    }

    private static void mapEntry(String object, PayloadNode entry, PayloadMapping mapping) {
        var messages = List.of(entry.at("messaging"), entry.at("standby"));
        if (messages.stream().noneMatch(PayloadNode::isPresent)) {
            mapping.each(entry.at("changes").requiredElements(), change -> mapChange(object, entry, change, mapping));
        }
        for (var list : messages) {
            mapping.each(
                    list.elements(),
                    event -> MessagingMapper.map(
                            MetaChannel.of(object), entry.at("id").requiredId(), event, mapping));
        }
    }

    private static void mapChange(String object, PayloadNode entry, PayloadNode change, PayloadMapping mapping) {
        var field = change.at("field").requiredText();
        switch (object) {
            case "page" -> {
                if (PageChangeMapper.FIELDS.contains(field)) {
                    new PageChangeMapper(
                                    entry.at("id").requiredId(),
                                    entry.at("time").requiredEpoch(),
                                    field,
                                    change.at("value"),
                                    mapping)
                            .map();
                } else {
                    mapping.ignore("page." + field);
                }
            }
            case "instagram" ->
                InstagramChangeMapper.map(
                        field, entry.at("id").requiredId(), entry.at("time"), change.at("value"), mapping);
            default -> mapping.ignore(object + "." + field);
        }
    }
}
