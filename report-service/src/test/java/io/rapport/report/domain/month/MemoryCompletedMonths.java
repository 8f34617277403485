package io.rapport.report.domain.month;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.month.MonthCompleted;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Completed months in memory. */
public class MemoryCompletedMonths implements CompletedMonthRepository {

    private final Map<BrandKey, MonthCompleted> newest = new HashMap<>();

    @Override
    public Optional<MonthCompleted> find(BrandKey brand) {
        return Optional.ofNullable(newest.get(brand));
    }

    @Override
    public boolean saveNextVersion(MonthCompleted next) {
        var before = newest.get(next.brandKey());
        if ((before == null ? 0 : before.sequence()) != next.sequence() - 1) {
            return false;
        }
        newest.put(next.brandKey(), next);
        return true;
    }

    @Override
    public void saveNewer(Collection<MonthCompleted> published) {
        published.forEach(each -> newest.put(each.brandKey(), each));
    }
}
