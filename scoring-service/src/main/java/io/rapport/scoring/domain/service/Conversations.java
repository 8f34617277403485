package io.rapport.scoring.domain.service;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The conversations between one handle and the brand. Immutable; the same for every order of the same turns. */
public final class Conversations {

    /**
     * How many conversations are remembered by their turns. Of more, the one that has been quiet longest is settled for
     * good, answered ones first: what it came to stays counted, nobody is owed an answer in it any more, and turns from
     * before its last that belong to no remembered conversation are left out.
     */
    static final int MOST = 32;

    /** None. */
    public static final Conversations NONE =
            new Conversations(Collections.emptySortedMap(), Long.MIN_VALUE, ServiceLedger.EMPTY);

    private final SortedMap<Long, Conversation> remembered;
    private final long settledUpTo;
    private final ServiceLedger settled;

    Conversations(SortedMap<Long, Conversation> remembered, long settledUpTo, ServiceLedger settled) {
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
    public record Change(Conversations after, ServiceLedger service, OpenConversations open) {}

    /** Takes a turn, in any order, and does no more work than for the conversation it belongs to. */
    public Change plus(Turn turn) {
        var before = remembered.getOrDefault(turn.conversation(), Conversation.NEW);
        if (before == Conversation.NEW && turn.at() <= settledUpTo) {
            return new Change(this, ServiceLedger.EMPTY, OpenConversations.EMPTY);
        }
        var after = before.plus(turn);
        var open = after.open().minus(before.open());
        var service = after.service().minus(before.service());
        var more = new TreeMap<>(remembered);
        more.put(turn.conversation(), after);
        if (more.size() <= MOST) {
            return new Change(new Conversations(more, settledUpTo, settled), service, open);
        }
        var oldest = oldest(more);
        var gone = oldest.getValue();
        more.remove(oldest.getKey());
        var fewer = new Conversations(more, Math.max(settledUpTo, gone.lastAt()), settled.plus(gone.service()));
        return new Change(fewer, service, open.minus(gone.open()));
    }

    /** What all of them come to. */
    public ServiceLedger service() {
        var sum = settled;
        for (var conversation : remembered.values()) {
            sum = sum.plus(conversation.service());
        }
        return sum;
    }

    /** Those that wait for an answer. */
    public OpenConversations open() {
        var sum = OpenConversations.EMPTY;
        for (var conversation : remembered.values()) {
            sum = sum.plus(conversation.open());
        }
        return sum;
    }

    private static Map.Entry<Long, Conversation> oldest(SortedMap<Long, Conversation> all) {
        return all.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<Long, Conversation> each) ->
                                !each.getValue().open().isEmpty())
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
