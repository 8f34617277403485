package io.rapport.report.domain.channel;

import io.rapport.report.domain.engagement.ChannelContact;
import java.util.Comparator;
import java.util.UUID;

/**
 * A contact that a figure counts, and the person.
 *
 * @param amount of {@link ChannelFigure#ANSWERED} and {@link ChannelFigure#ANSWERED_IN_PUBLIC} the seconds to the answer, of {@link ChannelFigure#HOURS} the minutes; 0 of others
 */
public record CountedContact(UUID person, ChannelContact contact, double amount) {

    /** The newest first; ties are broken by the id of the engagement. */
    public static final Comparator<CountedContact> NEWEST_FIRST = Comparator.comparing(
                    (CountedContact each) -> each.contact().at())
            .reversed()
            .thenComparing(each -> each.contact().id());
}
