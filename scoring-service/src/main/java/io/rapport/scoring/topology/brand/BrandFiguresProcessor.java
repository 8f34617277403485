package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.brand.spread.SpreadPublisher;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds up the figures of a brand; by wall clock, turns its day and publishes its score and its spread. A new day of both is
 * published in one step.
 */
final class BrandFiguresProcessor implements Processor<String, BrandFiguresChange, String, PublicEvent> {

    private BrandStateStore brands;

    @SuppressWarnings("NullAway.Init")
    BrandFiguresProcessor() {}

    @Override
    public void init(ProcessorContext<String, PublicEvent> context) {
        brands = new BrandStateStore(context);
        var days = new BrandDayPublisher(context, brands);
        var spreads = new SpreadPublisher(context);
        var scores = new BrandScorePublisher(context, brands, spreads);
        WallClockSchedule.schedule(
                WallClockSchedule.TICK,
                context,
                now -> brands.keys().forEach(brand -> {
                    days.turn(brand, now);
                    scores.publish(brand, now);
                    spreads.publish(brand, now);
                }));
    }

    @Override
    public void process(Record<String, BrandFiguresChange> record) {
        var change = record.value();
        brands.update(record.key(), state -> state.plus(change));
        brands.addToLedger(record.key(), change.change());
    }
}
