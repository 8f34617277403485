package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.BrandLedgerCodec;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.spread.SpreadLedgerCodec;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.domain.value.ValueLedgerCodec;
import io.rapport.scoring.topology.state.BinarySerde;

/** Serdes of the brand ledgers that several stages store or send. */
public final class BrandSerdes {

    /** Figures of people. */
    public static final BinarySerde<BrandLedger> LEDGER =
            new BinarySerde<>(BrandLedgerCodec::encode, BrandLedgerCodec::decode);
    /** Value that people bring. */
    public static final BinarySerde<ValueLedger> VALUE =
            new BinarySerde<>(ValueLedgerCodec::encode, ValueLedgerCodec::decode);
    /** Spread of sentiment in cascades. */
    public static final BinarySerde<SpreadLedger> SPREAD =
            new BinarySerde<>(SpreadLedgerCodec::encode, SpreadLedgerCodec::decode);

    private BrandSerdes() {}
}
