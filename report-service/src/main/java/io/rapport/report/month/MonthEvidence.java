package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.report.domain.engagement.OutboundCounts;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.staff.StaffShare;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The engagements behind the lists of a month, by handle.
 *
 * @param thanks thanks to those who gave most, newest first
 * @param questions what those asked who wait for an answer
 * @param words texts of advocates, newest first
 * @param messages judged texts of the month, newest first
 * @param staff outbound engagements with clients by member of staff
 * @param outbound outbound engagements of the month by member of staff
 */
record MonthEvidence(
        BrandKey brand,
        Map<HandleKey, List<TimelineEntry>> thanks,
        Map<HandleKey, List<TimelineEntry>> questions,
        Map<HandleKey, List<TimelineEntry>> words,
        Map<HandleKey, List<TimelineEntry>> messages,
        Map<HandleKey, Map<String, Long>> staff,
        OutboundCounts outbound) {

    private static final Comparator<TimelineEntry> NEWEST = Comparator.comparing(TimelineEntry::occurredAt);

    /** When a person was thanked last; null if never. */
    @Nullable
    Instant lastThanks(KnownPerson person) {
        return entries(thanks, person)
                .max(NEWEST)
                .map(TimelineEntry::occurredAt)
                .orElse(null);
    }

    /** What a person asked at the time since when they wait; null if it has no text. */
    @Nullable
    String question(PersonInBrand person) {
        var since = person.state().owedSince();
        return entries(questions, person.known())
                .filter(entry -> entry.occurredAt().equals(since))
                .map(entry -> entry.details().text())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The last text of a person; null without one. */
    @Nullable
    String lastWords(KnownPerson person) {
        return entries(words, person)
                .filter(TimelineEntry::hasInboundText)
                .max(NEWEST)
                .map(entry -> entry.details().text())
                .orElse(null);
    }

    /** The most positive or most negative text of a person in the month. */
    Optional<TimelineEntry> strongest(KnownPerson person, boolean positive) {
        var sign = positive ? 1 : -1;
        return entries(messages, person)
                .filter(entry -> entry.hasInboundText() && sign(entry) == sign)
                .max(Comparator.comparingDouble(MonthEvidence::magnitude).thenComparing(NEWEST));
    }

    /** Outbound engagements with a person by member of staff, most first. */
    List<StaffShare> holders(KnownPerson person) {
        return StaffShare.holders(brand, person, staff);
    }

    private static int sign(TimelineEntry entry) {
        var sentiment = entry.sentiment();
        return sentiment == null ? 0 : sentiment.sign();
    }

    private static double magnitude(TimelineEntry entry) {
        var sentiment = entry.sentiment();
        return sentiment == null ? 0 : Math.abs(sentiment.polarity());
    }

    private Stream<TimelineEntry> entries(Map<HandleKey, List<TimelineEntry>> byHandle, KnownPerson person) {
        return person.handleKeys(brand).stream().flatMap(handle -> byHandle.getOrDefault(handle, List.of()).stream());
    }
}
