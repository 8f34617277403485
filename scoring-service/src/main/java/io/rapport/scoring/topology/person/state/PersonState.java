package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinarySerde;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;

/**
 * A person of a brand.
 *
 * @param holdings the sum over the person's handles
 * @param client whether they are on the client list
 * @param identityVersion of the person as last described, -1 before the first time
 * @param lastJudgement the last judgement
 * @param publication what subscribers know
 */
public record PersonState(LedgerBundle holdings, boolean client, long identityVersion, LastJudgement lastJudgement, PublicationState publication) {

    /**
     * The last judgement.
     *
     * @param target what it was by: {@link EpochDays#NONE} for a day before the first one, the model all the same, for their
     *     part of the series is of it
     * @param reason why they were judged
     * @param snapshot what they are counted as in the brand's figures
     */
    public record LastJudgement(ScoringTarget target, ChangeReason reason, BrandLedger snapshot) {

        /** Before the brand's first day. */
        public static LastJudgement never(String model) {
            return new LastJudgement(new ScoringTarget(EpochDays.NONE, model), ChangeReason.UNKNOWN, BrandLedger.EMPTY);
        }
    }

    public static final PersonState NEW = new PersonState(
            LedgerBundle.EMPTY, false, -1, LastJudgement.never(ScoringModel.standard().version()), PublicationState.EMPTY);
    public static final BinarySerde<PersonState> SERDE = new BinarySerde<>(PersonState::toBytes, PersonState::of);

    private static final int VERSION = 3;

    public EngagementLedger ledger() {
        return holdings.ledger();
    }

    public PersonState plus(LedgerBundle change) {
        return new PersonState(holdings.plus(change), client, identityVersion, lastJudgement, publication);
    }

    public PersonState withDescription(boolean asClient, long version) {
        return new PersonState(holdings, asClient, version, lastJudgement, publication);
    }

    public PersonState judged(LastJudgement anew) {
        return new PersonState(holdings, client, identityVersion, anew, publication);
    }

    public PersonState told(PublicationState anew) {
        return new PersonState(holdings, client, identityVersion, lastJudgement, anew);
    }

    private byte[] toBytes() {
        var out = new BinaryWriter(VERSION)
                .bytes(LedgerBundle.CODEC.encode(holdings))
                .flag(client)
                .number(identityVersion);
        lastJudgement.target.write(out);
        out.constant(lastJudgement.reason).bytes(BrandLedger.CODEC.encode(lastJudgement.snapshot));
        publication.write(out);
        return out.toBytes();
    }

    private static PersonState of(byte[] bytes) {
        return BinaryReader.read(
                bytes,
                VERSION,
                in -> new PersonState(
                        LedgerBundle.CODEC.decode(in.bytes()),
                        in.bool(),
                        in.int64(),
                        new LastJudgement(
                                ScoringTarget.read(in), in.constant(ChangeReason.class), BrandLedger.CODEC.decode(in.bytes())),
                        PublicationState.read(in)));
    }
}
