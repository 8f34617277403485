package io.rapport.report.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.messaging.ErasureReportPublisher;
import io.rapport.messaging.ReceivedRecord;
import io.rapport.report.domain.Erasing;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the erased out of what is read, and takes them out of the projections when a tombstone says so. */
public final class Barrier {

    private final Erasing erasing;
    private final ErasureReportPublisher reports;

    /** Takes out, and tells what was taken out. */
    public Barrier(Erasing erasing, ErasureReportPublisher reports) {
        this.erasing = erasing;
        this.reports = reports;
    }

    /** A batch keyed by handle, without those who were erased; tombstones stay. */
    <V> List<ReceivedRecord<V>> handles(List<ReceivedRecord<V>> batch) {
        return batch.stream()
                .filter(each -> each.value() == null || !erasing.bars(HandleKey.of(each.key())))
                .toList();
    }

    /** A batch keyed by person, without those who were erased; tombstones stay. */
    <V> List<ReceivedRecord<V>> people(List<ReceivedRecord<V>> batch) {
        return batch.stream()
                .filter(each -> each.value() == null || !erasing.bars(BrandKey.of(each.key()), person(each.key())))
                .toList();
    }

    /** A batch keyed by client, without those who were erased; tombstones stay. */
    <V> List<ReceivedRecord<V>> clients(List<ReceivedRecord<V>> batch) {
        return batch.stream()
                .filter(each -> each.value() == null
                        || !erasing.barsClient(
                                BrandKey.of(each.key()),
                                TopicKeys.split(each.key()).get(2)))
                .toList();
    }

    /** What a batch keyed by handle has just written is removed again, where its handle was erased meanwhile. */
    void removeLate(List<? extends ReceivedRecord<?>> batch) {
        batch.stream()
                .map(each -> HandleKey.of(each.key()))
                .distinct()
                .collect(Collectors.groupingBy(HandleKey::brand))
                .forEach(erasing::removeLate);
    }

    void eraseHandles(Collection<HandleKey> gone) {
        gone.forEach(handle -> reports.publish(handle.brand(), erasing.hash(handle), erasing.handle(handle)));
    }

    void erasePeople(BrandKey brand, Collection<UUID> gone) {
        gone.forEach(person -> reports.publish(brand, person.toString(), erasing.person(brand, person)));
    }

    private static UUID person(String key) {
        return UUID.fromString(TopicKeys.split(key).get(2));
    }
}
