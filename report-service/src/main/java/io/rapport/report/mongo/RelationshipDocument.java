package io.rapport.report.mongo;

import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.report.domain.PeopleOrder;
import io.rapport.report.domain.Side;
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

    private final Packed<RelationshipScoreChanged> packed = new Packed<>(RelationshipScoreChanged.class);

    Document write(RelationshipScoreChanged state) {
        var document = new Document(BRAND, state.brandKey().key())
                .append(PERSON, state.person().toString())
                .append(STAGE, state.stage().name())
                .append(CAPTIVE, state.captive())
                .append(CLIENT, state.client())
                .append(STATE, packed.pack(state));
        for (var order : PeopleOrder.values()) {
            document.append(field(order), order.of(state));
        }
        for (var sums : state.windows()) {
            for (var side : Side.values()) {
                document.append(field(side, sums.window()), side.of(sums));
            }
        }
        var owedSince = state.owedSince();
        if (state.owed() != null && owedSince != null) {
            document.append(OWED_SINCE, owedSince.toEpochMilli());
        }
        return document;
    }

    RelationshipScoreChanged read(Document document) {
        return packed.unpack(Upserts.state(document).get(STATE, Binary.class));
    }

    static String field(PeopleOrder order) {
        return switch (order) {
            case STRENGTH -> "st";
            case WARMTH -> "wa";
            case THEY_TO_US -> "tu";
            case LAST_SEEN -> "ls";
        };
    }

    static String field(Side side, int window) {
        return (side == Side.RETURNED ? "r" : "i") + window;
    }
}
