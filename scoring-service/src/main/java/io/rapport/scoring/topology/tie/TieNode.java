package io.rapport.scoring.topology.tie;

import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message with its author, or an event with who attended it.
 *
 * @param author key of the handle that wrote the message; null before it arrives, and of an event
 * @param closed whether it makes no ties: a message of the brand, or an event that too many attended
 * @param members answers of handles before the message arrived, or attendances of the event, several of a handle included
 * @param changedAt wall-clock milliseconds
 */
record TieNode(@Nullable String author, boolean closed, List<Member> members, long changedAt) {

    static final TieNode EMPTY = new TieNode(null, false, List.of(), 0);
    static final BinarySerde<TieNode> SERDE = new BinarySerde<>(TieNode::toBytes, TieNode::of);

    private static final int VERSION = 1;

    /**
     * A handle that answered or attended.
     *
     * @param day epoch day
     */
    record Member(String handle, int day) {}

    TieNode withAuthor(String handle, long now) {
        return new TieNode(handle, closed, List.of(), now);
    }

    TieNode asClosed(long now) {
        return new TieNode(null, true, List.of(), now);
    }

    TieNode withMembers(List<Member> newMembers, long now) {
        return new TieNode(author, closed, List.copyOf(newMembers), now);
    }

    /** Returns the node without a handle. */
    TieNode without(String handle) {
        var left =
                members.stream().filter(member -> !member.handle.equals(handle)).toList();
        return new TieNode(handle.equals(author) ? null : author, closed, left, changedAt);
    }

    /** Whether nothing is left to store. */
    boolean isEmpty() {
        return author == null && !closed && members.isEmpty();
    }

    /** The members of an event, each on the earliest day of its attendance. */
    List<Member> attendees() {
        var earliest = new LinkedHashMap<String, Member>();
        members.forEach(
                member -> earliest.merge(member.handle, member, (one, other) -> one.day <= other.day ? one : other));
        return List.copyOf(earliest.values());
    }

    /** The earliest attendance of a handle. */
    Optional<Member> attendee(String handle) {
        return attendees().stream()
                .filter(member -> member.handle.equals(handle))
                .findAny();
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION)
                .text(author)
                .flag(closed)
                .number(changedAt)
                .number(members.size());
        members.forEach(member -> out.text(member.handle).number(member.day));
        return out.toBytes();
    }

    private static TieNode of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var author = in.text();
            var closed = in.bool();
            var changedAt = in.int64();
            var members = new ArrayList<Member>();
            for (var left = in.int32(); left > 0; left--) {
                members.add(new Member(String.valueOf(in.text()), in.int32()));
            }
            return new TieNode(author, closed, List.copyOf(members), changedAt);
        });
    }
}
