package io.rapport.scoring.topology.brand;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds up the value that people bring to a brand. */
final class BrandValueProcessor implements Processor<String, ValueLedger, Void, Void> {

    private BrandStateStore brands;
    private BrandDaySumStore sums;

    @SuppressWarnings("NullAway.Init")
    BrandValueProcessor() {}

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        brands = new BrandStateStore(context);
        sums = new BrandDaySumStore(context);
    }

    @Override
    public void process(Record<String, ValueLedger> record) {
        sums.add(record.key(), new DaySums(ServiceLedger.EMPTY, record.value()));
        brands.recordChange(record.key(), record.value().days());
        brands.update(record.key(), state -> state.withPendingChange(ChangeReason.ENGAGEMENT));
    }
}
