package io.rapport.identity.domain.similarity;

import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordKind;
import io.rapport.identity.matching.cluster.MatchResolution;
import io.rapport.identity.matching.outcome.MatchThresholds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One brand's handles and clients, side by side in memory, for one thread at a time. */
final class BrandMatchIndex {

    /** A brand smaller than this has nothing of its own to learn from. */
    private static final int MIN_LEARNING_SIZE = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);
    private final Set<String> localIds = new HashSet<>();
    private boolean hasNewClients;
    private int learnedSize;

    /** Adds records; what they are like is not asked. */
    void load(Collection<MatchRecord> records) {
        locked(() -> {
            records.forEach(index::put);
            return true;
        });
    }

    /** Adds records that are taken in here; whom they may be is yet to be asked. */
    void addLocal(Collection<MatchRecord> records) {
        locked(() -> {
            records.forEach(record -> {
                put(record);
                localIds.add(record.id());
            });
            return true;
        });
    }

    /** Adds records that were taken in here or elsewhere; those that say something new. */
    List<String> addFromPeer(Collection<MatchRecord> records) {
        return locked(
                () -> records.stream().filter(this::put).map(MatchRecord::id).toList());
    }

    /** Finds whom records may be of those that were taken in here. */
    List<Match> matchLocal(Collection<String> ids, MatchThresholds thresholds) {
        return match(ids, thresholds).stream()
                .filter(match -> locked(() -> localIds.contains(match.other())))
                .toList();
    }

    private boolean put(MatchRecord record) {
        var isNews = index.put(record);
        // A row that is listed late finds those that were there before only when all are matched.
        hasNewClients |= isNews && record.kind() == RecordKind.CLIENT;
        return isNews;
    }

    /** Finds whom records that are there may be. */
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
            localIds.removeAll(ids);
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

    /** Whether there is much that has not been learnt from. */
    boolean isLearningDue() {
        return locked(() -> hasNewClients || index.size() >= MIN_LEARNING_SIZE && index.size() >= 2 * learnedSize);
    }

    /** Learns the brand's own chances from what is there now. */
    void learn() {
        locked(() -> {
            index.learn();
            learnedSize = index.size();
            hasNewClients = false;
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
