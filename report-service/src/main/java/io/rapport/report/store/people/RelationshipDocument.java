package io.rapport.report.store.people;

import io.rapport.report.store.bson.CompressedEventCodec;
import io.rapport.report.store.bson.VersionedUpserts;

import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.RorSide;
import org.bson.Document;
import org.bson.types.Binary;

/** A relationship as a document: what is sorted and filtered by in short fields, and the whole state packed. */
final class RelationshipDocument {

    static final String BRAND = "b";
    static final String PERSON = "p";
    static final String STAGE = "sg";
    static final String CAPTIVE = "ca";
    static final String CLIENT = "cl";
    /** Since when they wait for an answer, in milliseconds; only where they do. */
    static final String OWED_SINCE = "ow";

    private static final String STATE = "v";

    private final CompressedEventCodec<RelationshipScoreChanged> packed = new CompressedEventCodec<>(RelationshipScoreChanged.class);

    Document write(RelationshipScoreChanged state) {
        var document = new Document(BRAND, state.brandKey().key())
                .append(PERSON, state.person().toString())
                .append(STAGE, state.stage().name())
                .append(CAPTIVE, state.captive())
                .append(CLIENT, state.client())
                .append(STATE, packed.encode(state));
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
        return packed.decode(VersionedUpserts.state(document).get(STATE, Binary.class));
    }

    static String field(PeopleOrder order) {
        return switch (order) {
            case STRENGTH -> "st";
            case WARMTH -> "wa";
            case THEY_TO_US -> "tu";
            case LAST_SEEN -> "ls";
        };
    }

    static String field(RorSide side, int window) {
        return (side == RorSide.RETURNED ? "r" : "i") + window;
    }
}
