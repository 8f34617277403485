package io.rapport.scoring.topology.handle.state;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.scoring.domain.binary.BinaryCodec;
import io.rapport.scoring.domain.binary.VarintReader;
import io.rapport.scoring.domain.binary.VarintWriter;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.ConversationRole;
import io.rapport.scoring.domain.service.ConversationTurn;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.content.MessageReference.Role;
import io.rapport.scoring.topology.content.MessageReference.Target;
import io.rapport.scoring.topology.handle.state.CountedEngagement.CountedUptake;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link CountedEngagement}: about ten bytes, and more only for what an engagement has. */
@SuppressWarnings("EnumOrdinal") // a test holds the order of each type that is stored
final class CountedEngagementCodec {

    static final BinaryCodec<CountedEngagement> CODEC =
            new BinaryCodec<>("counted engagement", 1, CountedEngagementCodec::write, CountedEngagementCodec::read);

    private static final int PROMOTIONAL = 1;
    private static final int TURN = 2;
    private static final int VISITS = 4;
    private static final int ORDER = 8;
    private static final int ORDER_NUMBER = 16;
    private static final int UPTAKE = 32;
    private static final int JUDGED = 64;
    /** The contacts are known; absent from what earlier builds counted. */
    private static final int CONTACTS_KNOWN = 128;

    private static final int CONTACTS = 256;

    private CountedEngagementCodec() {}

    private static void write(CountedEngagement counted, VarintWriter out) {
        var flags = flags(counted);
        out.writeUnsigned(flags);
        out.writeUnsigned(counted.rank());
        var withheld = counted.withheld();
        out.writeUnsigned(withheld == null ? 0 : withheld.ordinal() + 1);
        write(counted.entry(), out);
        out.writeUnsigned(counted.round());
        var turn = counted.turn();
        if (turn != null) {
            out.writeSigned(turn.conversation());
            out.writeSigned(turn.at());
            out.writeUnsigned(turn.role().number());
        }
        if (has(flags, VISITS)) {
            ValueLedger.CODEC.write(counted.visits(), out);
        }
        if (has(flags, ORDER)) {
            OrderLedger.CODEC.write(counted.order().ledger(), out);
        }
        var order = counted.order().order();
        if (order != null) {
            out.writeText(order);
        }
        if (has(flags, UPTAKE)) {
            write(counted.uptake(), out);
        }
        if (has(flags, JUDGED)) {
            out.writeSigned(counted.judgedAt());
        }
        var contacts = counted.uptake().contacts();
        if (contacts != null && !contacts.isEmpty()) {
            writeContacts(contacts, out);
        }
    }

    private static CountedEngagement read(VarintReader in) {
        var flags = (int) in.readUnsigned();
        var rank = in.readUnsigned();
        var withheld = outcome((int) in.readUnsigned());
        var entry = readEntry(in, has(flags, PROMOTIONAL));
        var round = (int) in.readUnsigned();
        var turn = has(flags, TURN) ? readTurn(in, entry.day()) : null;
        var visits = has(flags, VISITS) ? ValueLedger.CODEC.read(in) : ValueLedger.EMPTY;
        var row = has(flags, ORDER) ? OrderLedger.CODEC.read(in) : OrderLedger.EMPTY;
        var order = has(flags, ORDER_NUMBER) ? in.readText() : null;
        var messages = has(flags, UPTAKE) ? readUptake(in) : CountedUptake.NONE;
        var judgedAt = has(flags, JUDGED) ? in.readSigned() : Long.MIN_VALUE;
        var contacts = has(flags, CONTACTS) ? readContacts(messages.messages(), in) : List.<Target>of();
        var uptake =
                new CountedUptake(messages.messages(), messages.at(), has(flags, CONTACTS_KNOWN) ? contacts : null);
        return new CountedEngagement(
                rank, withheld, entry, turn, visits, new OrderRow(row, order), uptake, judgedAt, round);
    }

    private static int flags(CountedEngagement counted) {
        return flag(counted.entry().promotional(), PROMOTIONAL)
                | flag(counted.turn() != null, TURN)
                | flag(!counted.visits().isEmpty(), VISITS)
                | flag(!counted.order().isEmpty(), ORDER)
                | flag(counted.order().order() != null, ORDER_NUMBER)
                | flag(!counted.uptake().messages().isEmpty(), UPTAKE)
                | flag(counted.judgedAt() != Long.MIN_VALUE, JUDGED)
                | contactFlags(counted.uptake().contacts());
    }

    private static int contactFlags(@Nullable List<Target> contacts) {
        return contacts == null ? 0 : flag(!contacts.isEmpty(), CONTACTS) | CONTACTS_KNOWN;
    }

    private static int flag(boolean isSet, int flag) {
        return isSet ? flag : 0;
    }

    private static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }

    private static void write(LedgerEntry entry, VarintWriter out) {
        out.writeSigned(entry.day());
        out.writeUnsigned(entry.direction().ordinal());
        out.writeUnsigned(entry.kind().ordinal());
        out.writeUnsigned(entry.milliMinutes());
    }

    private static LedgerEntry readEntry(VarintReader in, boolean promotional) {
        var day = (int) in.readSigned();
        var direction = Direction.values()[(int) in.readUnsigned()];
        var kind = EngagementKind.values()[(int) in.readUnsigned()];
        return new LedgerEntry(day, direction, kind, promotional, in.readUnsigned(), LedgerEntry.NOT_JUDGED);
    }

    private static ConversationTurn readTurn(VarintReader in, int day) {
        var conversation = in.readSigned();
        var at = in.readSigned();
        return new ConversationTurn(conversation, at, day, ConversationRole.of((int) in.readUnsigned()));
    }

    private static void write(CountedUptake uptake, VarintWriter out) {
        out.writeSigned(uptake.at());
        out.writeUnsigned(uptake.messages().size());
        uptake.messages().forEach(out::writeText);
    }

    private static CountedUptake readUptake(VarintReader in) {
        var at = in.readSigned();
        var messages = new ArrayList<String>();
        for (var left = in.readUnsigned(); left > 0; left--) {
            messages.add(in.readText());
        }
        return new CountedUptake(List.copyOf(messages), at, null);
    }

    private static void writeContacts(List<Target> contacts, VarintWriter out) {
        out.writeUnsigned(contacts.size());
        for (var contact : contacts) {
            out.writeUnsigned(contact.role().code());
            if (contact.role() != Role.REPLY) {
                out.writeText(contact.name());
            }
        }
    }

    /** The answered message is the first of those that the engagement counts for. */
    private static List<Target> readContacts(List<String> messages, VarintReader in) {
        var contacts = new ArrayList<Target>();
        for (var left = in.readUnsigned(); left > 0; left--) {
            var role = Role.of((int) in.readUnsigned());
            contacts.add(new Target(role, role == Role.REPLY ? messages.get(0) : in.readText()));
        }
        return List.copyOf(contacts);
    }

    private static @Nullable EngagementOutcome outcome(int code) {
        return code == 0 ? null : EngagementOutcome.values()[code - 1];
    }
}
