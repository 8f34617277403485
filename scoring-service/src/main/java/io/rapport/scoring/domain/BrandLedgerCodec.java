package io.rapport.scoring.domain;

/** A brand ledger, or a part of one, as bytes: a version, then the series and the snapshot as {@link LedgerCodec} writes cells. */
public final class BrandLedgerCodec {

    private BrandLedgerCodec() {}

    /** The ledger's bytes; equal ledgers have equal bytes. Trim first what is not to be kept. */
    public static byte[] encode(BrandLedger ledger) {
        throw new UnsupportedOperationException("not written yet");
    }

    /**
     * The ledger of these bytes.
     *
     * @throws IllegalArgumentException when the bytes are of a version this code does not know, or are no brand ledger
     */
    public static BrandLedger decode(byte[] bytes) {
        throw new UnsupportedOperationException("not written yet");
    }
}
