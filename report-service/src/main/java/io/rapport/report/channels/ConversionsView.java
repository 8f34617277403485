package io.rapport.report.channels;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.Conversion;
import io.rapport.report.domain.channel.ConversionReport.ConversionsOfBrand;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who became a buyer, and who stands where they stood before.
 *
 * @param complete whether all purchases of the days and the engagements before them are read; otherwise the newest
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
                                        ConversionReason.similar(each, pattern)))
                                .toList());
    }

    private static ConversionView conversion(Conversion from, NamedPerson person, DayInterval days) {
        return new ConversionView(
                person,
                days.dayOf(from.at()),
                from.firstContact(),
                ConversionReason.daysAfter(from, days),
                ConversionReason.path(from),
                ConversionReason.bought(from, days));
    }
}
