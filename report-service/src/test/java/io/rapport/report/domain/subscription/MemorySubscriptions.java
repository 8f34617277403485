package io.rapport.report.domain.subscription;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.subscription.SubscriptionSaved;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Subscriptions in memory. */
public final class MemorySubscriptions implements SubscriptionRepository {

    private final Map<String, SubscriptionSaved> byKey = new LinkedHashMap<>();

    @Override
    public List<SubscriptionSaved> findAll(BrandKey brand, int limit) {
        return byKey.values().stream()
                .filter(each -> each.brandKey().equals(brand) && !each.deleted())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<SubscriptionSaved> find(BrandKey brand, UUID id) {
        return Optional.ofNullable(byKey.get(brand.key(id.toString())));
    }

    @Override
    public Optional<SubscriptionSaved> findByLink(String linkHash) {
        return byKey.values().stream()
                .filter(each -> each.linkHash().equals(linkHash) && !each.deleted())
                .findFirst();
    }

    @Override
    public boolean saveNextVersion(SubscriptionSaved next) {
        var before = byKey.get(next.key());
        if ((before == null ? 0 : before.version()) != next.version() - 1) {
            return false;
        }
        byKey.put(next.key(), next);
        return true;
    }

    @Override
    public void saveNewer(Collection<SubscriptionSaved> published) {
        published.forEach(each -> byKey.put(each.key(), each));
    }
}
