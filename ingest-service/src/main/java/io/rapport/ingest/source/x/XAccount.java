package io.rapport.ingest.source.x;

import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.source.payload.PayloadNode;
import org.jspecify.annotations.Nullable;

/**
 * An account with its profile.
 *
 * @param id the number that stays when the name changes
 * @param name the name behind the {@code @}
 * @param profile the user object, in either shape; absent if the payload has none
 */
record XAccount(String id, @Nullable String name, PayloadNode profile) {

    /** An account of the first shape, {@code screen_name} and {@code id_str}. */
    static XAccount ofV1(PayloadNode user) {
        return new XAccount(
                user.firstOf("id_str", "id").requiredId(),
                user.at("screen_name").text(),
                user);
    }

    /** An account of the second shape. */
    static XAccount ofV2(PayloadNode user) {
        return new XAccount(user.at("id").requiredId(), user.at("username").text(), user);
    }

    /** Adds this account as the actor of an engagement. */
    SourceEngagement describe(SourceEngagement engagement) {
        var followers = profile.at("followers_count");
        return engagement
                .with("actor.id", id)
                .with("actor.name", name)
                .with("actor.displayName", profile.at("name").text())
                .with("actor.bio", profile.at("description").text())
                .with("actor.location", profile.at("location").text())
                .with(
                        "actor.followers",
                        followers.isPresent()
                                ? followers.number()
                                : profile.at("public_metrics", "followers_count")
                                        .number());
    }
}
