package io.rapport.scoring.topology;

import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.BrandLedger;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** What this task's people add to each brand, and the day each brand has. */
final class BrandPartials {

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<String, BrandPartial> store;
    private final WaitingDays series;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<BrandDayTurned>> days;

    BrandPartials(ProcessorContext<String, Object> context) {
        this.context = context;
        this.store = context.getStateStore(PersonTopology.BRAND_PARTIAL);
        this.series = new WaitingDays(context.getStateStore(PersonTopology.BRAND_WAITING));
        this.days = context.getStateStore(PersonTopology.BRAND_DAY);
    }

    /** A brand's partial; it fixes the day people are judged on, whatever day is published meanwhile. */
    BrandPartial of(String brand) {
        var known = store.get(brand);
        return known == null ? BrandPartial.on(dayOf(brand)) : known;
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

    /** The day published for a brand, {@link Days#NONE} before the first. */
    int dayOf(String brand) {
        var turned = days.get(brand);
        return turned == null ? Days.NONE : Days.of(turned.value().day());
    }

    void send(String brand, long now) {
        var partial = of(brand);
        if (partial.isDue(now)) {
            var change = new FiguresChange(
                    context.taskId().partition(),
                    partial.day(),
                    partial.reason(),
                    series.take(brand).plus(partial.change()));
            store.put(brand, partial.sent(now));
            context.forward(new Record<>(brand, change, now));
        }
    }
}
