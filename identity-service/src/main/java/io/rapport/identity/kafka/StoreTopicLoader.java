package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.recovery.StoreRebuilder;
import io.rapport.messaging.consume.LatestByKey;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicSubscription;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty store from the topics. Each topic is read from its beginning to its end as of the start of the reading. */
public final class StoreTopicLoader {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTopicLoader.class);

    private final TopicReaderFactory readers;
    private final StoreRebuilder rebuilder;

    public StoreTopicLoader(TopicReaderFactory readers, StoreRebuilder rebuilder) {
        this.readers = readers;
        this.rebuilder = rebuilder;
    }

    /**
     * Fills the store with everything published until now. Idempotent. The order matters: erasures are read before
     * anything they suppress.
     *
     * @param at the time of changes that complete partially published state
     * @param progress given a description of each step
     */
    public void load(Instant at, Consumer<String> progress) {
        read(Topic.PERSON_ERASED, PersonErased.class, latest -> rebuilder.restoreErasures(values(latest)), progress);
        read(Topic.BRAND_REGISTERED, BrandRegistered.class, latest -> rebuilder.restoreStaff(values(latest)), progress);
        read(Topic.CLIENT_LISTED, ClientListed.class, this::restoreClients, progress);
        read(Topic.IDENTITY_POLICY, PolicySet.class, latest -> rebuilder.restorePolicies(values(latest)), progress);
        read(Topic.IDENTITY_PERSON, PersonDescribed.class, latest -> rebuilder.restorePeople(values(latest)), progress);
        read(
                Topic.IDENTITY_ASSIGNED,
                HandleAssigned.class,
                latest -> rebuilder.restoreHandles(values(latest)),
                progress);
        progress.accept("completing partially published state");
        rebuilder.complete(at);
    }

    private void restoreClients(LatestByKey<ClientListed> latest) {
        rebuilder.restoreClients(values(latest));
        latest.tombstones().stream()
                .collect(Collectors.groupingBy(
                        BrandKey::of,
                        Collectors.mapping(key -> TopicKeys.split(key).get(2), Collectors.<String>toList())))
                .forEach(rebuilder::removeClients);
    }

    /** Tombstones of the other topics belong to erased people, whose states are not restored in the first place. */
    private <V> void read(Topic topic, Class<V> type, Consumer<LatestByKey<V>> restore, Consumer<String> progress) {
        readers.reader(
                        "identity-store-loader",
                        TopicSubscription.fromBeginning(topic, type, batch -> restore.accept(LatestByKey.of(batch))))
                .readToEnd(remaining -> progress.accept(remaining + " records left of " + topic.name()));
        LOG.info("Loaded {} into the store", topic.name());
    }

    private static <V> Collection<V> values(LatestByKey<V> latest) {
        return latest.values().values();
    }
}
