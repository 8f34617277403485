package io.rapport.report.channels;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelFigures;
import io.rapport.report.domain.channel.ChannelReport.ChannelsOfBrand;
import io.rapport.report.domain.engagement.PaidCount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Channels side by side.
 *
 * @param complete whether all engagements of the days are counted; otherwise the newest 50 000
 * @param items those with most people first
 * @param chains ways over two channels or more that ended with a purchase, those with most sales first, at most 10
 * @param paid what was paid for, most first; it is in no other figure
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChannelsView(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean complete,
        List<ChannelView> items,
        List<ChainView> chains,
        List<PaidCount> paid) {

    /** Without figures. */
    static final ChannelsView EMPTY = new ChannelsView(null, null, true, List.of(), List.of(), List.of());

    /**
     * A channel.
     *
     * @param newcomers the first 5 of those who were met there first
     */
    record ChannelView(@JsonUnwrapped ChannelFigures figures, List<NamedPerson> newcomers) {}

    /**
     * A way from channel to channel.
     *
     * @param channels the last one is where people bought
     * @param people the first 5 who went it
     */
    record ChainView(List<String> channels, long sales, List<NamedPerson> people) {}

    /** A copy with names on one line. */
    ChannelsView onPage() {
        return new ChannelsView(
                from,
                to,
                complete,
                items.stream()
                        .map(item -> new ChannelView(item.figures(), onPage(item.newcomers())))
                        .toList(),
                chains.stream()
                        .map(chain -> new ChainView(chain.channels(), chain.sales(), onPage(chain.people())))
                        .toList(),
                paid);
    }

    private static List<NamedPerson> onPage(List<NamedPerson> people) {
        return people.stream().map(NamedPerson::onPage).toList();
    }

    static ChannelsView of(ChannelsOfBrand found, DayInterval days, String brandPath) {
        return new ChannelsView(
                days.from(),
                days.to(),
                found.complete(),
                found.compared().channels().stream()
                        .map(each -> new ChannelView(each.figures(), named(found, each.newcomers(), brandPath)))
                        .toList(),
                found.compared().chains().stream()
                        .map(chain ->
                                new ChainView(chain.channels(), chain.sales(), named(found, chain.people(), brandPath)))
                        .toList(),
                found.paid());
    }

    private static List<NamedPerson> named(ChannelsOfBrand found, List<UUID> people, String brandPath) {
        return people.stream()
                .map(person -> NamedPerson.of(found.people().apply(person), brandPath))
                .toList();
    }
}
