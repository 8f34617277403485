package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.similarity.PeerUpdateMatcher;
import io.rapport.messaging.consume.LatestByKey;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.reader.StartPosition;
import io.rapport.messaging.reader.TopicReader;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicSubscription;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Follows the assignments and client rows that all instances of identity publish, this one included, and keeps the match
 * indexes of this instance up to date with them. Has no consumer group: every instance reads every partition. A batch is
 * redelivered if it could not be matched.
 */
public final class PeerUpdateConsumer implements DisposableBean {

    private final TopicReaderFactory readers;
    private final PeerUpdateMatcher matcher;
    private final Clock clock;
    private volatile @Nullable TopicReader reader;

    public PeerUpdateConsumer(TopicReaderFactory readers, PeerUpdateMatcher matcher, Clock clock) {
        this.readers = readers;
        this.matcher = matcher;
        this.clock = clock;
    }

    /**
     * Resolves the offsets to start at. To be called before the match indexes are loaded from the store: assignments
     * published before are in the store, and client rows are once the group that stores them has committed their offset.
     *
     * @param generation of the store
     */
    public void resolvePositions(String generation) {
        var lists = StartPosition.committedBy(IdentityProjections.listGroup(generation));
        reader = readers.reader(
                        "identity-peer-updates",
                        new TopicSubscription<>(
                                Topic.IDENTITY_ASSIGNED, HandleAssigned.class, StartPosition.end(), this::applyHandles),
                        new TopicSubscription<>(Topic.CLIENT_LISTED, ClientListed.class, lists, this::applyClients))
                .afterPoll(() -> matcher.matchPending(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .resolvePositions();
    }

    /** Follows the topics from the resolved offsets, on a thread of its own. */
    public void start() {
        var resolved = reader;
        if (resolved == null) {
            throw new IllegalStateException("The offsets to start at are not resolved");
        }
        resolved.start();
    }

    @Override
    public void destroy() {
        var running = reader;
        if (running != null) {
            running.destroy();
        }
    }

    private void applyHandles(List<ReceivedRecord<HandleAssigned>> batch) {
        var latest = LatestByKey.of(batch);
        matcher.addHandles(latest.values().values());
        matcher.removeHandles(latest.tombstones().stream().map(HandleKey::of).toList());
    }

    private void applyClients(List<ReceivedRecord<ClientListed>> batch) {
        var latest = LatestByKey.of(batch);
        matcher.addClients(latest.values().values());
        latest.tombstones()
                .forEach(key -> matcher.removeClients(
                        BrandKey.of(key), List.of(TopicKeys.split(key).get(2))));
    }
}
