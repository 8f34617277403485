package io.rapport.scoring.topology;

/**
 * A brand's accounts that are not on their way yet.
 *
 * @param change since the last time they were sent
 * @param pending whether there is anything to send
 * @param sentAt wall-clock milliseconds
 */
record PendingAccounts(AccountsChange change, boolean pending, long sentAt) {

    static final PendingAccounts NONE = new PendingAccounts(AccountsChange.NOTHING, false, 0);
    static final BinarySerde<PendingAccounts> SERDE = new BinarySerde<>(PendingAccounts::toBytes, PendingAccounts::of);

    private static final int VERSION = 1;

    PendingAccounts plus(AccountsChange more) {
        return new PendingAccounts(change.plus(more), true, sentAt);
    }

    PendingAccounts sent(long now) {
        return new PendingAccounts(AccountsChange.NOTHING, false, now);
    }

    private byte[] toBytes() {
        return new BinaryWriter(VERSION)
                .bytes(AccountsChange.SERDE.write().apply(change))
                .flag(pending)
                .number(sentAt)
                .toBytes();
    }

    private static PendingAccounts of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PendingAccounts(AccountsChange.SERDE.read().apply(in.bytes()), in.isSet(), in.whole()));
    }
}
