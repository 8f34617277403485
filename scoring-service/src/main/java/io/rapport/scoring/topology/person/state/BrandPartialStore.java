package io.rapport.scoring.topology.person.state;

import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ModelStores;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.state.StoreKeys;
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
        this.days = context.getStateStore(ModelStores.BRAND_DAY);
        this.models = new ModelLookup(context);
    }

    /**
     * Returns the partial of a brand. The first call fixes the scoring target, since the published day or model may change
     * between two calls.
     */
    public BrandPartial getOrCreate(String brand) {
        var known = store.get(brand);
        if (known == null) {
            var published = published(brand, FIRST, 0);
            known = BrandPartial.forTarget(published.target, published.turn);
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

    /** Returns the partial itself, or one that continues on the newly published day or with the newly activated model. */
    public BrandPartial continued(String brand, BrandPartial current) {
        var next = published(brand, current.target(), current.turn());
        if (!next.target.equals(current.target())) {
            return current.startWalk(next.target, next.turn, StoreKeys.prefixOf(brand));
        }
        return next.turn == current.turn() ? current : current.withTurn(next.turn);
    }

    private record PublishedTarget(ScoringTarget target, long turn) {}

    private PublishedTarget published(String brand, ScoringTarget current, long turn) {
        var turned = days.get(brand);
        var model = models.activeVersion(brand, current.model());
        return turned == null || !isNewer(turned, current, turn)
                ? new PublishedTarget(new ScoringTarget(current.day(), model), turn)
                : new PublishedTarget(new ScoringTarget(EpochDays.of(turned.day()), model), turned.sequence());
    }

    /** A global store may be older than the state of a task that was on another instance before. */
    private static boolean isNewer(BrandDayTurned turned, ScoringTarget current, long turn) {
        return turn == 0
                ? EpochDays.of(turned.day()) >= current.day() || turned.setAt() != null
                : turned.sequence() > turn;
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
