package io.rapport.report.spread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest messages of each tone.
 *
 * @param asOf the last day of the window; null while the brand has no figures
 * @param positive newest first, at most 8
 * @param negative newest first, at most 8
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SpreadMessagesView(
        int window, @Nullable LocalDate asOf, List<MessageView> positive, List<MessageView> negative) {

    /**
     * A message.
     *
     * @param engagement its id
     * @param person who wrote it; null if the handle belongs to no person yet
     * @param name of the person, else the handle
     * @param link to the message; null if it has no page
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MessageView(
            UUID engagement,
            @Nullable UUID person,
            String name,
            String channel,
            Instant occurredAt,
            @Nullable String text,
            @Nullable String link,
            @Nullable TextSentiment sentiment) {

        static MessageView of(TimelineEntry from, @Nullable KnownPerson person) {
            return new MessageView(
                    from.id(),
                    person == null ? null : person.person(),
                    person == null ? from.handle() : person.name(),
                    from.channel(),
                    from.occurredAt(),
                    from.details().text(),
                    from.details().link(),
                    from.sentiment());
        }
    }
}
