package io.rapport.ingest.connection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.connection.ConnectionAccount;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.connection.DeliveryOutcome;
import io.rapport.ingest.domain.connection.DeliveryReceipt;
import io.rapport.ingest.domain.connection.DeliveryRejectionSink;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.DeliveryTracker;
import io.rapport.ingest.domain.engagement.EngagementIntake;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps what a platform delivered, and publishes each event of it: as an engagement, as a rejection, or counted as ignored. */
public final class DeliveryProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcessor.class);

    private final Function<BrandKey, @Nullable BrandRegistered> brands;
    private final BiFunction<BrandRegistered, String, EngagementIntake> intakes;
    private final DeliveryRejectionSink rejections;

    /**
     * Creates a processor.
     *
     * @param brands finds a registered brand; null for none
     * @param intakes opens an intake of engagements by their brand and source
     */
    public DeliveryProcessor(
            Function<BrandKey, @Nullable BrandRegistered> brands,
            BiFunction<BrandRegistered, String, EngagementIntake> intakes,
            DeliveryRejectionSink rejections) {
        this.brands = brands;
        this.intakes = intakes;
        this.rejections = rejections;
    }

    /**
     * Processes a payload. Returns when the broker has acknowledged all of it.
     *
     * @throws DeliveryFailedException if the broker does not acknowledge; the whole payload may be processed again
     */
    public DeliveryReceipt process(
            ConnectionConfigured connection, EngagementSource source, SourcePayload payload, Instant at) {
        return process(connection, payload, map(source, payload, connection, at), at);
    }

    /**
     * Processes a payload that is mapped.
     *
     * @throws DeliveryFailedException if the broker does not acknowledge
     */
    DeliveryReceipt process(ConnectionConfigured connection, SourcePayload payload, SourceMapping mapping, Instant at) {
        var run = new Run(connection, at);
        var items = mapping.items();
        for (var index = 0; index < items.size(); index++) {
            var item = items.get(index);
            if (item instanceof SourceMapping.Mapped mapped) {
                run.publish(mapped, MappedRow.of(index, mapped));
            } else if (item instanceof SourceMapping.Ignored ignored) {
                run.receipt.ignore(ignored.eventType());
            } else if (item instanceof SourceMapping.Unusable unusable) {
                run.reject(payload, unusable);
            }
        }
        return run.complete();
    }

    /**
     * Processes mapped engagements again, whose account may have a brand by now.
     *
     * @throws DeliveryFailedException if the broker does not acknowledge
     */
    DeliveryReceipt process(ConnectionConfigured connection, SourceMapping.Mapped mapped, Instant at) {
        var run = new Run(connection, at);
        run.publish(mapped, MappedRow.of(0, mapped));
        return run.complete();
    }

    /** Whether an account has a registered brand. */
    boolean hasBrand(ConnectionConfigured connection, String account) {
        return connection.accounts().stream()
                .anyMatch(each -> each.id().equals(account)
                        && brands.apply(new BrandKey(connection.agency(), each.brand())) != null);
    }

    /** A mapper must not fail; if it does, the payload is kept as one that cannot be mapped. */
    static SourceMapping map(
            EngagementSource source, SourcePayload payload, ConnectionConfigured connection, Instant at) {
        try {
            return source.map(payload, ConnectionSettings.of(connection), at);
        } catch (RuntimeException e) {
            LOG.error("The source {} failed on a payload: {}", source.name(), e.getClass(), e);
            return SourceMapping.unusable("The source could not read the payload.", "");
        }
    }

    private final class Run {

        private final ConnectionConfigured connection;
        private final Instant at;
        private final Map<String, String> brandsByAccount;
        private final Map<String, BrandDelivery> deliveries = new HashMap<>();
        private final DeliveryTracker tracker = new DeliveryTracker();
        private final DeliveryReceipt receipt = new DeliveryReceipt();
        private boolean payloadRejected;

        Run(ConnectionConfigured connection, Instant at) {
            this.connection = connection;
            this.at = at;
            this.brandsByAccount = connection.accounts().stream()
                    .collect(Collectors.toMap(ConnectionAccount::id, ConnectionAccount::brand));
        }

        void publish(SourceMapping.Mapped mapped, MappedRow row) {
            var name = brandsByAccount.get(mapped.account());
            var brand = name == null ? null : brands.apply(new BrandKey(connection.agency(), name));
            if (brand == null) {
                reject(mapped, row, name);
            } else {
                deliveries
                        .computeIfAbsent(
                                brand.brand(),
                                key -> new BrandDelivery(brand, intakes.apply(brand, connection.source())))
                        .process(row.receivedAt(at), receipt);
            }
        }

        /** The payload is kept once, with the first reason. */
        void reject(SourcePayload payload, SourceMapping.Unusable reason) {
            if (!payloadRejected) {
                payloadRejected = true;
                tracker.track(
                        rejections.publish(DeliveryRejections.ofPayload(connection, payload, reason, at)), () -> {});
            }
            receipt.count(DeliveryOutcome.REJECTED);
        }

        DeliveryReceipt complete() {
            for (var delivery : List.copyOf(deliveries.values())) {
                delivery.complete(receipt);
            }
            tracker.awaitAll();
            return receipt;
        }

        private void reject(SourceMapping.Mapped mapped, MappedRow row, @Nullable String brand) {
            var code = brand == null ? RejectionCode.UNKNOWN_ACCOUNT : RejectionCode.UNKNOWN_BRAND;
            var message = brand == null
                    ? "The account '%s' has no brand. Add it to the accounts of the connection, and replay."
                            .formatted(TextCleaner.abbreviate(mapped.account()))
                    : "The brand '%s' is not registered. Register it, and replay.".formatted(brand);
            var rejected = DeliveryRejections.ofAccount(connection, mapped, row, code, message, at);
            tracker.track(rejections.publish(rejected), () -> {});
            receipt.count(DeliveryOutcome.REJECTED);
        }
    }
}
