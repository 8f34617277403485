package io.rapport.report.store.people;

import static io.rapport.mongo.EmbeddedStoreWorkarounds.stateOf;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.tie.TieDay;
import io.rapport.report.domain.tie.PersonTie;
import io.rapport.report.domain.tie.PersonTieBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps the view of a tie by one of its people to a document: the sums, and the contacts of each day. */
final class TieDocument {

    /** First, so that of the same sequence a document with days replaces one of an earlier release without them. */
    static final String DAYS = "days";

    static final String BRAND = "brand";
    static final String OWNER = "owner";
    static final String OTHER = "other";
    static final String RANK = "rank";
    static final String FIRST_DAY = "firstDay";

    /** The latest day on which the owner referred the other; missing if there is none. */
    static final String REFERRED_ON = "referredOn";

    private static final String PERSON = "person";
    private static final String LAST_DAY = "lastDay";
    private static final String WEIGHT = "weight";
    private static final String DAY = "day";
    private static final String MESSAGES = "messages";
    private static final String MENTIONS = "mentions";
    private static final String EVENTS = "events";
    private static final String REFERRALS = "referrals";
    private static final String REFERRED_BY = "referredBy";

    private TieDocument() {}

    static String owner(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }

    static Document write(BrandKey brand, PersonTie tie) {
        var document = new Document(
                        DAYS, tie.days().stream().map(TieDocument::writeDay).toList())
                .append(BRAND, brand.key())
                .append(OWNER, owner(brand, tie.person()))
                .append(PERSON, tie.person().toString())
                .append(OTHER, tie.other().toString())
                .append(RANK, tie.rank())
                .append(WEIGHT, tie.weight())
                .append(FIRST_DAY, tie.firstDay().toEpochDay())
                .append(LAST_DAY, tie.lastDay().toEpochDay())
                .append(MESSAGES, tie.messages())
                .append(MENTIONS, tie.mentions())
                .append(EVENTS, tie.events())
                .append(REFERRALS, tie.referrals())
                .append(REFERRED_BY, tie.referredBy());
        return tie.referrals() == 0
                ? document
                : document.append(
                        REFERRED_ON,
                        Objects.requireNonNullElse(tie.lastReferral(), tie.lastDay())
                                .toEpochDay());
    }

    static PersonTie read(Document found) {
        var state = stateOf(found);
        return PersonTieBuilder.builder()
                .person(UUID.fromString(state.getString(PERSON)))
                .other(UUID.fromString(state.getString(OTHER)))
                .firstDay(LocalDate.ofEpochDay(state.getLong(FIRST_DAY)))
                .lastDay(LocalDate.ofEpochDay(state.getLong(LAST_DAY)))
                .weight(state.getDouble(WEIGHT))
                .messages(state.getLong(MESSAGES))
                .mentions(Objects.requireNonNullElse(state.getLong(MENTIONS), 0L))
                .events(state.getLong(EVENTS))
                .referrals(state.getLong(REFERRALS))
                .referredBy(state.getLong(REFERRED_BY))
                .days(state.getList(DAYS, Document.class, List.of()).stream()
                        .map(TieDocument::readDay)
                        .toList())
                .build();
    }

    /** Whether the owner referred the other on one of these days; where the days are not known, by the latest of them. */
    static boolean isReferred(Document found, LocalDate from, LocalDate to) {
        var state = stateOf(found);
        var days = state.getList(DAYS, Document.class, List.of());
        var referrals = days.isEmpty()
                ? Stream.of(state.getLong(REFERRED_ON))
                : days.stream().filter(day -> day.containsKey(REFERRALS)).map(day -> day.getLong(DAY));
        return referrals.anyMatch(day -> day >= from.toEpochDay() && day <= to.toEpochDay());
    }

    private static Document writeDay(TieDay from) {
        var day = new Document(DAY, from.day().toEpochDay());
        appendIfPresent(day, MESSAGES, from.messages());
        appendIfPresent(day, MENTIONS, from.mentions());
        appendIfPresent(day, EVENTS, from.events());
        appendIfPresent(day, REFERRALS, from.referrals());
        appendIfPresent(day, REFERRED_BY, from.referredBy());
        return day;
    }

    private static TieDay readDay(Document day) {
        return new TieDay(
                LocalDate.ofEpochDay(day.getLong(DAY)),
                day.getLong(MESSAGES),
                day.getLong(MENTIONS),
                day.getLong(EVENTS),
                day.getLong(REFERRALS),
                day.getLong(REFERRED_BY));
    }

    private static void appendIfPresent(Document day, String field, @Nullable Long count) {
        if (count != null) {
            day.append(field, count);
        }
    }
}
