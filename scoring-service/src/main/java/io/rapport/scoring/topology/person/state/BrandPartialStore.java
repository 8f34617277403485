package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The partial figures of this task's people by brand, and the brands' days. */
public final class BrandPartialStore {

    private static final ScoringTarget FIRST =
            new ScoringTarget(EpochDays.NONE, ScoringModel.standard().version());

    private final ProcessorContext<?, ?> context;
    private final KeyValueStore<String, BrandPartial> store;
    private final PendingSeries series;
    private final ReadOnlyKeyValueStore<String, BrandDayTurned> days;
    private final ModelLookup models;

    /** Opens the stores. */
    public BrandPartialStore(ProcessorContext<?, ?> context) {
        this.context = context;
        this.store = context.getStateStore(PersonStores.BRAND_PARTIAL);
        this.series = new PendingSeries(context.getStateStore(PersonStores.BRAND_WAITING));
        this.days = context.getStateStore(PersonStores.BRAND_DAY);
        this.models = new ModelLookup(context);
    }

    /**
     * Returns the partial of a brand. The first call fixes the scoring target, since the published day or model may change
     * between two calls.
     */
    public BrandPartial getOrCreate(String brand) {
        var known = store.get(brand);
        if (known == null) {
            known = BrandPartial.forTarget(publishedTarget(brand, FIRST));
            store.put(brand, known);
        }
        return known;
    }

    /** Whether this task has, or had, people of a brand. */
    public boolean contains(String brand) {
        return store.get(brand) != null;
    }

    /** Stores the partial of a brand. */
    public void put(String brand, BrandPartial partial) {
        store.put(brand, partial);
    }

    /** Adds a person's change to the pending changes of the brand. */
    public void add(String brand, ChangeReason reason, BrandLedger change) {
        series.add(brand, change.series());
        store.put(brand, getOrCreate(brand).plus(reason, change.snapshot()));
    }

    /** Returns the keys of all brands of this task. */
    public List<String> brands() {
        var brands = new ArrayList<String>();
        try (var all = store.all()) {
            all.forEachRemaining(brand -> brands.add(brand.key));
        }
        return brands;
    }

    /** Returns the published day and model of a brand, given the target its people have now. */
    public ScoringTarget publishedTarget(String brand, ScoringTarget current) {
        var turned = days.get(brand);
        var day = turned == null ? EpochDays.NONE : EpochDays.of(turned.day());
        return new ScoringTarget(Math.max(day, current.day()), models.activeVersion(brand, current.model()));
    }

    /** Sends the pending changes of a brand, or the progress of its walk, when they are due. */
    public void sendDue(String brand, long now, Consumer<Record<String, BrandFiguresChange>> output) {
        var partial = getOrCreate(brand);
        if (partial.isDue(now)) {
            store.put(brand, partial.markSent(now));
            send(brand, partial, series.poll(brand).plus(partial.change()), now, output);
        } else if (partial.isProgressDue(now)) {
            store.put(brand, partial.markProgressSent(now));
            send(brand, partial, BrandLedger.EMPTY, now, output);
        }
    }

    private void send(
            String brand,
            BrandPartial partial,
            BrandLedger change,
            long now,
            Consumer<Record<String, BrandFiguresChange>> output) {
        var partition = context.taskId().partition();
        output.accept(new Record<>(
                brand, new BrandFiguresChange(partition, partial.partitionProgress(), partial.reason(), change), now));
    }
}
