package io.rapport.ingest.domain.connection;

import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.contracts.engagement.RejectionCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores what connections delivered and could not be published, for queries and replays. */
public interface DeliveryRejectionRepository {

    /** Creates the indexes. Idempotent. */
    void createIndexes();

    /** Stores rejections. Idempotent. */
    void saveAll(Collection<DeliveryRejected> rejected);

    /** Deletes rejections by their topic keys. */
    void deleteAll(Collection<String> keys);

    /** Deletes all rejections before a time. */
    void deleteBefore(Instant time);

    /**
     * Returns a page of a connection's rejections, newest first.
     *
     * @param filter which rejections
     * @param after the {@link #sortKey} of the last rejection of the previous page; null for the first page
     */
    List<DeliveryRejected> find(ConnectionKey connection, Filter filter, @Nullable String after, int limit);

    /** The rejections with these ids; ids that do not exist are left out. */
    List<DeliveryRejected> find(ConnectionKey connection, Collection<UUID> ids);

    /**
     * Selects rejections.
     *
     * @param code the reason; null for all
     * @param account the account of the platform; null for all
     */
    record Filter(@Nullable RejectionCode code, @Nullable String account) {

        /** All rejections. */
        public static final Filter ALL = new Filter(null, null);
    }

    /** The sort key of a rejection within its connection: ascending by time, then by id. */
    static String sortKey(DeliveryRejected rejected) {
        return "%016x".formatted(rejected.rejectedAt().toEpochMilli()) + "|" + rejected.id();
    }
}
