package io.rapport.scoring.topology.brand;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.state.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** This task's brands: their state, and their ledgers, which are larger and change less often. */
final class Brands {

    private final KeyValueStore<String, BrandState> states;
    private final KeyValueStore<String, BrandLedger> ledgers;

    Brands(ProcessorContext<String, Object> context) {
        this.states = context.getStateStore(BrandTopology.BRAND_STATE);
        this.ledgers = context.getStateStore(BrandTopology.BRAND_LEDGER);
    }

    List<String> keys() {
        var keys = new ArrayList<String>();
        try (var all = states.all()) {
            all.forEachRemaining(brand -> keys.add(brand.key));
        }
        return keys;
    }

    BrandState state(String brand) {
        var known = states.get(brand);
        return known == null ? BrandState.NEW : known;
    }

    BrandLedger ledger(String brand) {
        var known = ledgers.get(brand);
        return known == null ? BrandLedger.EMPTY : known;
    }

    void change(String brand, UnaryOperator<BrandState> change) {
        states.put(brand, change.apply(state(brand)));
    }

    /** Adds to a brand's ledger, and drops the days no figure looks at any more. */
    void add(String brand, BrandLedger change) {
        if (change.isEmpty()) {
            return;
        }
        var sum = ledger(brand).plus(change);
        var asOf = state(brand).told().asOf();
        ledgers.put(brand, asOf == Days.NONE ? sum : sum.trimmed(asOf));
    }
}
