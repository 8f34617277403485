package io.rapport.report.channels;

import static io.rapport.report.page.ReportMessages.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelReport.ConversionsOfBrand;
import io.rapport.report.domain.channel.Conversion;
import io.rapport.report.domain.channel.ConversionPattern;
import io.rapport.report.domain.channel.ConversionPattern.SimilarPerson;
import io.rapport.report.page.PageFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who became a buyer, and who stands where they stood before.
 *
 * @param complete whether all engagements of the days are read; otherwise the newest 50 000
 * @param items newest first
 * @param similar a suggestion with its reason: people off the client list who did not buy
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConversionsView(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean complete,
        List<ConversionView> items,
        List<SimilarView> similar) {

    /** Without figures. */
    static final ConversionsView EMPTY = new ConversionsView(null, null, true, List.of(), List.of());

    /**
     * A person's first purchase.
     *
     * @param daysAfter after the first contact; null if it is not known
     * @param path the channels before it, and the one where they bought
     * @param reason all of it as a sentence
     */
    record ConversionView(
            @JsonUnwrapped NamedPerson person,
            LocalDate day,
            @Nullable LocalDate firstContact,
            @Nullable Long daysAfter,
            List<String> path,
            String reason) {}

    /** A person who stands where others stood before they bought. */
    record SimilarView(@JsonUnwrapped NamedPerson person, String reason) {}

    static ConversionsView of(ConversionsOfBrand found, DayInterval days, String brandPath) {
        var pattern = found.pattern();
        return new ConversionsView(
                days.from(),
                days.to(),
                found.complete(),
                found.conversions().stream()
                        .map(each ->
                                conversion(each, NamedPerson.of(found.people().apply(each.person()), brandPath), days))
                        .toList(),
                pattern == null
                        ? List.of()
                        : found.similar().stream()
                                .map(each -> new SimilarView(
                                        NamedPerson.of(found.people().apply(each.person()), brandPath),
                                        reason(each, pattern)))
                                .toList());
    }

    private static ConversionView conversion(Conversion from, NamedPerson person, DayInterval days) {
        var day = days.dayOf(from.at());
        var first = from.firstContact();
        var after = first == null ? null : (Long) first.until(day, ChronoUnit.DAYS);
        var path = from.path().isEmpty()
                ? ""
                : text("conversion.path", String.join(text("conversion.then") + " ", from.path()));
        var reason = text("conversion.bought", PageFormat.day(day), from.channel()) + path
                + (after == null ? "" : text("conversion.after", PageFormat.counted(after, "day"))) + ".";
        return new ConversionView(
                person,
                day,
                first,
                after,
                Stream.concat(from.path().stream(), Stream.of(from.channel())).toList(),
                reason);
    }

    /** Why a person is suggested. */
    private static String reason(SimilarPerson similar, ConversionPattern pattern) {
        var seen = PageFormat.counted(similar.contacts(), "engagement");
        return pattern.channel() == null
                ? text("conversion.similar", seen, pattern.conversions(), pattern.contacts())
                : text(
                        "conversion.similar-by",
                        seen,
                        pattern.conversions(),
                        pattern.contacts(),
                        pattern.channel(),
                        pattern.through());
    }
}
