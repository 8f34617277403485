package io.rapport.report.channels;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelReport.CountedContacts;
import io.rapport.report.domain.channel.CountedContact;
import io.rapport.web.paging.CursorPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people behind a figure of the channels.
 *
 * @param complete whether all engagements of the days are counted; otherwise the newest 50 000
 * @param channel null for a chain, and for a figure of all channels
 * @param figure null for a chain
 * @param chain null for a figure of a channel
 * @param count of all items on all pages; of {@code hours} the number of engagements
 * @param people the number of different people among them
 * @param items newest first
 * @param next the cursor of the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChannelPeopleView(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean complete,
        @Nullable String channel,
        @Nullable String figure,
        @Nullable List<String> chain,
        long count,
        long people,
        List<CountedPersonView> items,
        @Nullable String next) {

    /**
     * An engagement that the figure counts, and the person.
     *
     * @param engagement its id
     * @param evidence path of the engagement on the person's page
     * @param on the channel of the engagement
     * @param amount of {@code answered} and {@code answeredInPublic} the seconds to the answer, of {@code hours} the minutes; null of other figures
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CountedPersonView(
            @JsonUnwrapped NamedPerson person,
            UUID engagement,
            Instant at,
            LocalDate day,
            EngagementKind kind,
            String on,
            @Nullable Double amount,
            String evidence) {

        static CountedPersonView of(CountedContact from, NamedPerson person, DayInterval days) {
            var contact = from.contact();
            return new CountedPersonView(
                    person,
                    contact.id(),
                    contact.at(),
                    days.dayOf(contact.at()),
                    contact.kind(),
                    contact.handle().channel(),
                    from.amount() == 0 ? null : from.amount(),
                    person.link() + "#e-" + contact.id());
        }
    }

    /** Of a brand without figures. */
    static ChannelPeopleView empty(CountedFigure figure) {
        return of(figure, null, new CountedContacts(List.of(), true), new CursorPage<>(List.of(), null));
    }

    static ChannelPeopleView of(
            CountedFigure figure,
            @Nullable DayInterval days,
            CountedContacts counted,
            CursorPage<CountedPersonView> page) {
        var onChannel = figure instanceof CountedFigure.CountedOnChannel each ? each : null;
        var chain = figure instanceof CountedFigure.CountedChain each ? each : null;
        return new ChannelPeopleView(
                days == null ? null : days.from(),
                days == null ? null : days.to(),
                counted.complete(),
                onChannel == null ? null : onChannel.channel(),
                onChannel == null ? null : onChannel.figure().field(),
                chain == null ? null : chain.channels(),
                counted.contacts().size(),
                counted.people(),
                page.items(),
                page.next());
    }
}
