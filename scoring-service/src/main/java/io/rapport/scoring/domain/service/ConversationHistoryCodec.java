package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Conversations as bytes: a version, what is settled, then each conversation with its turns as distances. */
public final class ConversationHistoryCodec {

    private static final byte VERSION = 1;
    private static final int ROLES = 4;

    private ConversationHistoryCodec() {}

    /** The conversations' bytes. */
    public static byte[] encode(ConversationHistory conversations) {
        var out = new VarintWriter();
        out.writeByte(VERSION);
        out.writeSigned(conversations.settledUpTo());
        ServiceLedgerCodec.write(conversations.settled(), out);
        out.writeUnsigned(conversations.remembered().size());
        conversations.remembered().forEach((name, conversation) -> {
            out.writeSigned(name);
            write(conversation, out);
        });
        return out.toBytes();
    }

    /**
     * The conversations of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no conversations
     */
    public static ConversationHistory decode(byte[] bytes) {
        var in = new VarintReader("conversations", bytes);
        in.expectVersion(VERSION);
        var settledUpTo = in.readSigned();
        var settled = ServiceLedgerCodec.read(in);
        var remembered = new TreeMap<Long, Conversation>();
        for (var left = in.readSize(); left > 0; left--) {
            var name = in.readSigned();
            remembered.put(name, read(name, in));
        }
        in.expectEnd();
        return new ConversationHistory(remembered, settledUpTo, settled);
    }

    private static void write(Conversation conversation, VarintWriter out) {
        out.writeSigned(conversation.settledUpTo());
        ServiceLedgerCodec.write(conversation.settled(), out);
        out.writeUnsigned(conversation.turns().size());
        long at = 0;
        long day = 0;
        for (var turn : conversation.turns()) {
            out.writeSigned(turn.at() - at);
            out.writeSigned((turn.day() - day) * ROLES + turn.role().number());
            at = turn.at();
            day = turn.day();
        }
    }

    private static Conversation read(long name, VarintReader in) {
        var settledUpTo = in.readSigned();
        var settled = ServiceLedgerCodec.read(in);
        List<ConversationTurn> turns = new ArrayList<>();
        long at = 0;
        long day = 0;
        for (var left = in.readSize(); left > 0; left--) {
            at += in.readSigned();
            var dayAndRole = in.readSigned();
            day += Math.floorDiv(dayAndRole, ROLES);
            turns.add(new ConversationTurn(name, at, (int) day, ConversationRole.of(Math.floorMod(dayAndRole, ROLES))));
        }
        return Conversation.of(List.copyOf(turns), settledUpTo, settled);
    }
}
