package io.rapport.scoring.topology;

import io.rapport.scoring.domain.BrandLedger;
import io.rapport.scoring.domain.BrandLedgerCodec;
import io.rapport.scoring.metrics.Outcome;

/**
 * What handles add to a brand: what became of their engagements, and what is nobody's.
 *
 * @param tally engagements by outcome, as a change
 * @param posts the brand's posts
 * @param lastDay latest day anything happened on, {@link Days#NONE} when nothing did
 */
record AccountsChange(Tally tally, BrandLedger posts, int lastDay) {

    static final AccountsChange NOTHING = new AccountsChange(Tally.EMPTY, BrandLedger.EMPTY, Days.NONE);
    static final BinarySerde<AccountsChange> SERDE = new BinarySerde<>(AccountsChange::toBytes, AccountsChange::of);

    private static final int VERSION = 1;

    /** One engagement, not a post. */
    static AccountsChange of(Outcome outcome, int day) {
        return new AccountsChange(Tally.EMPTY.plus(outcome, 1), BrandLedger.EMPTY, day);
    }

    /** Engagements that are counted otherwise than before. */
    static AccountsChange moved(Outcome from, Outcome to, long n) {
        return new AccountsChange(Tally.EMPTY.plus(from, -n).plus(to, n), BrandLedger.EMPTY, Days.NONE);
    }

    AccountsChange plus(AccountsChange other) {
        return new AccountsChange(tally.plus(other.tally), posts.plus(other.posts), Math.max(lastDay, other.lastDay));
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION);
        tally.write(out);
        return out.bytes(BrandLedgerCodec.encode(posts)).number(lastDay).toBytes();
    }

    private static AccountsChange of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new AccountsChange(Tally.read(in), BrandLedgerCodec.decode(in.bytes()), in.integer()));
    }
}
