package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.messaging.ErasureReportPublisher;
import io.rapport.messaging.ReceivedRecord;
import io.rapport.report.domain.store.ProjectionEraser;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the erased out of what is read, and takes them out of the projections when a tombstone says so. */
public final class ErasureFilter {

    private final ProjectionEraser erasing;
    private final ErasureReportPublisher reports;

    /** Takes out, and tells what was taken out. */
    public ErasureFilter(ProjectionEraser erasing, ErasureReportPublisher reports) {
        this.erasing = erasing;
        this.reports = reports;
    }

    /** A batch keyed by handle, without those who were erased; tombstones stay. */
    <V> List<ReceivedRecord<V>> withoutErasedHandles(List<ReceivedRecord<V>> batch) {
        return batch.stream()
                .filter(each -> each.value() == null || !erasing.isSuppressed(HandleKey.of(each.key())))
                .toList();
    }

    /** A batch keyed by person, without those who were erased; tombstones stay. */
    <V> List<ReceivedRecord<V>> withoutErasedPersons(List<ReceivedRecord<V>> batch) {
        return batch.stream()
                .filter(each -> each.value() == null || !erasing.isSuppressed(BrandKey.of(each.key()), person(each.key())))
                .toList();
    }

    /** A batch keyed by client, without those who were erased; tombstones stay. */
    <V> List<ReceivedRecord<V>> withoutErasedClients(List<ReceivedRecord<V>> batch) {
        return batch.stream()
                .filter(each -> each.value() == null
                        || !erasing.isClientSuppressed(
                                BrandKey.of(each.key()),
                                TopicKeys.split(each.key()).get(2)))
                .toList();
    }

    /** What a batch keyed by handle has just written is removed again, where its handle was erased meanwhile. */
    void eraseLateWrites(List<? extends ReceivedRecord<?>> batch) {
        batch.stream()
                .map(each -> HandleKey.of(each.key()))
                .distinct()
                .collect(Collectors.groupingBy(HandleKey::brand))
                .forEach(erasing::eraseLateWrites);
    }

    void eraseHandles(Collection<HandleKey> gone) {
        gone.forEach(handle -> reports.publish(handle.brand(), erasing.hash(handle), erasing.eraseHandle(handle)));
    }

    void erasePersons(BrandKey brand, Collection<UUID> gone) {
        gone.forEach(person -> reports.publish(brand, person.toString(), erasing.erasePerson(brand, person)));
    }

    private static UUID person(String key) {
        return UUID.fromString(TopicKeys.split(key).get(2));
    }
}
