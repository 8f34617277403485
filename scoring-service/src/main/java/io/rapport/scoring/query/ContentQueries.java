package io.rapport.scoring.query;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.content.PostFigures;
import io.rapport.scoring.domain.content.PostResonance;
import io.rapport.scoring.query.LedgerQueries.ContentQuery;
import io.rapport.scoring.query.LedgerQueries.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers queries of the posts of a brand on any day. Methods throw the exceptions of {@link DayQueries}. */
public final class ContentQueries {

    private final DayQueries days;
    private final LedgerOwners owners;
    private final LedgerScatter scatter;

    /** Creates the queries. */
    public ContentQueries(DayQueries days, LedgerOwners owners, LedgerScatter scatter) {
        this.days = days;
        this.owners = owners;
        this.scatter = scatter;
    }

    /**
     * The latest posts of each channel on a day.
     *
     * @param history rises with every change of a day before the current one
     */
    public record Content(LocalDate asOf, long history, List<ChannelContent> channels) {}

    /** The latest posts of a channel, newest first. */
    public record ChannelContent(String channel, List<PostFigures> posts) {}

    /**
     * Computes the figures of the latest posts of each channel, with what happened up to a day.
     *
     * @param asOf null for the current day
     * @param channel null for the first {@value ContentSum#MAX_CHANNELS} channels
     */
    public Content content(BrandRegistered brand, @Nullable LocalDate asOf, @Nullable String channel) {
        var range = days.days(brand);
        var day = dayWithin(range, asOf);
        var scope = new Scope(brand.agency(), brand.brand(), brand.timeZone(), range.modelVersion());
        var sum = new ContentSum();
        scatter.toAll(
                        owners.shares(),
                        (queries, share) -> queries.content(new ContentQuery(scope, share.posts(), day, channel)))
                .forEach(answer -> answer.channels().forEach(sum::add));
        return new Content(
                day,
                range.history(),
                sum.channels().stream()
                        .map(each -> new ChannelContent(each.channel(), PostResonance.of(each.posts())))
                        .toList());
    }

    private static LocalDate dayWithin(DayQueries.Days range, @Nullable LocalDate asOf) {
        var first = range.first();
        var last = range.last();
        if (first == null || last == null) {
            throw new NoDaysException();
        }
        if (asOf != null && (asOf.isBefore(first) || asOf.isAfter(last))) {
            throw new DayOutOfRangeException(asOf, first, last);
        }
        return asOf == null ? last : asOf;
    }
}
