package io.rapport.scoring.topology.handle;

import io.rapport.scoring.topology.brand.AccountsChange;
import io.rapport.scoring.topology.stage.Gathering;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Collects what this task's handles add to each brand, and sends it on at most once a second. */
final class BrandAccounts {

    private final ProcessorContext<String, Object> context;
    private final Gathering<AccountsChange> brands;

    BrandAccounts(ProcessorContext<String, Object> context) {
        this.context = context;
        this.brands = new Gathering<>(context, HandleTopology.BRAND_ACCOUNTS, AccountsChange::plus);
    }

    void add(String brand, AccountsChange change) {
        brands.add(brand, change);
    }

    void send(long now) {
        brands.send(now, context::forward);
    }
}
