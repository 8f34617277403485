package io.rapport.scoring.domain.service;

import io.rapport.scoring.domain.binary.BinaryCodec;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The conversations between one handle and the brand. Immutable; the result does not depend on the order of turns and of
 * dismissals, except for settled conversations: a later dismissal does not change them, and their turns cannot be taken back.
 */
public final class ConversationHistory {

    /**
     * Maximum number of conversations kept with their turns. Beyond it the least recent one is settled, answered ones
     * first: its sums stay counted, it is no longer open, and late turns from before its last turn that belong to no kept
     * conversation are ignored.
     */
    static final int MAX_CONVERSATIONS = 32;

    /** The history without conversations. */
    public static final ConversationHistory EMPTY = new ConversationHistory(
            Collections.emptySortedMap(), Long.MIN_VALUE, ServiceLedger.EMPTY, DismissalMark.NONE);

    /** Binary form. Versions 1, without a dismissal mark, and 2, in which equal turns are one, are read too. */
    public static final BinaryCodec<ConversationHistory> CODEC = new BinaryCodec<ConversationHistory>(
                    "conversation history", 3, ConversationHistoryCodec::write, ConversationHistoryCodec::read)
            .reading(2, ConversationHistoryCodec::readWithoutRepeats)
            .reading(1, ConversationHistoryCodec::readWithoutMark);

    private final SortedMap<Long, Conversation> remembered;
    private final long settledUpTo;
    private final ServiceLedger settled;
    private final DismissalMark mark;

    ConversationHistory(
            SortedMap<Long, Conversation> remembered, long settledUpTo, ServiceLedger settled, DismissalMark mark) {
        this.remembered = remembered;
        this.settledUpTo = settledUpTo;
        this.settled = settled;
        this.mark = mark;
    }

    /**
     * Effect of a turn or of a dismissal.
     *
     * @param after the history with the turn or the dismissal
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
        var after = before.plus(turn, mark);
        var open = after.openConversations(mark).minus(before.openConversations(mark));
        var service = after.serviceLedger(mark).minus(before.serviceLedger(mark));
        var more = new TreeMap<>(remembered);
        more.put(turn.conversation(), after);
        if (more.size() <= MAX_CONVERSATIONS) {
            return new Change(new ConversationHistory(more, settledUpTo, settled, mark), service, open);
        }
        var oldest = oldest(more, mark);
        var removed = oldest.getValue();
        more.remove(oldest.getKey());
        var fewer = new ConversationHistory(
                more, Math.max(settledUpTo, removed.lastAt()), settled.plus(removed.serviceLedger(mark)), mark);
        return new Change(fewer, service, open.minus(removed.openConversations(mark)));
    }

    /** Takes a turn back that was added before; without effect if it is settled. */
    public Change minus(ConversationTurn turn) {
        var before = remembered.getOrDefault(turn.conversation(), Conversation.NEW);
        var after = before.minus(turn);
        var fewer = new TreeMap<>(remembered);
        if (after.isEmpty()) {
            fewer.remove(turn.conversation());
        } else {
            fewer.put(turn.conversation(), after);
        }
        return new Change(
                new ConversationHistory(fewer, settledUpTo, settled, mark),
                after.serviceLedger(mark).minus(before.serviceLedger(mark)),
                after.openConversations(mark).minus(before.openConversations(mark)));
    }

    /** Replaces the dismissal mark; one that is not newer changes nothing. */
    public Change withMark(DismissalMark newer) {
        if (newer.version() <= mark.version()) {
            return new Change(this, ServiceLedger.EMPTY, OpenConversations.EMPTY);
        }
        var after = new ConversationHistory(remembered, settledUpTo, settled, newer);
        return new Change(
                after,
                after.serviceLedger().minus(serviceLedger()),
                after.openConversations().minus(openConversations()));
    }

    /** The sums of all conversations. */
    public ServiceLedger serviceLedger() {
        var sum = settled;
        for (var conversation : remembered.values()) {
            sum = sum.plus(conversation.serviceLedger(mark));
        }
        return sum;
    }

    /** The open conversations. */
    public OpenConversations openConversations() {
        var sum = OpenConversations.EMPTY;
        for (var conversation : remembered.values()) {
            sum = sum.plus(conversation.openConversations(mark));
        }
        return sum;
    }

    private static Map.Entry<Long, Conversation> oldest(SortedMap<Long, Conversation> all, DismissalMark mark) {
        return all.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<Long, Conversation> each) ->
                                !each.getValue().openConversations(mark).isEmpty())
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

    DismissalMark mark() {
        return mark;
    }
}
