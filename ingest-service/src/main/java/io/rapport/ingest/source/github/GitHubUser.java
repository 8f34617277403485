package io.rapport.ingest.source.github;

import io.rapport.ingest.domain.source.SourceEngagement;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user: an actor, or staff of the project.
 *
 * @param user the user object
 * @param association the {@code author_association} of an author; null if the payload does not contain it
 */
record GitHubUser(PayloadNode user, @Nullable String association) {

    private static final Set<String> PROJECT = Set.of("OWNER", "MEMBER", "COLLABORATOR");

    /** The number that stays when the login changes. */
    String id() {
        return user.at("id").requiredId();
    }

    /** Whether the user owns, belongs to or maintains the repository. */
    boolean isStaff(PayloadNode repository) {
        return association != null && PROJECT.contains(association)
                || id().equals(repository.at("owner", "id").id());
    }

    /** Adds this user as the actor of an engagement. */
    SourceEngagement describe(SourceEngagement engagement) {
        return engagement
                .with("actor.id", id())
                .with("actor.name", user.at("login").requiredText())
                .with("actor.displayName", user.at("name").text())
                .with("actor.url", user.at("html_url").text())
                .with("actor.bot", "Bot".equals(user.at("type").text()) ? Boolean.TRUE : null);
    }

    /** Adds this user as the staff of an engagement. */
    SourceEngagement staff(SourceEngagement engagement) {
        return engagement
                .with("staff.id", id())
                .with("staff.name", user.at("login").requiredText());
    }
}
