package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.stage.Pace;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sums what a brand's people add to its figures; by the clock, turns the brand's day and publishes the figures. */
final class FiguresProcessor implements Processor<String, FiguresChange, String, Object> {

    private Brands brands;

    @SuppressWarnings("NullAway.Init")
    FiguresProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        brands = new Brands(context);
        var days = new BrandDays(context, brands);
        var scores = new BrandScores(context, brands);
        Pace.every(
                Pace.TICK,
                context,
                now -> brands.keys().forEach(brand -> {
                    days.advance(brand, now);
                    scores.publish(brand, now);
                }));
    }

    @Override
    public void process(Record<String, FiguresChange> record) {
        var change = record.value();
        brands.change(record.key(), state -> state.plus(change));
        brands.add(record.key(), change.change());
    }
}
