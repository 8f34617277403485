package io.rapport.identity.domain.similarity;

import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The match index of one brand: the records of its handles and clients, in memory. Guarded by a lock. */
final class BrandMatchIndex {

    /** A brand with fewer records does not learn a model of its own. */
    private static final int MIN_LEARNING_SIZE = 200;

    /** A brand with fewer records is always matched as a whole. */
    private static final int SMALL = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);
    private final Set<String> localIds = new HashSet<>();
    /** Client rows that are new or changed since they were matched with the whole brand. */
    private final Set<String> newClients = new LinkedHashSet<>();

    private long clientChanges;
    private long clientChangesAtLastCheck;
    private int learnedSize;

    /** Adds records without matching them. */
    void load(Collection<MatchRecord> records) {
        locked(() -> {
            records.forEach(index::put);
            return true;
        });
    }

    /** Adds records received by this instance, to be matched next. */
    void addLocal(Collection<MatchRecord> records) {
        locked(() -> {
            records.forEach(record -> {
                put(record);
                localIds.add(record.id());
            });
            return true;
        });
    }

    /** Adds records received by any instance; returns the ids of new or changed ones. */
    List<String> addFromPeer(Collection<MatchRecord> records) {
        return locked(
                () -> records.stream().filter(this::put).map(MatchRecord::id).toList());
    }

    /** Matches records against those received by this instance. */
    List<Match> matchLocal(Collection<String> ids, MatchThresholds thresholds) {
        return match(ids, thresholds).stream()
                .filter(match -> locked(() -> localIds.contains(match.other())))
                .toList();
    }

    private boolean put(MatchRecord record) {
        var isNews = index.put(record);
        if (isNews && record.kind() == RecordKind.CLIENT) {
            // Earlier handles that spell the name loosely match the row only when they are matched again.
            newClients.add(record.id());
            clientChanges++;
        }
        return isNews;
    }

    /** Matches records against the whole index. */
    List<Match> match(Collection<String> ids, MatchThresholds thresholds) {
        return locked(() -> {
            index.setThresholds(thresholds);
            var matches = new ArrayList<Match>();
            ids.forEach(id -> matches.addAll(index.match(id)));
            return matches;
        });
    }

    void remove(Collection<String> ids) {
        locked(() -> {
            ids.forEach(index::remove);
            ids.forEach(localIds::remove);
            ids.forEach(newClients::remove);
            return true;
        });
    }

    MatchResolution resolve(Collection<Match> matches, Collection<? extends Collection<String>> together) {
        return locked(() -> index.resolve(matches, together));
    }

    Set<String> contradictions(Collection<String> left, Collection<String> right) {
        return locked(() -> index.contradictions(left, right));
    }

    List<String> ids() {
        return locked(index::ids);
    }

    int size() {
        return locked(index::size);
    }

    /**
     * Whether client rows wait to be matched with the whole brand, or the index has grown enough to learn its model again. Never
     * while client rows arrive between two checks: they are matched as they arrive, and with the whole brand once afterwards.
     */
    boolean checkRunDue() {
        return locked(() -> {
            var isImporting = clientChanges > clientChangesAtLastCheck;
            clientChangesAtLastCheck = clientChanges;
            return !isImporting && (!newClients.isEmpty() || hasGrown());
        });
    }

    /** Whether all records are due to be matched: the brand is small, or twice as large as when its model was learned. */
    boolean isWholeRunDue() {
        return locked(() -> index.size() < SMALL || hasGrown());
    }

    private boolean hasGrown() {
        return index.size() >= MIN_LEARNING_SIZE && index.size() >= 2 * learnedSize;
    }

    /** The client rows that wait to be matched with the whole brand. */
    List<String> newClients() {
        return locked(() -> List.copyOf(newClients));
    }

    /** Notes that client rows were matched with the whole brand. */
    void markMatched(Collection<String> clients) {
        locked(() -> {
            clients.forEach(newClients::remove);
            return true;
        });
    }

    /** The handles that may spell the name of one of these client rows, or share another value with it. */
    List<String> handlesNear(Collection<String> clients) {
        return locked(() -> index.handlesNear(clients));
    }

    /** Learns the brand's model from the current records. */
    void learn() {
        locked(() -> {
            index.learn();
            learnedSize = index.size();
            return true;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
