package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.handle.HandleTopology;

import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Collects what this task's handles add to each brand, and sends it on at most once a second. */
public final class BrandAccountsBuffer {

    private final ProcessorContext<String, Object> context;
    private final ThrottledBuffer<BrandAccountsChange> brands;

    public BrandAccountsBuffer(ProcessorContext<String, Object> context) {
        this.context = context;
        this.brands = new ThrottledBuffer<>(context, HandleTopology.BRAND_ACCOUNTS, BrandAccountsChange::plus);
    }

    public void add(String brand, BrandAccountsChange change) {
        brands.add(brand, change);
    }

    public void sendDue(long now) {
        brands.sendDue(now, context::forward);
    }
}
