package io.rapport.scoring.domain.day;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.brand.PersonVisibility;
import io.rapport.scoring.domain.brand.SeenStatus;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.relationship.RelationshipScore;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's relationship with a brand on one day. Dimensions, strength and warmth are 0 to 100.
 *
 * @param top percent of the brand's people by strength, 1 to 100, that include the person; null if not computed
 * @param theyToUs decayed return
 * @param usToThem decayed effort
 * @param contact whether there was any engagement up to the day; a client may be without
 * @param owed conversations opened up to the day that wait for an answer now
 * @param owedSince when the oldest of them was opened; null for none
 * @param seen inbound activity in the window; null if there is none in it and in the one before
 * @param returned return of the window, without decay
 * @param invested effort of the window, without decay
 */
@RecordBuilder
public record PersonDay(
        UUID person,
        LocalDate asOf,
        double strength,
        double know,
        double like,
        double trust,
        @Nullable Integer top,
        Stage stage,
        LocalDate stageSince,
        double warmth,
        WarmthClass warmthClass,
        boolean cooling,
        double theyToUs,
        double usToThem,
        double reciprocity,
        boolean captive,
        boolean client,
        boolean contact,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen,
        @Nullable LocalDate lastTouch,
        long owed,
        @Nullable Instant owedSince,
        @Nullable SeenStatus seen,
        double returned,
        double invested) {

    /** Judges a person on a day; empty if there is no relationship on that day. */
    public static Optional<PersonDay> of(PersonLedgers person, AsOf asOf, ScoringModel model) {
        return person.isAbsentOn(asOf.epochDay())
                ? Optional.empty()
                : of(person, asOf, RelationshipScore.of(person.ledger(), asOf.epochDay(), person.client(), model));
    }

    static Optional<PersonDay> of(PersonLedgers person, AsOf asOf, RelationshipScore score) {
        if (!score.exists()) {
            return Optional.empty();
        }
        var visibility = new PersonVisibility(
                person.ledger().cells(), asOf.epochDay(), score.contact().firstSeen());
        var window = score.breakdown().windows().get(asOf.windowIndex());
        return Optional.of(
                of(person, asOf, score, visibility.status(asOf.windowIndex()), window.returned(), window.invested()));
    }

    /** The day of a relationship that exists, with the activity and the sums of any window. */
    static PersonDay of(
            PersonLedgers person,
            AsOf asOf,
            RelationshipScore score,
            @Nullable SeenStatus seen,
            double returned,
            double invested) {
        var contact = score.contact();
        var openedAt = person.open().openedAt();
        var open = openedAt.isEmpty() ? openedAt : openedAt.headMap(asOf.end());
        return PersonDayBuilder.builder()
                .person(person.person())
                .asOf(asOf.day())
                .strength(score.strength())
                .know(score.dimensions().know())
                .like(score.dimensions().like())
                .trust(score.dimensions().trust())
                .stage(score.stage())
                .stageSince(score.stageSince())
                .warmth(contact.warmth())
                .warmthClass(score.warmthClass())
                .cooling(score.isCooling())
                .theyToUs(score.exchange().theyToUs())
                .usToThem(score.exchange().usToThem())
                .reciprocity(score.exchange().reciprocity())
                .captive(score.captive())
                .client(score.client())
                .contact(score.contacted())
                .firstSeen(contact.firstSeen())
                .lastSeen(contact.lastSeen())
                .lastTouch(contact.lastTouch())
                .owed(open.values().stream().mapToLong(Long::longValue).sum())
                .owedSince(open.isEmpty() ? null : Instant.ofEpochMilli(open.firstKey()))
                .seen(seen)
                .returned(returned)
                .invested(invested)
                .build();
    }

    /** A copy with the person's place among the people of the brand, in percent. */
    public PersonDay withTop(int percent) {
        return PersonDayBuilder.builder(this).top(percent).build();
    }
}
