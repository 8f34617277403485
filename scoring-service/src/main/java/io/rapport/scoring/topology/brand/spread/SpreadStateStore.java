package io.rapport.scoring.topology.brand.spread;

import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.state.EpochDays;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The spread ledgers of this task's brands, and what was published about them. */
public final class SpreadStateStore {

    private final KeyValueStore<String, SpreadLedger> ledgers;
    private final KeyValueStore<String, SpreadPublicationState> publications;

    /** Opens the stores. */
    public SpreadStateStore(ProcessorContext<?, ?> context) {
        this.ledgers = context.getStateStore(SpreadStores.SPREAD_LEDGER);
        this.publications = context.getStateStore(SpreadStores.SPREAD_TOLD);
    }

    /**
     * Adds a change of the cascades of a brand.
     *
     * @param asOf epoch day; days that no figure of it or of a later day uses are dropped. {@link EpochDays#NONE} keeps all
     */
    public void add(String brand, SpreadLedger change, int asOf) {
        var sum = ledger(brand).plus(change);
        ledgers.put(brand, asOf == EpochDays.NONE ? sum : sum.trimmed(asOf));
        publications.put(brand, publication(brand).withPendingChange());
    }

    SpreadLedger ledger(String brand) {
        var known = ledgers.get(brand);
        return known == null ? SpreadLedger.EMPTY : known;
    }

    SpreadPublicationState publication(String brand) {
        var known = publications.get(brand);
        return known == null ? SpreadPublicationState.EMPTY : known;
    }

    void put(String brand, SpreadPublicationState publication) {
        publications.put(brand, publication);
    }
}
