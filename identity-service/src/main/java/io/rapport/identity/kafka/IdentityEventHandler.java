package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.messaging.ReceivedRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes in what is read from topics. */
public final class IdentityEventHandler {

    private final Identity identity;
    private final KnownHandleCache known;
    private final Clock clock;

    /** Takes in for the given identity. */
    public IdentityEventHandler(Identity identity, KnownHandleCache known, Clock clock) {
        this.identity = identity;
        this.known = known;
        this.clock = clock;
    }

    /** Only what the cache does not cover reaches the store. */
    void engagements(List<ReceivedRecord<EngagementActorView>> batch) {
        var news = new LinkedHashMap<HandleKey, HandleSighting>();
        values(batch)
                .filter(EngagementActorView::hasCounterpart)
                .map(EngagementActorView::toSighting)
                .filter(seen -> !known.covers(seen))
                .forEach(seen -> news.merge(seen.handle(), seen, HandleSighting::merge));
        if (!news.isEmpty()) {
            known.put(identity.recognition().process(news, now()));
        }
    }

    void clients(List<ReceivedRecord<ClientListed>> batch) {
        var rows = new LinkedHashMap<String, ClientListed>();
        var gone = new LinkedHashSet<String>();
        for (var received : batch) {
            var row = received.value();
            if (row == null) {
                rows.remove(received.key());
                gone.add(received.key());
            } else {
                rows.put(received.key(), row);
                gone.remove(received.key());
            }
        }
        if (!rows.isEmpty()) {
            identity.clientList().addRows(rows.values());
        }
        takeOff(gone);
    }

    private void takeOff(Collection<String> gone) {
        var byBrand = new LinkedHashMap<BrandKey, List<String>>();
        for (var key : gone) {
            var parts = TopicKeys.split(key);
            var brand = new BrandKey(parts.get(0), parts.get(1));
            byBrand.computeIfAbsent(brand, b -> new ArrayList<>()).add(parts.get(2));
        }
        byBrand.forEach((brand, clients) -> identity.clientList().removeRows(brand, clients, now()));
    }

    void brands(List<ReceivedRecord<BrandRegistered>> batch) {
        values(batch).forEach(brand -> identity.staffList().update(brand, now()));
    }

    void removed(List<ReceivedRecord<ErasureDone>> batch) {
        identity.erasing().recordConfirmations(values(batch).toList());
    }

    private static <V> Stream<V> values(List<ReceivedRecord<V>> batch) {
        return batch.stream().map(ReceivedRecord::value).filter(Objects::nonNull);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
