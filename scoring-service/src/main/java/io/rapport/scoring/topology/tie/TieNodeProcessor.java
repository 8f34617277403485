package io.rapport.scoring.topology.tie;

import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.domain.tie.TieSort;
import io.rapport.scoring.topology.content.MessageReference;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.support.ExpirySchedule;
import io.rapport.scoring.topology.tie.TieNode.Member;
import java.time.Duration;
import java.util.ArrayList;
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
            apply(record.key(), reference, activity.day(), record.timestamp());
        }
    }

    private void apply(String key, MessageReference reference, int day, long timestamp) {
        switch (reference.role()) {
            case AUTHOR -> addAuthor(key, reference.handle(), timestamp);
            case REPLY -> addReply(key, new Member(reference.handle(), day), timestamp);
            case ATTENDEE -> addAttendee(key, new Member(reference.handle(), day), timestamp);
            case REFERRED -> {
                var other = reference.other();
                if (other != null) {
                    link(reference.handle(), other, TieLedger.of(TieSort.REFERRED_BY, day, 1), timestamp);
                }
            }
            case ERASED -> erase(key, reference.handle());
        }
    }

    /** Of two handles that claim a message the first stays. */
    private void addAuthor(String key, String handle, long timestamp) {
        var node = node(key);
        if (node.author() == null && !node.closed()) {
            nodes.put(key, node.withAuthor(handle, context.currentSystemTimeMs()));
            node.members().forEach(member -> answered(member, handle, timestamp));
        }
    }

    private void addReply(String key, Member member, long timestamp) {
        var node = node(key);
        if (node.author() != null) {
            answered(member, node.author(), timestamp);
        } else if (!node.closed() && node.members().size() < MAX_WAITING) {
            nodes.put(key, node.withMembers(plus(node.members(), member), context.currentSystemTimeMs()));
        }
    }

    private void answered(Member member, String author, long timestamp) {
        link(member.handle(), author, TieLedger.of(TieSort.MESSAGE, member.day(), 1), timestamp);
    }

    /** A handle attends once, on its earliest day, whatever the order of arrival. */
    private void addAttendee(String key, Member member, long timestamp) {
        var node = node(key);
        var known = node.members().stream()
                .filter(each -> each.handle().equals(member.handle()))
                .findAny();
        if (node.closed() || known.isPresent() && known.get().day() <= member.day()) {
            return;
        }
        var others = node.members().stream()
                .filter(each -> !each.handle().equals(member.handle()))
                .toList();
        known.ifPresent(earlier -> met(earlier, others, -1, timestamp));
        if (others.size() < MAX_ATTENDEES) {
            met(member, others, 1, timestamp);
            nodes.put(key, node.withMembers(plus(others, member), context.currentSystemTimeMs()));
        } else {
            for (int i = 0; i < others.size(); i++) {
                met(others.get(i), others.subList(0, i), -1, timestamp);
            }
            nodes.put(key, node.asClosed(context.currentSystemTimeMs()));
        }
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
            var left = node.without(handle);
            if (left == null) {
                nodes.delete(key);
            } else {
                nodes.put(key, left);
            }
        }
    }

    private TieNode node(String key) {
        var known = nodes.get(key);
        return known == null ? TieNode.EMPTY : known;
    }

    private static List<Member> plus(List<Member> members, Member member) {
        var all = new ArrayList<>(members);
        all.add(member);
        return all;
    }

    private static boolean isExpired(String key, TieNode node, long now) {
        return isWaiting(key, node) && now - node.changedAt() > WAITING_RETENTION;
    }

    private static boolean isWaiting(String key, TieNode node) {
        return node.author() == null && !node.closed() && !MessageReference.isEvent(key);
    }
}
