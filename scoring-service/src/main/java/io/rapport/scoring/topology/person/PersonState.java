package io.rapport.scoring.topology.person;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandLedgerCodec;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.LedgerBundleCodec;
import io.rapport.scoring.topology.model.Target;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.Days;

/**
 * A person of a brand.
 *
 * @param holdings the sum over the person's handles
 * @param client whether they are on the client list
 * @param identityVersion of the person as last described, -1 before the first time
 * @param judged the last judgement
 * @param told what subscribers know
 */
record PersonState(LedgerBundle holdings, boolean client, long identityVersion, Judged judged, Told told) {

    /**
     * The last judgement.
     *
     * @param target what it was by: {@link Days#NONE} for a day before the first one, the model all the same, for their
     *     part of the series is of it
     * @param reason why they were judged
     * @param snapshot what they are counted as in the brand's figures
     */
    record Judged(Target target, ChangeReason reason, BrandLedger snapshot) {

        /** Before the brand's first day. */
        static Judged never(String model) {
            return new Judged(new Target(Days.NONE, model), ChangeReason.UNKNOWN, BrandLedger.EMPTY);
        }
    }

    static final PersonState NEW = new PersonState(
            LedgerBundle.EMPTY, false, -1, Judged.never(ScoringModel.standard().version()), Told.NOTHING);
    static final BinarySerde<PersonState> SERDE = new BinarySerde<>(PersonState::toBytes, PersonState::of);

    private static final int VERSION = 3;

    EngagementLedger ledger() {
        return holdings.ledger();
    }

    PersonState plus(LedgerBundle change) {
        return new PersonState(holdings.plus(change), client, identityVersion, judged, told);
    }

    PersonState described(boolean asClient, long version) {
        return new PersonState(holdings, asClient, version, judged, told);
    }

    PersonState judged(Judged anew) {
        return new PersonState(holdings, client, identityVersion, anew, told);
    }

    PersonState told(Told anew) {
        return new PersonState(holdings, client, identityVersion, judged, anew);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION)
                .bytes(LedgerBundleCodec.encode(holdings))
                .flag(client)
                .number(identityVersion);
        judged.target.write(out);
        out.constant(judged.reason).bytes(BrandLedgerCodec.encode(judged.snapshot));
        told.write(out);
        return out.toBytes();
    }

    private static PersonState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PersonState(
                        LedgerBundleCodec.decode(in.bytes()),
                        in.isSet(),
                        in.whole(),
                        new Judged(
                                Target.read(in), in.constant(ChangeReason.class), BrandLedgerCodec.decode(in.bytes())),
                        Told.read(in)));
    }
}
