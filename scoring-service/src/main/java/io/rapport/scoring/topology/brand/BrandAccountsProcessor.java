package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandStateStore;

import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueLedger;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sums what became of a brand's engagements, and what is nobody's. */
final class BrandAccountsProcessor implements Processor<String, BrandAccountsChange, String, Object> {

    private BrandStateStore brands;
    private BrandDaySumStore sums;

    @SuppressWarnings("NullAway.Init")
    BrandAccountsProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        brands = new BrandStateStore(context);
        sums = new BrandDaySumStore(context);
    }

    @Override
    public void process(Record<String, BrandAccountsChange> record) {
        var change = record.value();
        brands.update(record.key(), state -> state.plus(change));
        brands.addToLedger(record.key(), change.posts());
        var asOf = brands.state(record.key()).publication().asOf();
        sums.add(record.key(), new DaySums(change.service(), ValueLedger.EMPTY), asOf);
    }
}
