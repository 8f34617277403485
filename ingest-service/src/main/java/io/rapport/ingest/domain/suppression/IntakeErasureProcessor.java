package io.rapport.ingest.domain.suppression;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deletes the data of erased persons from the stores of ingest. Idempotent. */
public final class IntakeErasureProcessor {

    private static final int PAGE_SIZE = 1_000;
    /** No import has this id, so that every client counts as not seen by it. */
    private static final UUID NO_IMPORT = new UUID(0, 0);

    private final RejectionRepository rejections;
    private final ClientDigestRepository clients;
    private final SuppressionHashes suppressions;

    /** Creates a processor over the stores that hold personal data. */
    public IntakeErasureProcessor(
            RejectionRepository rejections, ClientDigestRepository clients, SuppressionHashes suppressions) {
        this.rejections = rejections;
        this.clients = clients;
        this.suppressions = suppressions;
    }

    /** Deletes the data of an erased person, and returns the number of deleted documents by kind. */
    public Map<String, Long> erase(PersonErased erased) {
        suppressions.add(erased);
        var brand = erased.brandKey();
        return Map.of("rejected", rejections.removeIf(brand, this::mentionsSuppressed), "clients", eraseClients(brand));
    }

    /** Whether the raw text of a rejected row mentions an erased person. */
    public boolean mentionsSuppressed(EngagementRejected row) {
        return SuppressedMentionScanner.mentionsSuppressed(
                suppressions, new BrandKey(row.agency(), row.brand()), row.raw());
    }

    private long eraseClients(BrandKey brand) {
        var deleted = 0L;
        @Nullable String after = null;
        for (var page = clients.findNotSeenBy(brand, NO_IMPORT, after, PAGE_SIZE);
                !page.isEmpty();
                page = clients.findNotSeenBy(brand, NO_IMPORT, after, PAGE_SIZE)) {
            after = page.get(page.size() - 1);
            var erased = page.stream()
                    .filter(client -> suppressions.isClientSuppressed(brand, client))
                    .toList();
            clients.removeAll(brand, erased);
            deleted += erased.size();
        }
        return deleted;
    }
}
