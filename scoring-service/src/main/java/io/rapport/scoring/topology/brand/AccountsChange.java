package io.rapport.scoring.topology.brand;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandLedgerCodec;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.service.ServiceLedgerCodec;
import io.rapport.scoring.metrics.Outcome;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.Days;

/**
 * What handles add to a brand: what became of their engagements, and what is nobody's.
 *
 * @param tally engagements by outcome, as a change
 * @param posts the brand's posts
 * @param service how people were answered
 * @param lastDay latest day anything happened on, {@link Days#NONE} when nothing did
 */
public record AccountsChange(Tally tally, BrandLedger posts, ServiceLedger service, int lastDay) {

    /** Its form between stages. */
    public static final BinarySerde<AccountsChange> SERDE =
            new BinarySerde<>(AccountsChange::toBytes, AccountsChange::of);

    private static final int VERSION = 2;

    /** One engagement, not a post. */
    public static AccountsChange of(Outcome outcome, int day) {
        return of(Tally.EMPTY.plus(outcome, 1), BrandLedger.EMPTY, day);
    }

    /** Engagements and posts. */
    public static AccountsChange of(Tally tally, BrandLedger posts, int lastDay) {
        return new AccountsChange(tally, posts, ServiceLedger.EMPTY, lastDay);
    }

    /** Engagements that are counted otherwise than before. */
    public static AccountsChange moved(Outcome from, Outcome to, long n) {
        return of(Tally.EMPTY.plus(from, -n).plus(to, n), BrandLedger.EMPTY, Days.NONE);
    }

    /** The same, and how people were answered. */
    public AccountsChange with(ServiceLedger more) {
        return new AccountsChange(tally, posts, service.plus(more), lastDay);
    }

    /** Both together. */
    public AccountsChange plus(AccountsChange other) {
        return new AccountsChange(
                tally.plus(other.tally),
                posts.plus(other.posts),
                service.plus(other.service),
                Math.max(lastDay, other.lastDay));
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        tally.write(out);
        return out.bytes(BrandLedgerCodec.encode(posts))
                .bytes(ServiceLedgerCodec.encode(service))
                .number(lastDay)
                .toBytes();
    }

    private static AccountsChange of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new AccountsChange(
                        Tally.read(in),
                        BrandLedgerCodec.decode(in.bytes()),
                        in.version() == 1 ? ServiceLedger.EMPTY : ServiceLedgerCodec.decode(in.bytes()),
                        in.integer()));
    }
}
