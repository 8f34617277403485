package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.binary.BinaryCodec;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The conversations between one handle and the brand. Immutable; the result does not depend on the order of turns. */
public final class ConversationHistory {

    /**
     * Maximum number of conversations kept with their turns. Beyond it the least recent one is settled, answered ones
     * first: its sums stay counted, it is no longer open, and late turns from before its last turn that belong to no kept
     * conversation are ignored.
     */
    static final int MAX_CONVERSATIONS = 32;

    /** The history without conversations. */
    public static final ConversationHistory EMPTY =
            new ConversationHistory(Collections.emptySortedMap(), Long.MIN_VALUE, ServiceLedger.EMPTY);

    /** Binary form. */
    public static final BinaryCodec<ConversationHistory> CODEC = new BinaryCodec<>(
            "conversation history", 1, ConversationHistoryCodec::write, ConversationHistoryCodec::read);

    private final SortedMap<Long, Conversation> remembered;
    private final long settledUpTo;
    private final ServiceLedger settled;

    ConversationHistory(SortedMap<Long, Conversation> remembered, long settledUpTo, ServiceLedger settled) {
        this.remembered = remembered;
        this.settledUpTo = settledUpTo;
        this.settled = settled;
    }

    /**
     * Effect of a turn.
     *
     * @param after the history with the turn
     * @param service difference of the service sums
     * @param open difference of the open conversations
     */
    public record Change(ConversationHistory after, ServiceLedger service, OpenConversations open) {}

    /** Adds a turn, in any order. The cost is that of the conversation it belongs to. */
    public Change plus(ConversationTurn turn) {
        var before = remembered.getOrDefault(turn.conversation(), Conversation.NEW);
        if (before == Conversation.NEW && turn.at() <= settledUpTo) {
            return new Change(this, ServiceLedger.EMPTY, OpenConversations.EMPTY);
        }
        var after = before.plus(turn);
        var open = after.openConversations().minus(before.openConversations());
        var service = after.serviceLedger().minus(before.serviceLedger());
        var more = new TreeMap<>(remembered);
        more.put(turn.conversation(), after);
        if (more.size() <= MAX_CONVERSATIONS) {
            return new Change(new ConversationHistory(more, settledUpTo, settled), service, open);
        }
        var oldest = oldest(more);
        var removed = oldest.getValue();
        more.remove(oldest.getKey());
        var fewer = new ConversationHistory(
                more, Math.max(settledUpTo, removed.lastAt()), settled.plus(removed.serviceLedger()));
        return new Change(fewer, service, open.minus(removed.openConversations()));
    }

    /** The sums of all conversations. */
    public ServiceLedger serviceLedger() {
        var sum = settled;
        for (var conversation : remembered.values()) {
            sum = sum.plus(conversation.serviceLedger());
        }
        return sum;
    }

    /** The open conversations. */
    public OpenConversations openConversations() {
        var sum = OpenConversations.EMPTY;
        for (var conversation : remembered.values()) {
            sum = sum.plus(conversation.openConversations());
        }
        return sum;
    }

    private static Map.Entry<Long, Conversation> oldest(SortedMap<Long, Conversation> all) {
        return all.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<Long, Conversation> each) ->
                                !each.getValue().openConversations().isEmpty())
                        .thenComparingLong(each -> each.getValue().lastAt()))
                .orElseThrow();
    }

    SortedMap<Long, Conversation> remembered() {
        return remembered;
    }

    long settledUpTo() {
        return settledUpTo;
    }

    ServiceLedger settled() {
        return settled;
    }
}
