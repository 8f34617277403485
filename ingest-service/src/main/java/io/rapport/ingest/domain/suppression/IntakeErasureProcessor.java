package io.rapport.ingest.domain.suppression;

import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.engagement.RejectionRepository;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Forgets what ingest holds of people who were erased. Doing it again finds nothing left. */
public final class IntakeErasureProcessor {

    private static final int AT_ONCE = 1_000;

    private final RejectionRepository rejections;
    private final ClientDigestRepository clients;
    private final SuppressionHashes suppressions;

    /** Forgets in these stores. */
    public IntakeErasureProcessor(RejectionRepository rejections, ClientDigestRepository clients, SuppressionHashes suppressions) {
        this.rejections = rejections;
        this.clients = clients;
        this.suppressions = suppressions;
    }

    /** Forgets a person; how much of what. */
    public Map<String, Long> erase(PersonErased erased) {
        suppressions.add(erased);
        var brand = erased.brandKey();
        return Map.of("rejected", rejections.removeIf(brand, this::mentionsSuppressed), "clients", eraseClients(brand));
    }

    /** Whether a rejected row names somebody who was erased. */
    public boolean mentionsSuppressed(EngagementRejected row) {
        return SuppressedMentionScanner.mentionsSuppressed(suppressions, new BrandKey(row.agency(), row.brand()), row.raw());
    }

    private long eraseClients(BrandKey brand) {
        // No import has this id, so that it has seen nobody.
        var nobody = new UUID(0, 0);
        long forgotten = 0;
        @Nullable String after = null;
        for (var some = clients.findNotSeenBy(brand, nobody, after, AT_ONCE);
                !some.isEmpty();
                some = clients.findNotSeenBy(brand, nobody, after, AT_ONCE)) {
            after = some.get(some.size() - 1);
            var erased = some.stream()
                    .filter(client -> suppressions.isClientSuppressed(brand, client))
                    .toList();
            clients.removeAll(brand, erased);
            forgotten += erased.size();
        }
        return forgotten;
    }
}
