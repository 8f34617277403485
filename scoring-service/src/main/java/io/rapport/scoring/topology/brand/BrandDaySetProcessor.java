package io.rapport.scoring.topology.brand;

import io.rapport.contracts.brand.BrandDaySet;
import io.rapport.scoring.topology.brand.state.BrandActivityStore;
import io.rapport.scoring.topology.brand.state.BrandCalendar.DaySetting;
import io.rapport.scoring.topology.state.EpochDays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Applies administrators' decisions about the days of brands. */
final class BrandDaySetProcessor implements Processor<String, BrandDaySet, Void, Void> {

    private BrandActivityStore activity;

    @SuppressWarnings("NullAway.Init")
    BrandDaySetProcessor() {}

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        activity = new BrandActivityStore(context);
    }

    @Override
    public void process(Record<String, BrandDaySet> record) {
        var set = requireValid(record);
        activity.set(
                record.key(),
                new DaySetting(
                        EpochDays.of(set.day()),
                        set.by(),
                        set.reason(),
                        set.at().toEpochMilli(),
                        false));
    }

    // Deserialized fields may be null, although their types are not nullable.
    @SuppressWarnings("ConstantValue")
    private static BrandDaySet requireValid(Record<String, BrandDaySet> record) {
        var set = record.value();
        if (record.key() == null || set == null || set.day() == null || set.by() == null || set.at() == null) {
            throw new IllegalArgumentException("A day that was set needs a key, a value, a day, a user and a time");
        }
        if (!set.brandKey().key().equals(record.key())) {
            throw new IllegalArgumentException("The record key is not the key of the brand whose day was set");
        }
        return set;
    }
}
