package io.rapport.scoring.domain.service;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The conversations between one handle and the brand. Immutable; the same for every order of the same turns. */
public final class ConversationHistory {

    /**
     * How many conversations are remembered by their turns. Of more, the one that has been quiet longest is settled for
     * good, answered ones first: what it came to stays counted, nobody is owed an answer in it any more, and turns from
     * before its last that belong to no remembered conversation are left out.
     */
    static final int MOST = 32;

    /** None. */
    public static final ConversationHistory EMPTY =
            new ConversationHistory(Collections.emptySortedMap(), Long.MIN_VALUE, ServiceLedger.EMPTY);

    private final SortedMap<Long, Conversation> remembered;
    private final long settledUpTo;
    private final ServiceLedger settled;

    ConversationHistory(SortedMap<Long, Conversation> remembered, long settledUpTo, ServiceLedger settled) {
        this.remembered = remembered;
        this.settledUpTo = settledUpTo;
        this.settled = settled;
    }

    /**
     * What a turn changes.
     *
     * @param after the conversations with it
     * @param service what they come to now, without what they came to before
     * @param open those that wait now, without those that waited before
     */
    public record Change(ConversationHistory after, ServiceLedger service, OpenConversations open) {}

    /** Takes a turn, in any order, and does no more work than for the conversation it belongs to. */
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
        if (more.size() <= MOST) {
            return new Change(new ConversationHistory(more, settledUpTo, settled), service, open);
        }
        var oldest = oldest(more);
        var gone = oldest.getValue();
        more.remove(oldest.getKey());
        var fewer = new ConversationHistory(more, Math.max(settledUpTo, gone.lastAt()), settled.plus(gone.serviceLedger()));
        return new Change(fewer, service, open.minus(gone.openConversations()));
    }

    /** What all of them come to. */
    public ServiceLedger serviceLedger() {
        var sum = settled;
        for (var conversation : remembered.values()) {
            sum = sum.plus(conversation.serviceLedger());
        }
        return sum;
    }

    /** Those that wait for an answer. */
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
