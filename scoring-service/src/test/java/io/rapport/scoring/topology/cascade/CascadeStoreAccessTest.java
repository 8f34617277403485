package io.rapport.scoring.topology.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.spread.ParentMessage;
import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.CountingStoreSupplier;
import io.rapport.scoring.topology.brand.state.BrandSerdes;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ChildChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange.ParentChange;
import io.rapport.scoring.topology.cascade.state.CascadeChildKind;
import io.rapport.scoring.topology.cascade.state.CascadeNode;
import io.rapport.scoring.topology.cascade.state.CascadeStores;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import java.util.HashSet;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A cascade of 100,000 shares costs the same for every share. */
class CascadeStoreAccessTest {

    private static final int SHARES = 100_000;
    private static final BrandKey BRAND = new BrandKey("agency", "brand");
    private static final String NODE = BRAND.key("x", "1");
    private static final long AT = 1_772_870_400_000L;
    private static final int DAY = 20_519;
    /** Maximum store entries per event, or per batch of deferred work. */
    private static final long FEW = 60;

    private static final long STEP = 1500;

    private final CountingStoreSupplier stores = new CountingStoreSupplier();
    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final SpreadBuffer spread;
    private final CascadeUpdater cascades;
    private final HashSet<UUID> told = new HashSet<>();
    private SpreadLedger sum = SpreadLedger.EMPTY;
    private long now;

    CascadeStoreAccessTest() {
        store(CascadeStores.CASCADE_NODE, CascadeNode.SERDE);
        store(CascadeStores.CASCADE_CHILD, Serdes.ByteArray());
        store(CascadeStores.CASCADE_DUE, Serdes.ByteArray());
        store(CascadeStores.SPREAD_PENDING, BrandSerdes.SPREAD);
        spread = new SpreadBuffer(context, context::forward);
        cascades = new CascadeUpdater(context, spread, context::forward);
    }

    @Test
    void costsTheSameForEveryShareOfAMessage() {
        within(FEW, () -> cascades.apply(NODE, message(MessageTone.NEGATIVE), AT));
        for (var n = 0; n < SHARES; n++) {
            var share = share(n, null, CascadeChildKind.BARE);
            within(FEW, () -> cascades.apply(NODE, share, AT));
        }
        collect();

        assertThat(told).hasSize(SHARES);
        assertThat(sum()).isEqualTo(all(MessageTone.NEGATIVE, SHARES));
        assertThat(stores.largest()).isLessThan(500);
    }

    @Test
    void countsEarlierSharesInBatches() {
        for (var n = SHARES / 5 - 1; n >= 0; n--) {
            var share = share(n, null, CascadeChildKind.BARE);
            within(FEW, () -> cascades.apply(NODE, share, AT));
        }
        assertThat(told).isEmpty();
        within(FEW, () -> cascades.apply(NODE, message(MessageTone.NEGATIVE), AT));
        settle();

        assertThat(told).hasSize(SHARES / 5);
        assertThat(sum()).isEqualTo(all(MessageTone.NEGATIVE, SHARES / 5));
        assertThat(stores.largest()).isLessThan(500);
    }

    @Test
    void updatesSharesInBatchesAfterACorrectionAndARemoval() {
        cascades.apply(NODE, message(MessageTone.NEGATIVE), AT);
        for (var n = 0; n < SHARES / 10; n++) {
            cascades.apply(NODE, share(n, null, CascadeChildKind.BARE), AT);
        }
        collect();
        told.clear();
        within(FEW, () -> cascades.apply(NODE, message(MessageTone.POSITIVE), AT));
        // Some are removed and added while others are still to be notified.
        cascades.apply(NODE, share(7, CascadeChildKind.BARE, null), AT);
        settle();

        assertThat(told).hasSizeGreaterThanOrEqualTo(SHARES / 10 - 1);
        assertThat(sum()).isEqualTo(all(MessageTone.POSITIVE, SHARES / 10 - 1));

        told.clear();
        within(FEW, () -> cascades.apply(NODE, message(MessageTone.NONE), AT));
        settle();
        assertThat(told).hasSize(SHARES / 10 - 1);
        assertThat(sum()).isEqualTo(SpreadLedger.EMPTY);
    }

    private void settle() {
        for (var step = 0; step < SHARES / 1000; step++) {
            within(STEP, () -> cascades.advance(AT));
            collect();
        }
    }

    private void within(long most, Runnable work) {
        var before = stores.work();
        work.run();
        assertThat(stores.work() - before).isLessThanOrEqualTo(most);
    }

    private SpreadLedger sum() {
        now += 10_000;
        spread.sendDue(now);
        collect();
        return sum;
    }

    private void collect() {
        for (var forwarded : context.forwarded()) {
            var record = forwarded.record();
            if (record.value() instanceof SharedTone carried) {
                told.add(carried.engagement());
            } else if (record.value() instanceof SpreadLedger change) {
                sum = sum.plus(change);
            }
        }
        context.resetForwards();
    }

    /** The first share comes after a second, each other a second later; those within 48 hours count. */
    private static SpreadLedger all(MessageTone tone, int shares) {
        return SpreadLedger.of(new ParentMessage(DAY, tone, false, Math.min(shares, 172_800), 1000, 5000));
    }

    private static ParentChange message(MessageTone tone) {
        return new ParentChange(new UUID(0, 0), AT, DAY, false, tone);
    }

    private static ChildChange share(int n, CascadeChildKind from, CascadeChildKind to) {
        return new ChildChange(
                new UUID(1, n), AT + 1000L * (n + 1), from, to, new ChildChange.Sender(BRAND.key("x", "h" + n), 1));
    }

    private <T> void store(String name, Serde<T> serde) {
        var store = Stores.keyValueStoreBuilder(stores.supplier(name), Serdes.String(), serde)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}
