package io.rapport.report.store.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.store.bson.CompressedEventCodec;
import java.util.Locale;
import org.bson.Document;
import org.bson.types.Binary;

/** Maps a relationship to a document: a field for everything lists are sorted or filtered by, and the compressed event. */
final class RelationshipDocument {

    static final String BRAND = "brand";
    static final String PERSON = "person";
    static final String STAGE = "stage";
    static final String CAPTIVE = "captive";
    static final String CLIENT = "client";

    /** When the oldest unanswered conversation was opened, in epoch milliseconds; absent without any. */
    static final String OWED_SINCE = "owedSince";

    private static final String EVENT = "event";

    private final CompressedEventCodec<RelationshipScoreChanged> codec =
            new CompressedEventCodec<>(RelationshipScoreChanged.class);

    Document write(RelationshipScoreChanged state) {
        var document = new Document(BRAND, state.brandKey().key())
                .append(PERSON, state.person().toString())
                .append(STAGE, state.stage().name())
                .append(CAPTIVE, state.captive())
                .append(CLIENT, state.client())
                .append(EVENT, codec.encode(state));
        for (var order : PeopleOrder.values()) {
            document.append(field(order), order.sortValue(state));
        }
        for (var sums : state.windows()) {
            for (var side : RorSide.values()) {
                document.append(field(side, sums.window()), side.amount(sums));
            }
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

    /** The field of an order, such as {@code strength}. */
    static String field(PeopleOrder order) {
        return order.field();
    }

    /** The field of a window's sum, such as {@code returned30}. */
    static String field(RorSide side, int window) {
        return side.name().toLowerCase(Locale.ROOT) + window;
    }
}
