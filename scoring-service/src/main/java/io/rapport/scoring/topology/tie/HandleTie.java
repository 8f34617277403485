package io.rapport.scoring.topology.tie;

import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tie of a handle to another one.
 *
 * @param contacts from the view of the handle
 * @param person person of the handle; null for none
 * @param other person of the other handle, known to the first handle of the two only; null for none
 */
record HandleTie(
        TieLedger contacts,
        @Nullable String person,
        @Nullable String other) {

    static final HandleTie EMPTY = new HandleTie(TieLedger.EMPTY, null, null);
    static final BinarySerde<HandleTie> SERDE = new BinarySerde<>(HandleTie::toBytes, HandleTie::of);

    private static final int VERSION = 1;

    /** Adds contacts. A contact that is taken back without having been added leaves nothing: it may have waited too long for its message. */
    HandleTie plus(TieLedger more) {
        return new HandleTie(contacts.plus(more).positive(), person, other);
    }

    HandleTie withPerson(@Nullable String newPerson) {
        return new HandleTie(contacts, newPerson, other);
    }

    HandleTie withOther(@Nullable String newOther) {
        return new HandleTie(contacts, person, newOther);
    }

    /** Whether it ties two people. */
    boolean tiesPeople() {
        return person != null && other != null && !person.equals(other) && !contacts.isEmpty();
    }

    /** The two people in the order of their ids, as a part of a key. */
    String[] people() {
        var one = Objects.requireNonNull(person);
        var two = Objects.requireNonNull(other);
        return one.compareTo(two) < 0 ? new String[] {one, two} : new String[] {two, one};
    }

    /** The contacts from the view of the first of the two people. */
    TieLedger contactsOfPeople() {
        return people()[0].equals(person) ? contacts : contacts.reversed();
    }

    private byte[] toBytes() {
        return TieSerdes.write(contacts, new BinaryWriter(VERSION).text(person).text(other))
                .toBytes();
    }

    private static HandleTie of(byte[] bytes) {
        return BinaryReader.read(bytes, VERSION, in -> {
            var person = in.text();
            var other = in.text();
            return new HandleTie(TieSerdes.read(in), person, other);
        });
    }
}
