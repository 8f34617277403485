package io.rapport.ingest.source.x;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.TokenRenewal;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.net.URI;
import java.util.List;

/**
 * Maps payloads of X: the X Activity API ({@code data.event_type}), the Account Activity API before it ({@code for_user_id}),
 * and posts as the APIs of either version return them, which are those that mention the accounts of the connection.
 */
public final class XSource implements EngagementSource {

    private static final List<String> STEPS = List.of(
            "Create an app with a webhook at developer.x.com, and copy its API key secret as consumerSecret.",
            "Register {hook} as webhook; X checks it at once.",
            "Subscribe to post.create, post.delete, post.mention.create, like.create, follow.follow, follow.unfollow, dm.received and dm.sent of each account.",
            "To fetch mentions as well, copy the bearer token of the app as bearerToken.",
            "Or, to fetch them as a user, copy the refresh token of the user (OAuth 2.0, with offline.access) as refreshToken, and the app's clientId and clientSecret: access tokens are then renewed.");
    private static final URI TOKEN_ENDPOINT = URI.create("https://api.x.com/2/oauth2/token");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return new SourceDefinition(
                "X",
                new XSource(),
                new XVerifier(),
                new XMentionsFetcher(),
                List.of(
                        XVerifier.CONSUMER_SECRET,
                        XMentionsFetcher.BEARER_TOKEN,
                        TokenRenewal.REFRESH_TOKEN,
                        TokenRenewal.CLIENT_ID,
                        TokenRenewal.CLIENT_SECRET),
                new TokenRenewal(TOKEN_ENDPOINT, XMentionsFetcher.BEARER_TOKEN),
                STEPS);
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            if (root.isArray()) {
                mapping.each(root.elements(), post -> mapFirstVersion(post, settings, mapping));
            } else if (root.at("for_user_id").isPresent()) {
                new AccountActivityMapper(root, mapping).map();
            } else if (root.at("user_event").isPresent()) {
                mapping.ignore("user_event");
            } else if (root.at("id_str").isPresent()) {
                mapFirstVersion(root, settings, mapping);
            } else {
                mapData(root, settings, mapping);
            }
        });
    }

    private static void mapData(PayloadNode root, SourceSettings settings, PayloadMapping mapping) {
        var data = root.at("data");
        if (data.isObject() && data.at("event_type").isPresent()) {
            new ActivityEventMapper(data, mapping).map();
        } else if (!data.isPresent() && root.at("meta", "result_count").isPresent()) {
            mapping.ignore("page.empty");
        } else {
            var includes = new XIncludes(root.at("includes"));
            mapping.each(
                    data.isArray() ? data.elements() : List.of(data.requireObject()),
                    post -> mapSecondVersion(post, includes, settings, mapping));
        }
    }

    private static void mapFirstVersion(PayloadNode post, SourceSettings settings, PayloadMapping mapping) {
        if (post.at("screen_name").isPresent()) {
            mapping.ignore("user");
            return;
        }
        post.firstOf("text", "full_text").requiredText();
        mapPulled(new XPostV1(post), settings, mapping);
    }

    private static void mapSecondVersion(
            PayloadNode post, XIncludes includes, SourceSettings settings, PayloadMapping mapping) {
        if (post.at("username").isPresent()) {
            mapping.ignore("user");
        } else {
            mapPulled(new XPostV2(post, includes), settings, mapping);
        }
    }

    /**
     * Maps a post for each account that it concerns. Pulled posts mention the account, so that the only account of a
     * connection is one of those of which a post contains only the name.
     */
    private static void mapPulled(XPost post, SourceSettings settings, PayloadMapping mapping) {
        var isMentionedByName = settings.accounts().size() == 1 && post.mentionsNames();
        for (var account : settings.accounts()) {
            new XPostMapper(account, isMentionedByName ? EngagementKind.MENTION : null).map(post, mapping);
        }
        if (settings.accounts().isEmpty()) {
            mapping.ignore("post.unrelated");
        }
    }
}
