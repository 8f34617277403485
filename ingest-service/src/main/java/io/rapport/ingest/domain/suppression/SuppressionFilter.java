package io.rapport.ingest.domain.suppression;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.account.AccountNames;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.EngagementRejectedBuilder;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.contact.AccountAddress;
import io.rapport.ingest.domain.delivery.EngagementSink;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Rejects engagements and clients of erased persons before publication, and redacts rejected rows that mention them. */
public final class SuppressionFilter implements EngagementSink {

    private final EngagementSink sink;
    private final SuppressionHashes suppressions;
    private final BooleanSupplier loaded;

    /**
     * Creates a filter in front of a sink.
     *
     * @param loaded whether the topic of erasures was read to its end
     */
    public SuppressionFilter(EngagementSink sink, SuppressionHashes suppressions, BooleanSupplier loaded) {
        this.sink = sink;
        this.suppressions = suppressions;
        this.loaded = loaded;
    }

    /**
     * @throws InputRejectedException if the actor was erased
     * @throws StateNotLoadedException while the erasures are being loaded
     */
    @Override
    public CompletableFuture<?> publishEngagement(EngagementReceived engagement) {
        var brand = engagement.brandKey();
        var actor = engagement.actor();
        if (!hasSuppressions(brand)) {
            return sink.publishEngagement(engagement);
        }
        rejectIf(suppressions.isHandleSuppressed(engagement.handleKey())
                || suppressions.isContactSuppressed(brand, AccountAddress.emailHash(actor.id()))
                || suppressions.isContactSuppressed(brand, actor.emailHash())
                || suppressions.isContactSuppressed(brand, actor.mailboxHash())
                || suppressions.isContactSuppressed(brand, actor.phoneHash()));
        return sink.publishEngagement(withoutSuppressedMentions(engagement));
    }

    private EngagementReceived withoutSuppressedMentions(EngagementReceived engagement) {
        var mentions = engagement.mentions();
        if (mentions == null) {
            return engagement;
        }
        var kept = mentions.stream()
                .filter(mention -> !suppressions.isHandleSuppressed(
                        new HandleKey(engagement.brandKey(), engagement.channel(), mention)))
                .toList();
        return EngagementReceivedBuilder.from(engagement).withMentions(kept.isEmpty() ? null : kept);
    }

    /**
     * @throws StateNotLoadedException while the erasures are being loaded
     */
    @Override
    public CompletableFuture<?> publishRejection(EngagementRejected row) {
        var brand = new BrandKey(row.agency(), row.brand());
        var mentions =
                hasSuppressions(brand) && SuppressedMentionScanner.mentionsSuppressed(suppressions, brand, row.raw());
        return sink.publishRejection(row.code() == RejectionCode.SUPPRESSED || mentions ? redacted(row) : row);
    }

    /**
     * @throws InputRejectedException if the client was erased
     * @throws StateNotLoadedException while the erasures are being loaded
     */
    @Override
    public void requireAllowed(ClientListed client) {
        rejectIf(hasSuppressions(client.brandKey()) && isSuppressed(client));
    }

    @Override
    public CompletableFuture<?> publishClient(ClientListed client) {
        return sink.publishClient(client);
    }

    @Override
    public CompletableFuture<?> publishClientRemoval(BrandKey brand, String client, Instant at) {
        return sink.publishClientRemoval(brand, client, at);
    }

    private boolean isSuppressed(ClientListed client) {
        var brand = client.brandKey();
        return suppressions.isClientSuppressed(brand, client.client())
                || Stream.of(client.emailHashes(), client.phoneHashes(), client.mailboxHashes())
                        .flatMap(List::stream)
                        .anyMatch(hash -> suppressions.isContactSuppressed(brand, hash))
                || client.handles().stream()
                        .anyMatch(handle ->
                                suppressions.isContactSuppressed(brand, AccountAddress.emailHash(handle.handle()))
                                        || suppressions.isHandleSuppressed(
                                                new HandleKey(brand, handle.channel(), handle.handle()))
                                        || suppressions.isHandleSuppressed(new HandleKey(
                                                brand, handle.channel(), AccountNames.fold(handle.handle()))));
    }

    private boolean hasSuppressions(BrandKey brand) {
        if (!loaded.getAsBoolean()) {
            throw new StateNotLoadedException("The list of erased persons");
        }
        return suppressions.hasErasures(brand);
    }

    private static void rejectIf(boolean suppressed) {
        if (suppressed) {
            throw new InputRejectedException(
                    RejectionCode.SUPPRESSED,
                    "The row concerns an erased person. It was not accepted, and its content is not stored.");
        }
    }

    private static EngagementRejected redacted(EngagementRejected row) {
        return EngagementRejectedBuilder.builder(row).engagement(null).raw("").build();
    }
}
