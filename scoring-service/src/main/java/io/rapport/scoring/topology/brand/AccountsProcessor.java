package io.rapport.scoring.topology.brand;

import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueLedger;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sums what became of a brand's engagements, and what is nobody's. */
final class AccountsProcessor implements Processor<String, AccountsChange, String, Object> {

    private Brands brands;
    private BrandDaySums sums;

    @SuppressWarnings("NullAway.Init")
    AccountsProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        brands = new Brands(context);
        sums = new BrandDaySums(context);
    }

    @Override
    public void process(Record<String, AccountsChange> record) {
        var change = record.value();
        brands.change(record.key(), state -> state.plus(change));
        brands.add(record.key(), change.posts());
        var asOf = brands.state(record.key()).told().asOf();
        sums.add(record.key(), new DaySums(change.service(), ValueLedger.EMPTY), asOf);
    }
}
