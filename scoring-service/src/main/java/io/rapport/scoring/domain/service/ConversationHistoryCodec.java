package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Body of the binary form of a {@link ConversationHistory}: settled sums, each conversation with
 * delta-encoded turns, and the dismissal mark.
 */
final class ConversationHistoryCodec {

    private static final int ROLES = 4;

    private ConversationHistoryCodec() {}

    static void write(ConversationHistory history, VarintWriter out) {
        out.writeSigned(history.settledUpTo());
        ServiceLedger.CODEC.write(history.settled(), out);
        out.writeUnsigned(history.remembered().size());
        history.remembered().forEach((name, conversation) -> {
            out.writeSigned(name);
            write(conversation, out);
        });
        out.writeSigned(history.mark().upTo());
        out.writeUnsigned(history.mark().version());
    }

    static ConversationHistory read(VarintReader in) {
        return readMark(readConversations(in, true), in);
    }

    /** Reads the body of version 2. */
    static ConversationHistory readWithoutRepeats(VarintReader in) {
        return readMark(readConversations(in, false), in);
    }

    /** Reads the body of version 1. */
    static ConversationHistory readWithoutMark(VarintReader in) {
        return readConversations(in, false);
    }

    private static ConversationHistory readMark(ConversationHistory history, VarintReader in) {
        var mark = new DismissalMark(in.readSigned(), in.readUnsigned());
        return new ConversationHistory(history.remembered(), history.settledUpTo(), history.settled(), mark);
    }

    private static ConversationHistory readConversations(VarintReader in, boolean hasRepeats) {
        var settledUpTo = in.readSigned();
        var settled = ServiceLedger.CODEC.read(in);
        var remembered = new TreeMap<Long, Conversation>();
        for (var left = in.readSize(); left > 0; left--) {
            var name = in.readSigned();
            remembered.put(name, readConversation(name, in, hasRepeats));
        }
        return new ConversationHistory(remembered, settledUpTo, settled, DismissalMark.NONE);
    }

    private static void write(Conversation conversation, VarintWriter out) {
        out.writeSigned(conversation.settledUpTo());
        ServiceLedger.CODEC.write(conversation.settled(), out);
        out.writeUnsigned(conversation.turns().size());
        long at = 0;
        long day = 0;
        for (var turn : conversation.turns()) {
            out.writeSigned(turn.at() - at);
            out.writeSigned((turn.day() - day) * ROLES + turn.role().number());
            at = turn.at();
            day = turn.day();
        }
        out.writeUnsigned(conversation.repeats().size());
        conversation.repeats().forEach((turn, count) -> {
            out.writeUnsigned(Collections.binarySearch(conversation.turns(), turn));
            out.writeUnsigned(count);
        });
    }

    private static Conversation readConversation(long name, VarintReader in, boolean hasRepeats) {
        var settledUpTo = in.readSigned();
        var settled = ServiceLedger.CODEC.read(in);
        List<ConversationTurn> turns = new ArrayList<>();
        long at = 0;
        long day = 0;
        for (var left = in.readSize(); left > 0; left--) {
            at += in.readSigned();
            var dayAndRole = in.readSigned();
            day += Math.floorDiv(dayAndRole, ROLES);
            turns.add(new ConversationTurn(name, at, (int) day, ConversationRole.of(Math.floorMod(dayAndRole, ROLES))));
        }
        var repeats = new TreeMap<ConversationTurn, Integer>();
        for (var left = hasRepeats ? in.readSize() : 0; left > 0; left--) {
            repeats.put(turns.get((int) in.readUnsigned()), (int) in.readUnsigned());
        }
        return Conversation.of(List.copyOf(turns), repeats, settledUpTo, settled);
    }
}
