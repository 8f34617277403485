package io.rapport.report.projection;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.publish.ErasureReportPublisher;
import io.rapport.report.domain.store.ProjectionEraser;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Drops records of erased persons from batches, and erases persons and handles when their tombstone arrives. */
public final class ErasureFilter {

    private final ProjectionEraser eraser;
    private final ErasureReportPublisher reports;
    private final DecisionTombstonePublisher decisions;

    /**
     * A filter.
     *
     * @param reports receives what was erased
     * @param decisions receives the tombstones of decisions about erased persons
     */
    public ErasureFilter(
            ProjectionEraser eraser, ErasureReportPublisher reports, DecisionTombstonePublisher decisions) {
        this.eraser = eraser;
        this.decisions = decisions;
        this.reports = reports;
    }

    /** A batch keyed by handle without the records of suppressed handles; tombstones stay. */
    <V> List<ReceivedRecord<V>> withoutErasedHandles(List<ReceivedRecord<V>> batch) {
        return without(batch, key -> eraser.isSuppressed(HandleKey.of(key)));
    }

    /** A batch keyed by person without the records of suppressed persons; tombstones stay. */
    <V> List<ReceivedRecord<V>> withoutErasedPersons(List<ReceivedRecord<V>> batch) {
        return without(batch, key -> eraser.isSuppressed(BrandKey.of(key), UUID.fromString(lastPart(key))));
    }

    /** A batch keyed by two persons without the records of suppressed ones; tombstones stay. */
    <V> List<ReceivedRecord<V>> withoutErasedPairs(List<ReceivedRecord<V>> batch) {
        return without(
                batch,
                key -> TopicKeys.split(key).stream()
                        .skip(2)
                        .anyMatch(person -> eraser.isSuppressed(BrandKey.of(key), UUID.fromString(person))));
    }

    /** A batch keyed by client without the records of suppressed clients; tombstones stay. */
    <V> List<ReceivedRecord<V>> withoutErasedClients(List<ReceivedRecord<V>> batch) {
        return without(batch, key -> eraser.isClientSuppressed(BrandKey.of(key), lastPart(key)));
    }

    /** Erases again what a batch keyed by handle has just written of handles that were erased concurrently. */
    void eraseLateWrites(List<? extends ReceivedRecord<?>> batch) {
        eraser.eraseLateWrites(
                batch.stream().map(each -> HandleKey.of(each.key())).collect(Collectors.toSet()));
    }

    void eraseHandles(Collection<HandleKey> handles) {
        handles.forEach(handle -> reports.publish(handle.brand(), eraser.hash(handle), eraser.eraseHandle(handle)));
    }

    void erasePersons(BrandKey brand, Collection<UUID> persons) {
        for (var person : persons) {
            var removed = eraser.erasePerson(brand, person);
            // Before the report, which covers the topic as well.
            decisions.publish(brand, person);
            reports.publish(brand, person.toString(), removed);
        }
    }

    private static <V> List<ReceivedRecord<V>> without(List<ReceivedRecord<V>> batch, Predicate<String> suppressed) {
        return batch.stream()
                .filter(each -> each.value() == null || !suppressed.test(each.key()))
                .toList();
    }

    private static String lastPart(String key) {
        return TopicKeys.split(key).get(2);
    }
}
