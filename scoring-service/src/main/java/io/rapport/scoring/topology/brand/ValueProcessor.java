package io.rapport.scoring.topology.brand;

import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.DaySums;
import io.rapport.scoring.domain.value.ValueLedger;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sums what a brand's people bring. */
final class ValueProcessor implements Processor<String, ValueLedger, String, Object> {

    private Brands brands;
    private BrandDaySums sums;

    @SuppressWarnings("NullAway.Init")
    ValueProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        brands = new Brands(context);
        sums = new BrandDaySums(context);
    }

    @Override
    public void process(Record<String, ValueLedger> record) {
        var asOf = brands.state(record.key()).told().asOf();
        sums.add(record.key(), new DaySums(ServiceLedger.EMPTY, record.value()), asOf);
        brands.change(record.key(), state -> state.changed(ChangeReason.ENGAGEMENT));
    }
}
