package io.rapport.scoring.topology.brand;

import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.state.BrandActivityStore;
import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds up the engagement outcomes, posts, answers and visits without visitors of a brand. */
final class BrandAccountsProcessor implements Processor<String, BrandAccountsChange, Void, Void> {

    private BrandStateStore brands;
    private BrandDaySumStore sums;
    private BrandActivityStore activity;

    @SuppressWarnings("NullAway.Init")
    BrandAccountsProcessor() {}

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        brands = new BrandStateStore(context);
        sums = new BrandDaySumStore(context);
        activity = new BrandActivityStore(context);
    }

    @Override
    public void process(Record<String, BrandAccountsChange> record) {
        var change = record.value();
        brands.update(record.key(), state -> state.plus(change));
        activity.add(record.key(), change.activity());
        brands.addToLedger(record.key(), change.posts());
        brands.recordChange(record.key(), change.service().days());
        brands.recordChange(record.key(), change.value().days());
        sums.add(record.key(), new DaySums(change.service(), change.value()));
    }
}
