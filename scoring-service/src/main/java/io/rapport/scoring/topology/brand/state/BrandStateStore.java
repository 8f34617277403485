package io.rapport.scoring.topology.brand.state;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The states of this task's brands, and their ledgers, which are larger and change less often. */
public final class BrandStateStore {

    private final KeyValueStore<String, BrandState> states;
    private final KeyValueStore<String, BrandLedger> ledgers;

    /** Opens the stores. */
    public BrandStateStore(ProcessorContext<?, ?> context) {
        this.states = context.getStateStore(BrandStores.BRAND_STATE);
        this.ledgers = context.getStateStore(BrandStores.BRAND_LEDGER);
    }

    /** Returns the keys of all brands of this task. */
    public List<String> keys() {
        var keys = new ArrayList<String>();
        try (var all = states.all()) {
            all.forEachRemaining(brand -> keys.add(brand.key));
        }
        return keys;
    }

    /** Returns the state of a brand; the new state for an unknown one. */
    public BrandState state(String brand) {
        var known = states.get(brand);
        return known == null ? BrandState.NEW : known;
    }

    /** Returns the ledger of a brand. */
    public BrandLedger ledger(String brand) {
        var known = ledgers.get(brand);
        return known == null ? BrandLedger.EMPTY : known;
    }

    /** Applies a change to the state of a brand. */
    public void update(String brand, UnaryOperator<BrandState> change) {
        states.put(brand, change.apply(state(brand)));
    }

    /** Adds to the ledger of a brand and drops the days that no figure can use any more. */
    public void addToLedger(String brand, BrandLedger change) {
        if (change.isEmpty()) {
            return;
        }
        var asOf = state(brand).droppedBefore();
        var sum = ledger(brand).plus(change).plus(historyChange(brand, change.days()));
        ledgers.put(brand, asOf == EpochDays.NONE ? sum : sum.trimmed(asOf));
    }

    /** Counts a change of days that the ledger of the brand does not contain, if one is before the current day. */
    public void recordChange(String brand, int[] days) {
        var change = historyChange(brand, days);
        if (!change.isEmpty()) {
            ledgers.put(brand, ledger(brand).plus(change));
        }
    }

    /**
     * Counts that the day turned back: what was computed of it and of later days is outdated when they come again, since until
     * then their changes are not counted.
     */
    public void recordTurnBack(String brand, int day) {
        ledgers.put(brand, ledger(brand).plus(BrandLedger.ofHistoryChange(day)));
    }

    private BrandLedger historyChange(String brand, int[] ascending) {
        return ascending.length > 0 && ascending[0] < state(brand).calendar().day()
                ? BrandLedger.ofHistoryChange(ascending[0])
                : BrandLedger.EMPTY;
    }
}
