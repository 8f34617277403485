package io.rapport.identity.kafka;

import io.rapport.contracts.Topic;
import io.rapport.identity.domain.similarity.IntakeBarrier;
import io.rapport.messaging.projection.BrokerOffsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/** Compares the ends of the topics with the offsets that the consumer groups of all instances committed. */
public final class KafkaIntakeBarrier implements IntakeBarrier {

    private static final List<String> TOPICS =
            List.of(Topic.BRAND_REGISTERED.name(), Topic.CLIENT_LISTED.name(), Topic.ENGAGEMENT_RECEIVED.name());

    private final Map<String, Object> settings;
    private final Supplier<String> generation;

    /**
     * Creates a barrier.
     *
     * @param settings of the Kafka clients
     * @param generation of the store
     */
    public KafkaIntakeBarrier(Map<String, Object> settings, Supplier<String> generation) {
        this.settings = settings;
        this.generation = generation;
    }

    @Override
    public AcceptedRecords mark() {
        var ends = ask(admin -> BrokerOffsets.ends(admin, TOPICS));
        return () -> {
            var committed = ask(admin -> BrokerOffsets.committed(admin, IdentityProjections.groups(generation.get())));
            return ends.entrySet().stream()
                    .allMatch(end -> end.getValue() == 0 || committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
        };
    }

    @FunctionalInterface
    private interface BrokerQuery<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T ask(BrokerQuery<T> query) {
        try (var admin = Admin.create(settings)) {
            return query.ask(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The offsets could not be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the offsets were read", e);
        }
    }
}
