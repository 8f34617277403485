package io.rapport.report.store.people;

import com.mongodb.client.model.Indexes;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.mongo.KeysetOrder;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PeopleQuery.PeoplePosition;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.store.bson.StoredEventCodec;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** Maps a relationship to a document: a field for everything lists are sorted or filtered by, and the whole event. */
final class RelationshipDocument {

    static final String BRAND = "brand";
    static final String PERSON = "person";
    static final String STAGE = "stage";
    static final String CAPTIVE = "captive";
    static final String CLIENT = "client";
    static final String WARMTH_CLASS = "warmthClass";
    static final String COOLING = "cooling";

    /** When the oldest unanswered conversation was opened, in epoch milliseconds; absent without any. */
    static final String OWED_SINCE = "owedSince";

    /** The day of the last inbound engagement, in epoch days; below 0 without any. */
    static final String LAST_SEEN = field(PeopleOrder.LAST_SEEN);

    /** False for a client without any engagement; absent for everyone else. */
    static final String CONTACT = "contact";

    private static final String EVENT = "event";

    private final StoredEventCodec<RelationshipScoreChanged> codec =
            new StoredEventCodec<>(RelationshipScoreChanged.class);

    Document write(RelationshipScoreChanged state) {
        var document = new Document(BRAND, state.brandKey().key())
                .append(PERSON, state.person().toString())
                .append(STAGE, state.stage().name())
                .append(CAPTIVE, state.captive())
                .append(CLIENT, state.client())
                .append(EVENT, codec.encode(state))
                .append(WARMTH_CLASS, state.warmthClass().name())
                .append(COOLING, state.cooling());
        for (var order : PeopleOrder.values()) {
            document.append(field(order), order.sortValue(state));
        }
        for (var sums : state.windows()) {
            for (var side : RorSide.values()) {
                document.append(field(side, sums.window()), side.amount(sums));
            }
        }
        if (state.contributions().isEmpty()) {
            document.append(CONTACT, false);
        }
        var owedSince = state.owedSince();
        if (state.owed() != null && owedSince != null) {
            document.append(OWED_SINCE, owedSince.toEpochMilli());
        }
        return document;
    }

    RelationshipScoreChanged read(Document document) {
        return codec.decode(EmbeddedStoreWorkarounds.stateOf(document).get(EVENT, Binary.class));
    }

    /** The position of a document of which only the field of the order and the person are known. */
    static PeoplePosition readPosition(Document document, PeopleOrder order) {
        var state = EmbeddedStoreWorkarounds.stateOf(document);
        return new PeoplePosition(state.getDouble(field(order)), UUID.fromString(state.getString(PERSON)));
    }

    /**
     * The fields of the index of an order: first those that a page is read in the order of, then those that filters ask for, so
     * that people who are filtered out are not read.
     */
    static Bson listIndex(PeopleOrder order) {
        return index(List.of(BRAND), order);
    }

    /** The index of a list of clients in an order, which are few: it begins with the flag. */
    static Bson clientIndex(PeopleOrder order) {
        return index(List.of(BRAND, CLIENT), order);
    }

    /** The index of those people of a brand who have the fields of an order, in this order. */
    static Bson orderIndex(KeysetOrder order) {
        return Indexes.compoundIndex(Indexes.ascending(EmbeddedStoreWorkarounds.statePath(BRAND)), order.sort());
    }

    private static Bson index(List<String> first, PeopleOrder order) {
        var filtered = Stream.of(STAGE, WARMTH_CLASS, COOLING, CAPTIVE, CLIENT, LAST_SEEN, OWED_SINCE)
                .filter(field -> !field.equals(field(order)) && !first.contains(field));
        return Indexes.compoundIndex(
                Indexes.ascending(paths(first.stream())),
                Indexes.descending(EmbeddedStoreWorkarounds.statePath(field(order))),
                Indexes.ascending(EmbeddedStoreWorkarounds.statePath(PERSON)),
                Indexes.ascending(paths(filtered)));
    }

    private static List<String> paths(Stream<String> fields) {
        return fields.map(EmbeddedStoreWorkarounds::statePath).toList();
    }

    /** The field of an order, such as {@code strength}. */
    static String field(PeopleOrder order) {
        return order.field();
    }

    /** The field of a window's sum, such as {@code returned30}. */
    static String field(RorSide side, int window) {
        return side.name().toLowerCase(Locale.ROOT) + window;
    }
}
