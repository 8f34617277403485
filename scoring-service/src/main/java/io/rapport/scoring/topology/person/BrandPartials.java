package io.rapport.scoring.topology.person;

import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.topology.brand.FiguresChange;
import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.model.Target;
import io.rapport.scoring.topology.state.Days;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** What this task's people add to each brand, and the day each brand has. */
final class BrandPartials {

    private static final Target FIRST =
            new Target(Days.NONE, ScoringModel.standard().version());

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, BrandPartial> store;
    private final WaitingDays series;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<BrandDayTurned>> days;
    private final Models models;

    BrandPartials(ProcessorContext<String, Object> context) {
        this.context = context;
        this.store = context.getStateStore(PersonTopology.BRAND_PARTIAL);
        this.series = new WaitingDays(context.getStateStore(PersonTopology.BRAND_WAITING));
        this.days = context.getStateStore(PersonTopology.BRAND_DAY);
        this.models = new Models(context);
    }

    /**
     * A brand's partial; it fixes what people are judged by, whatever is published meanwhile: from the first time it is
     * asked for, since what is published may change between two questions.
     */
    BrandPartial of(String brand) {
        var known = store.get(brand);
        if (known == null) {
            known = BrandPartial.by(published(brand, FIRST));
            store.put(brand, known);
        }
        return known;
    }

    /** Whether this task has, or had, people of a brand. */
    boolean knows(String brand) {
        return store.get(brand) != null;
    }

    void put(String brand, BrandPartial partial) {
        store.put(brand, partial);
    }

    /** Adds what a person's change brings to what the brand does not know yet. */
    void add(String brand, ChangeReason reason, BrandLedger change) {
        series.add(brand, change.series());
        store.put(brand, of(brand).plus(reason, change.snapshot()));
    }

    List<String> brands() {
        var brands = new ArrayList<String>();
        try (var all = store.all()) {
            all.forEachRemaining(brand -> brands.add(brand.key));
        }
        return brands;
    }

    /** What a brand's people are to be judged by, told what they are judged by so far. */
    Target published(String brand, Target soFar) {
        var turned = days.get(brand);
        var day = turned == null ? Days.NONE : Days.of(turned.value().day());
        return new Target(Math.max(day, soFar.day()), models.active(brand, soFar.model()));
    }

    void send(String brand, long now) {
        var partial = of(brand);
        if (partial.isDue(now)) {
            store.put(brand, partial.sent(now));
            forward(brand, partial, series.take(brand).plus(partial.change()), now);
        } else if (partial.isOnTheWay(now)) {
            store.put(brand, partial.toldHowFar(now));
            forward(brand, partial, BrandLedger.EMPTY, now);
        }
    }

    private void forward(String brand, BrandPartial partial, BrandLedger change, long now) {
        var partition = context.taskId().partition();
        context.forward(
                new Record<>(brand, new FiguresChange(partition, partial.part(), partial.reason(), change), now));
    }
}
