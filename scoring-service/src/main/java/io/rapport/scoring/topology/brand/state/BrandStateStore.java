package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.topology.brand.BrandTopology;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** This task's brands: their state, and their ledgers, which are larger and change less often. */
public final class BrandStateStore {

    private final KeyValueStore<String, BrandState> states;
    private final KeyValueStore<String, BrandLedger> ledgers;

    public BrandStateStore(ProcessorContext<String, Object> context) {
        this.states = context.getStateStore(BrandTopology.BRAND_STATE);
        this.ledgers = context.getStateStore(BrandTopology.BRAND_LEDGER);
    }

    public List<String> keys() {
        var keys = new ArrayList<String>();
        try (var all = states.all()) {
            all.forEachRemaining(brand -> keys.add(brand.key));
        }
        return keys;
    }

    public BrandState state(String brand) {
        var known = states.get(brand);
        return known == null ? BrandState.NEW : known;
    }

    public BrandLedger ledger(String brand) {
        var known = ledgers.get(brand);
        return known == null ? BrandLedger.EMPTY : known;
    }

    public void update(String brand, UnaryOperator<BrandState> change) {
        states.put(brand, change.apply(state(brand)));
    }

    /** Adds to a brand's ledger, and drops the days no figure looks at any more. */
    public void addToLedger(String brand, BrandLedger change) {
        if (change.isEmpty()) {
            return;
        }
        var sum = ledger(brand).plus(change);
        var asOf = state(brand).publication().asOf();
        ledgers.put(brand, asOf == EpochDays.NONE ? sum : sum.trimmed(asOf));
    }
}
