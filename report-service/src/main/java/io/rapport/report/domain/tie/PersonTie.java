package io.rapport.report.domain.tie;

import io.rapport.contracts.tie.RelationshipTieChanged;
import io.rapport.contracts.tie.TieDay;
import io.rapport.contracts.tie.TieDayBuilder;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tie from the view of one of the two people.
 *
 * @param person the one whose view it is
 * @param other the other one
 * @param weight on the last day
 * @param messages how often one replied to, quoted or shared a message of the other
 * @param mentions how often one mentioned the other in a message
 * @param events how many events both attended
 * @param referrals how often the person referred the other
 * @param referredBy how often the other referred the person
 * @param days the contacts of each day, ascending; empty where they were not read or are not known
 */
@RecordBuilder
public record PersonTie(
        UUID person,
        UUID other,
        LocalDate firstDay,
        LocalDate lastDay,
        double weight,
        long messages,
        long mentions,
        long events,
        long referrals,
        long referredBy,
        List<TieDay> days) {

    private static final double HALF_LIFE = 60;

    /** The tie as it was published, from the view of the first person or of the other. */
    public static PersonTie of(RelationshipTieChanged from, boolean ofOther) {
        var days = Objects.requireNonNullElse(from.days(), List.<TieDay>of());
        return PersonTieBuilder.builder()
                .person(ofOther ? from.other() : from.person())
                .other(ofOther ? from.person() : from.other())
                .firstDay(from.firstDay())
                .lastDay(from.lastDay())
                .weight(from.weight())
                .messages(from.messages())
                .mentions(Objects.requireNonNullElse(from.mentions(), 0L))
                .events(from.events())
                .referrals(ofOther ? from.referredBy() : from.referrals())
                .referredBy(ofOther ? from.referrals() : from.referredBy())
                .days(ofOther ? days.stream().map(PersonTie::reversed).toList() : days)
                .build();
    }

    /** Orders ties by weight on any one day, because all weights halve together: half-lives since 1970 at which it is 1. */
    public double rank() {
        return Math.log(weight) / Math.log(2) + lastDay.toEpochDay() / HALF_LIFE;
    }

    /** The weight on a later day. */
    public double weightOn(LocalDate day) {
        var since = Math.max(0, ChronoUnit.DAYS.between(lastDay, day));
        return weight * Math.pow(2, -since / HALF_LIFE);
    }

    /**
     * The tie by its contacts up to a day, without its days; empty if there were none, or if they are not known by day. Contacts that are
     * older than the days count on the first day.
     */
    public Optional<PersonTie> upTo(LocalDate day) {
        if (!lastDay.isAfter(day)) {
            return Optional.of(PersonTieBuilder.from(this).withDays(List.of()));
        }
        var until = days.isEmpty() || firstDay.isAfter(day)
                ? List.<TieDay>of()
                : Stream.concat(olderThanDays(), days.stream())
                        .filter(each -> !each.day().isAfter(day))
                        .toList();
        return until.isEmpty() ? Optional.empty() : Optional.of(sumOf(until));
    }

    /** The latest day on which the person referred the other; null if it is not known. */
    @Nullable
    public LocalDate lastReferral() {
        return days.stream()
                .filter(each -> each.referrals() != null)
                .map(TieDay::day)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private PersonTie sumOf(List<TieDay> contacts) {
        var last = contacts.get(contacts.size() - 1).day();
        return PersonTieBuilder.builder(this)
                .firstDay(contacts.get(0).day())
                .lastDay(last)
                .weight(TieDay.weight(contacts, last))
                .messages(sum(contacts, TieDay::messages))
                .mentions(sum(contacts, TieDay::mentions))
                .events(sum(contacts, TieDay::events))
                .referrals(sum(contacts, TieDay::referrals))
                .referredBy(sum(contacts, TieDay::referredBy))
                .days(List.of())
                .build();
    }

    private Stream<TieDay> olderThanDays() {
        return days.size() < RelationshipTieChanged.MAX_DAYS
                ? Stream.empty()
                : Stream.of(new TieDay(
                        firstDay,
                        messages - sum(days, TieDay::messages),
                        mentions - sum(days, TieDay::mentions),
                        events - sum(days, TieDay::events),
                        referrals - sum(days, TieDay::referrals),
                        referredBy - sum(days, TieDay::referredBy)));
    }

    private static TieDay reversed(TieDay day) {
        return TieDayBuilder.builder(day)
                .referrals(day.referredBy())
                .referredBy(day.referrals())
                .build();
    }

    private static long sum(List<TieDay> days, Function<TieDay, @Nullable Long> count) {
        return days.stream()
                .mapToLong(day -> Objects.requireNonNullElse(count.apply(day), 0L))
                .sum();
    }
}
