package io.rapport.report.engagements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.page.PersonName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engagement with its person.
 *
 * @param person null if the account belongs to no person, as those of the brand do
 * @param name of the person, else of the account
 * @param engagement its id
 * @param staff who of the brand acted; null if it is not known
 * @param text at most 500 characters; null without one
 * @param evidence path of the engagement on the person's page; null without a person
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ListedEngagement(
        @Nullable UUID person,
        String name,
        UUID engagement,
        Instant at,
        Direction direction,
        EngagementKind kind,
        String channel,
        @Nullable String staff,
        @Nullable String text,
        @Nullable String evidence) {

    static ListedEngagement of(TimelineEntry entry, @Nullable KnownPerson person, String brandPath) {
        return new ListedEngagement(
                person == null ? null : person.person(),
                person == null ? entry.handle() : PersonName.of(person),
                entry.id(),
                entry.occurredAt(),
                entry.direction(),
                entry.kind(),
                entry.channel(),
                entry.details().staff(),
                entry.details().text(),
                person == null ? null : brandPath + "/people/" + person.person() + "#e-" + entry.id());
    }
}
