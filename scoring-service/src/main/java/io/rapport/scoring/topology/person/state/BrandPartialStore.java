package io.rapport.scoring.topology.person.state;

import io.rapport.scoring.topology.person.PersonTopology;

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
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** What this task's people add to each brand, and the day each brand has. */
public final class BrandPartialStore {

    private static final ScoringTarget FIRST =
            new ScoringTarget(EpochDays.NONE, ScoringModel.standard().version());

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, BrandPartial> store;
    private final PendingSeries series;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<BrandDayTurned>> days;
    private final ModelLookup models;

    public BrandPartialStore(ProcessorContext<String, Object> context) {
        this.context = context;
        this.store = context.getStateStore(PersonTopology.BRAND_PARTIAL);
        this.series = new PendingSeries(context.getStateStore(PersonTopology.BRAND_WAITING));
        this.days = context.getStateStore(PersonTopology.BRAND_DAY);
        this.models = new ModelLookup(context);
    }

    /**
     * A brand's partial; it fixes what people are judged by, whatever is published meanwhile: from the first time it is
     * asked for, since what is published may change between two questions.
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

    public void put(String brand, BrandPartial partial) {
        store.put(brand, partial);
    }

    /** Adds what a person's change brings to what the brand does not know yet. */
    public void add(String brand, ChangeReason reason, BrandLedger change) {
        series.add(brand, change.series());
        store.put(brand, getOrCreate(brand).plus(reason, change.snapshot()));
    }

    public List<String> brands() {
        var brands = new ArrayList<String>();
        try (var all = store.all()) {
            all.forEachRemaining(brand -> brands.add(brand.key));
        }
        return brands;
    }

    /** What a brand's people are to be judged by, told what they are judged by so far. */
    public ScoringTarget publishedTarget(String brand, ScoringTarget soFar) {
        var turned = days.get(brand);
        var day = turned == null ? EpochDays.NONE : EpochDays.of(turned.value().day());
        return new ScoringTarget(Math.max(day, soFar.day()), models.activeVersion(brand, soFar.model()));
    }

    public void sendDue(String brand, long now) {
        var partial = getOrCreate(brand);
        if (partial.isDue(now)) {
            store.put(brand, partial.markSent(now));
            forward(brand, partial, series.poll(brand).plus(partial.change()), now);
        } else if (partial.isProgressDue(now)) {
            store.put(brand, partial.markProgressSent(now));
            forward(brand, partial, BrandLedger.EMPTY, now);
        }
    }

    private void forward(String brand, BrandPartial partial, BrandLedger change, long now) {
        var partition = context.taskId().partition();
        context.forward(
                new Record<>(brand, new BrandFiguresChange(partition, partial.partitionProgress(), partial.reason(), change), now));
    }
}
