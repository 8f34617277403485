package io.rapport.report.domain.tie;

import io.rapport.contracts.tie.RelationshipTieChanged;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A tie from the view of one of the two people.
 *
 * @param person the one whose view it is
 * @param other the other one
 * @param weight on the last day
 * @param messages how often one replied to, quoted or shared a message of the other
 * @param events how many events both attended
 * @param referrals how often the person referred the other
 * @param referredBy how often the other referred the person
 */
public record PersonTie(
        UUID person,
        UUID other,
        LocalDate firstDay,
        LocalDate lastDay,
        double weight,
        long messages,
        long events,
        long referrals,
        long referredBy) {

    private static final double HALF_LIFE = 60;

    /** The tie as it was published, from the view of the first person or of the other. */
    public static PersonTie of(RelationshipTieChanged from, boolean ofOther) {
        return new PersonTie(
                ofOther ? from.other() : from.person(),
                ofOther ? from.person() : from.other(),
                from.firstDay(),
                from.lastDay(),
                from.weight(),
                from.messages(),
                from.events(),
                ofOther ? from.referredBy() : from.referrals(),
                ofOther ? from.referrals() : from.referredBy());
    }

    /** Orders ties by weight on any one day, because all weights halve together: half-lives since 1970 at which it is 1. */
    public double rank() {
        return Math.log(weight) / Math.log(2) + lastDay.toEpochDay() / HALF_LIFE;
    }

    /** The weight on a later day. */
    public double weightOn(LocalDate day) {
        var days = Math.max(0, ChronoUnit.DAYS.between(lastDay, day));
        return weight * Math.pow(2, -days / HALF_LIFE);
    }
}
