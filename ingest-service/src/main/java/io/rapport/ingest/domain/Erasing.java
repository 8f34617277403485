package io.rapport.ingest.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Forgets what ingest holds of people who were erased. Doing it again finds nothing left. */
public final class Erasing {

    private static final int AT_ONCE = 1_000;

    private final Rejections rejections;
    private final ClientStore clients;
    private final SuppressionHashes suppressions;

    /** Forgets in these stores. */
    public Erasing(Rejections rejections, ClientStore clients, SuppressionHashes suppressions) {
        this.rejections = rejections;
        this.clients = clients;
        this.suppressions = suppressions;
    }

    /** Forgets a person; how much of what. */
    public Map<String, Long> forget(PersonErased erased) {
        suppressions.learn(erased);
        var brand = erased.brandKey();
        return Map.of("rejected", rejections.remove(brand, this::names), "clients", forgetClients(brand));
    }

    /** Whether a rejected row names somebody who was erased. */
    public boolean names(EngagementRejected row) {
        return Mentions.inText(suppressions, new BrandKey(row.agency(), row.brand()), row.raw());
    }

    private long forgetClients(BrandKey brand) {
        // No import has this id, so that it has seen nobody.
        var nobody = new UUID(0, 0);
        long forgotten = 0;
        @Nullable String after = null;
        for (var some = clients.notSeen(brand, nobody, after, AT_ONCE);
                !some.isEmpty();
                some = clients.notSeen(brand, nobody, after, AT_ONCE)) {
            after = some.get(some.size() - 1);
            var erased = some.stream()
                    .filter(client -> suppressions.barsClient(brand, client))
                    .toList();
            clients.remove(brand, erased);
            forgotten += erased.size();
        }
        return forgotten;
    }
}
