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
 * The state of a person of a brand.
 *
 * @param holdings the sum of the ledgers of the person's handles
 * @param client whether the person is on the client list
 * @param identityVersion version of the last description, -1 before the first
 * @param lastJudgement the last score's target, reason and contribution
 * @param publication what was published
 */
public record PersonState(
        LedgerBundle holdings,
        boolean client,
        long identityVersion,
        LastJudgement lastJudgement,
        PublicationState publication) {

    /**
     * The last judgement.
     *
     * @param target its day, {@link EpochDays#NONE} before the first one, and its model, which the series depend on from the start
     * @param reason why the person was scored
     * @param snapshot the contribution to the figures of the brand
     */
    public record LastJudgement(ScoringTarget target, ChangeReason reason, BrandLedger snapshot) {

        /** Returns the judgement before the first day of the brand. */
        public static LastJudgement never(String model) {
            return new LastJudgement(new ScoringTarget(EpochDays.NONE, model), ChangeReason.UNKNOWN, BrandLedger.EMPTY);
        }
    }

    /** A person without engagements and description. */
    public static final PersonState NEW = new PersonState(
            LedgerBundle.EMPTY,
            false,
            -1,
            LastJudgement.never(ScoringModel.standard().version()),
            PublicationState.EMPTY);
    /** The stored form. */
    public static final BinarySerde<PersonState> SERDE = new BinarySerde<>(PersonState::toBytes, PersonState::of);

    private static final int VERSION = 3;

    /** Returns the engagement ledger. */
    public EngagementLedger ledger() {
        return holdings.ledger();
    }

    /** Adds a change of the ledgers. */
    public PersonState plus(LedgerBundle change) {
        return new PersonState(holdings.plus(change), client, identityVersion, lastJudgement, publication);
    }

    /** Returns the state after a description. */
    public PersonState withDescription(boolean asClient, long version) {
        return new PersonState(holdings, asClient, version, lastJudgement, publication);
    }

    /** Returns the state after a judgement. */
    public PersonState withJudgement(LastJudgement judgement) {
        return new PersonState(holdings, client, identityVersion, judgement, publication);
    }

    /** Returns the state with another publication state. */
    public PersonState withPublication(PublicationState newPublication) {
        return new PersonState(holdings, client, identityVersion, lastJudgement, newPublication);
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
                                ScoringTarget.read(in),
                                in.constant(ChangeReason.class),
                                BrandLedger.CODEC.decode(in.bytes())),
                        PublicationState.read(in)));
    }
}
