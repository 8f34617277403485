package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.brand.state.BrandDaySumStore;
import io.rapport.scoring.topology.brand.state.BrandStateStore;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueLedger;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sums what a brand's people bring. */
final class BrandValueProcessor implements Processor<String, ValueLedger, String, Object> {

    private BrandStateStore brands;
    private BrandDaySumStore sums;

    @SuppressWarnings("NullAway.Init")
    BrandValueProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        brands = new BrandStateStore(context);
        sums = new BrandDaySumStore(context);
    }

    @Override
    public void process(Record<String, ValueLedger> record) {
        var asOf = brands.state(record.key()).publication().asOf();
        sums.add(record.key(), new DaySums(ServiceLedger.EMPTY, record.value()), asOf);
        brands.update(record.key(), state -> state.withPendingChange(ChangeReason.ENGAGEMENT));
    }
}
