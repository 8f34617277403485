package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.state.BinarySerde;

/** Serdes of the brand ledgers that several stages store or send. */
public final class BrandSerdes {

    /** Figures of people. */
    public static final BinarySerde<BrandLedger> LEDGER =
            new BinarySerde<>(BrandLedger.CODEC::encode, BrandLedger.CODEC::decode);
    /** Value that people bring. */
    public static final BinarySerde<ValueLedger> VALUE =
            new BinarySerde<>(ValueLedger.CODEC::encode, ValueLedger.CODEC::decode);
    /** Spread of sentiment in cascades. */
    public static final BinarySerde<SpreadLedger> SPREAD =
            new BinarySerde<>(SpreadLedger.CODEC::encode, SpreadLedger.CODEC::decode);

    private BrandSerdes() {}
}
