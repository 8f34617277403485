package io.rapport.scoring.topology.tie;

import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.domain.tie.TieSort;
import io.rapport.scoring.topology.content.MessageReference;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.support.ExpirySchedule;
import io.rapport.scoring.topology.tie.TieNode.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Links the author of a message to those who answer it, in either order of arrival, and those who attend an event to each
 * other. The work per record is bounded: at most {@link #MAX_WAITING} answers wait for a message, and an event that more than
 * {@link #MAX_ATTENDEES} handles attended links none.
 */
final class TieNodeProcessor implements Processor<String, PostActivity, String, TieLink> {

    static final int MAX_WAITING = 50;
    static final int MAX_ATTENDEES = 12;
    /** Attendances of one handle that are kept, so that the next one counts when the earliest is taken back. */
    static final int MAX_ATTENDANCES = 10;

    private static final long WAITING_RETENTION = Duration.ofDays(7).toMillis();

    private ProcessorContext<String, TieLink> context;
    private KeyValueStore<String, TieNode> nodes;

    @SuppressWarnings("NullAway.Init")
    TieNodeProcessor() {}

    @Override
    public void init(ProcessorContext<String, TieLink> context) {
        this.context = context;
        this.nodes = context.getStateStore(TieStores.TIE_NODE);
        ExpirySchedule.schedule(context, nodes, TieNodeProcessor::isExpired, node -> {});
    }

    @Override
    public void process(Record<String, PostActivity> record) {
        var activity = record.value();
        var reference = activity.reference();
        if (activity.post() != null) {
            nodes.put(record.key(), node(record.key()).asClosed(context.currentSystemTimeMs()));
        } else if (reference != null) {
            apply(record, reference);
        }
    }

    private void apply(Record<String, PostActivity> record, MessageReference reference) {
        var key = record.key();
        var count = record.value().takenBack() ? -1 : 1;
        var member = new Member(reference.handle(), record.value().day());
        switch (reference.role()) {
            case AUTHOR -> addAuthor(key, reference.handle(), record.timestamp());
            case REPLY -> applyReply(key, member, count, record.timestamp());
            case ATTENDEE -> applyAttendee(key, member, count, record.timestamp());
            case REFERRED -> linkOther(reference, TieLedger.of(TieSort.REFERRED_BY, member.day(), count), record);
            case MENTIONED -> linkOther(reference, TieLedger.of(TieSort.MENTION, member.day(), count), record);
            case ERASED -> erase(key, reference.handle());
        }
    }

    /** Links the handle to the other one that the reference names. */
    private void linkOther(MessageReference reference, TieLedger contact, Record<String, PostActivity> record) {
        var other = reference.other();
        if (other != null) {
            link(reference.handle(), other, contact, record.timestamp());
        }
    }

    /** Of two handles that claim a message the first stays. */
    private void addAuthor(String key, String handle, long timestamp) {
        var node = node(key);
        if (node.author() == null && !node.closed()) {
            nodes.put(key, node.withAuthor(handle, context.currentSystemTimeMs()));
            node.members().forEach(member -> answered(member, handle, 1, timestamp));
        }
    }

    private void applyReply(String key, Member member, int count, long timestamp) {
        var node = node(key);
        if (node.author() != null) {
            answered(member, node.author(), count, timestamp);
        } else if (!node.closed() && (count < 0 || node.members().size() < MAX_WAITING)) {
            put(key, node.withMembers(change(node.members(), member, count), context.currentSystemTimeMs()));
        }
    }

    private void answered(Member member, String author, int count, long timestamp) {
        link(member.handle(), author, TieLedger.of(TieSort.MESSAGE, member.day(), count), timestamp);
    }

    /** A handle attends once, on its earliest day, whatever the order of arrival. */
    private void applyAttendee(String key, Member member, int count, long timestamp) {
        var node = node(key);
        if (node.closed()) {
            return;
        }
        var members = limit(change(node.members(), member, count), member.handle());
        var changed = node.withMembers(members, context.currentSystemTimeMs());
        var attendees = node.attendees();
        var others = attendees.stream()
                .filter(each -> !each.handle().equals(member.handle()))
                .toList();
        if (changed.attendees().size() > MAX_ATTENDEES) {
            for (int i = 0; i < attendees.size(); i++) {
                met(attendees.get(i), attendees.subList(0, i), -1, timestamp);
            }
            nodes.put(key, node.asClosed(context.currentSystemTimeMs()));
            return;
        }
        var before = node.attendee(member.handle());
        var after = changed.attendee(member.handle());
        if (!before.equals(after)) {
            before.ifPresent(earlier -> met(earlier, others, -1, timestamp));
            after.ifPresent(now -> met(now, others, 1, timestamp));
        }
        put(key, changed);
    }

    private void met(Member one, List<Member> others, int count, long timestamp) {
        for (var other : others) {
            var day = Math.max(one.day(), other.day());
            link(one.handle(), other.handle(), TieLedger.of(TieSort.EVENT, day, count), timestamp);
        }
    }

    private void link(String handle, String other, TieLedger contacts, long timestamp) {
        if (!handle.equals(other)) {
            context.forward(new Record<>(handle, new TieLink(other, contacts), timestamp));
            context.forward(new Record<>(other, new TieLink(handle, contacts.reversed()), timestamp));
        }
    }

    private void erase(String key, String handle) {
        var node = nodes.get(key);
        if (node != null) {
            put(key, node.without(handle));
        }
    }

    private void put(String key, TieNode node) {
        if (node.isEmpty()) {
            nodes.delete(key);
        } else {
            nodes.put(key, node);
        }
    }

    private TieNode node(String key) {
        var known = nodes.get(key);
        return known == null ? TieNode.EMPTY : known;
    }

    /** Adds a member, or removes one of those that are equal to it. */
    private static List<Member> change(List<Member> members, Member member, int count) {
        var all = new ArrayList<>(members);
        if (count < 0) {
            all.remove(member);
        } else {
            all.add(member);
        }
        return all;
    }

    /** Without the latest attendance of a handle that has more than are kept. */
    private static List<Member> limit(List<Member> members, String handle) {
        var own = members.stream()
                .filter(member -> member.handle().equals(handle))
                .sorted(Comparator.comparingInt(Member::day))
                .toList();
        return own.size() <= MAX_ATTENDANCES ? members : change(members, own.get(own.size() - 1), -1);
    }

    private static boolean isExpired(String key, TieNode node, long now) {
        return isWaiting(key, node) && now - node.changedAt() > WAITING_RETENTION;
    }

    private static boolean isWaiting(String key, TieNode node) {
        return node.author() == null && !node.closed() && !MessageReference.isEvent(key);
    }
}
