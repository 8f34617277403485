package io.rapport.ingest.domain.suppression;

import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.text.TextCleaner;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.SuppressionHashes;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Lets nothing pass that is of somebody who was erased, and keeps nothing of it. */
public final class SuppressionFilter implements EngagementSink {

    private final EngagementSink outlet;
    private final SuppressionHashes suppressions;
    private final BooleanSupplier known;

    /**
     * A barrier before an outlet.
     *
     * @param known whether it is known by now who was erased
     */
    public SuppressionFilter(EngagementSink outlet, SuppressionHashes suppressions, BooleanSupplier known) {
        this.outlet = outlet;
        this.suppressions = suppressions;
        this.known = known;
    }

    /**
     * @throws InputRejectedException if it is of somebody who was erased
     * @throws StateNotLoadedException while that is not known
     */
    @Override
    public CompletableFuture<?> publishEngagement(EngagementReceived engagement) {
        var brand = engagement.brandKey();
        var actor = engagement.actor();
        rejectIf(hasSuppressions(brand)
                && (suppressions.isHandleSuppressed(engagement.handleKey())
                        || suppressions.isContactSuppressed(brand, actor.emailHash())
                        || suppressions.isContactSuppressed(brand, actor.phoneHash())));
        return outlet.publishEngagement(engagement);
    }

    /**
     * @throws StateNotLoadedException while it is not known who was erased
     */
    @Override
    public CompletableFuture<?> publishRejection(EngagementRejected row) {
        var brand = new BrandKey(row.agency(), row.brand());
        var mentions = hasSuppressions(brand) && SuppressedMentionScanner.mentionsSuppressed(suppressions, brand, row.raw());
        return outlet.publishRejection(row.code() == RejectionCode.SUPPRESSED || mentions ? redacted(row) : row);
    }

    /**
     * @throws InputRejectedException if it is of somebody who was erased
     * @throws StateNotLoadedException while that is not known
     */
    @Override
    public void requireAllowed(ClientListed client) {
        rejectIf(hasSuppressions(client.brandKey()) && isSuppressed(client));
    }

    @Override
    public CompletableFuture<?> publishClient(ClientListed client) {
        return outlet.publishClient(client);
    }

    @Override
    public CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at) {
        return outlet.publishClientRemoval(brand, client, at);
    }

    private boolean isSuppressed(ClientListed client) {
        var brand = client.brandKey();
        var details = client.details();
        return suppressions.isClientSuppressed(brand, client.client())
                || suppressions.isContactSuppressed(brand, client.emailHash())
                || details != null && suppressions.isContactSuppressed(brand, details.phoneHash())
                || client.handles().stream()
                        .anyMatch(handle -> suppressions.isHandleSuppressed(new HandleKey(brand, handle.channel(), handle.handle()))
                                || suppressions.isHandleSuppressed(
                                        new HandleKey(brand, handle.channel(), TextCleaner.normalizeName(handle.handle()))));
    }

    private boolean hasSuppressions(BrandKey brand) {
        if (!known.getAsBoolean()) {
            throw new StateNotLoadedException("Who was erased");
        }
        return suppressions.hasErasures(brand);
    }

    private static void rejectIf(boolean barred) {
        if (barred) {
            throw new InputRejectedException(
                    RejectionCode.SUPPRESSED,
                    "This is of somebody who was erased. It was not accepted, and what arrived is not kept.");
        }
    }

    private static EngagementRejected redacted(EngagementRejected row) {
        return new EngagementRejected(
                row.id(),
                row.agency(),
                row.brand(),
                row.source(),
                row.code(),
                row.message(),
                row.origin(),
                null,
                "",
                row.rejectedAt(),
                row.by());
    }
}
