package io.rapport.scoring.topology.handle.state;

import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Aggregates the account changes of this task's handles by brand and sends them at most once a second. */
public final class BrandAccountsBuffer {

    private final ThrottledBuffer<BrandAccountsChange> brands;

    /** Opens the buffer. */
    public BrandAccountsBuffer(ProcessorContext<?, ?> context) {
        this.brands = new ThrottledBuffer<>(context, HandleStores.BRAND_ACCOUNTS, BrandAccountsChange::plus);
    }

    /** Adds a change of a brand. */
    public void add(String brand, BrandAccountsChange change) {
        brands.add(brand, change);
    }

    /** Sends the changes that are due. */
    public void sendDue(long now, Consumer<Record<String, BrandAccountsChange>> output) {
        brands.sendDue(now, output);
    }
}
