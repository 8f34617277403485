package io.rapport.ingest.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.ingest.domain.clientlist.ClientDigestRestorer;
import io.rapport.messaging.consume.LatestByKey;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicSubscription;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Restores the client digests from the topic of client lists, read from its beginning to its end at the start of reading. */
public final class ClientListTopicLoader {

    private final TopicReaderFactory readers;

    /** Creates a loader that reads with the given readers. */
    public ClientListTopicLoader(TopicReaderFactory readers) {
        this.readers = readers;
    }

    /**
     * Restores all digests. Idempotent.
     *
     * @param restored whether another instance has finished in the meantime: digests of later imports must not be
     *     overwritten then, and the loader stops
     */
    public void load(ClientDigestRestorer restorer, BooleanSupplier restored) {
        var reader = readers.reader(
                "client-list-loader",
                TopicSubscription.fromBeginning(Topic.CLIENT_LISTED, ClientListed.class, batch -> {
                    if (!restored.getAsBoolean()) {
                        restore(batch, restorer);
                    }
                }));
        reader.readToEnd(remaining -> {
            if (restored.getAsBoolean()) {
                reader.destroy();
            }
        });
    }

    private static void restore(List<ReceivedRecord<ClientListed>> batch, ClientDigestRestorer restorer) {
        var latest = LatestByKey.of(batch);
        latest.values().values().stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach(restorer::restore);
        removedByBrand(latest).forEach(restorer::remove);
    }

    private static Map<BrandKey, List<String>> removedByBrand(LatestByKey<ClientListed> latest) {
        return latest.tombstones().stream()
                .map(TopicKeys::split)
                .collect(Collectors.groupingBy(
                        parts -> new BrandKey(parts.get(0), parts.get(1)),
                        Collectors.mapping(parts -> parts.get(2), Collectors.toList())));
    }
}
