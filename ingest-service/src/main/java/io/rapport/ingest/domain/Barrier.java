package io.rapport.ingest.domain;

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
public final class Barrier implements Outlet {

    private final Outlet outlet;
    private final SuppressionHashes suppressions;
    private final BooleanSupplier known;

    /**
     * A barrier before an outlet.
     *
     * @param known whether it is known by now who was erased
     */
    public Barrier(Outlet outlet, SuppressionHashes suppressions, BooleanSupplier known) {
        this.outlet = outlet;
        this.suppressions = suppressions;
        this.known = known;
    }

    /**
     * @throws NotAccepted if it is of somebody who was erased
     * @throws NotReadYet while that is not known
     */
    @Override
    public CompletableFuture<?> accept(EngagementReceived engagement) {
        var brand = engagement.brandKey();
        var actor = engagement.actor();
        refuseIf(anybody(brand)
                && (suppressions.bars(engagement.handleKey())
                        || suppressions.barsContact(brand, actor.emailHash())
                        || suppressions.barsContact(brand, actor.phoneHash())));
        return outlet.accept(engagement);
    }

    /**
     * @throws NotReadYet while it is not known who was erased
     */
    @Override
    public CompletableFuture<?> reject(EngagementRejected row) {
        var brand = new BrandKey(row.agency(), row.brand());
        var mentions = anybody(brand) && Mentions.inText(suppressions, brand, row.raw());
        return outlet.reject(row.code() == RejectionCode.SUPPRESSED || mentions ? withoutText(row) : row);
    }

    /**
     * @throws NotAccepted if it is of somebody who was erased
     * @throws NotReadYet while that is not known
     */
    @Override
    public void require(ClientListed client) {
        refuseIf(anybody(client.brandKey()) && isBarred(client));
    }

    @Override
    public CompletableFuture<?> list(ClientListed client) {
        return outlet.list(client);
    }

    @Override
    public CompletableFuture<?> unlist(BrandKey brand, String client, Instant at) {
        return outlet.unlist(brand, client, at);
    }

    private boolean isBarred(ClientListed client) {
        var brand = client.brandKey();
        var details = client.details();
        return suppressions.barsClient(brand, client.client())
                || suppressions.barsContact(brand, client.emailHash())
                || details != null && suppressions.barsContact(brand, details.phoneHash())
                || client.handles().stream()
                        .anyMatch(handle -> suppressions.bars(new HandleKey(brand, handle.channel(), handle.handle()))
                                || suppressions.bars(
                                        new HandleKey(brand, handle.channel(), Texts.normalisedName(handle.handle()))));
    }

    private boolean anybody(BrandKey brand) {
        if (!known.getAsBoolean()) {
            throw new NotReadYet("Who was erased");
        }
        return suppressions.any(brand);
    }

    private static void refuseIf(boolean barred) {
        if (barred) {
            throw new NotAccepted(
                    RejectionCode.SUPPRESSED,
                    "This is of somebody who was erased. It was not accepted, and what arrived is not kept.");
        }
    }

    private static EngagementRejected withoutText(EngagementRejected row) {
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
