package io.rapport.report.month;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.month.view.MonthView;
import io.rapport.web.pages.PageLanguage;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.DisposableBean;

/**
 * Compiled months, which the page and the files of a month share: compiling one reads all people of the brand. A month is kept
 * for a time, and renewed in the background when it is asked for later than a twelfth of that. After {@link #change} of a brand
 * its months are compiled again, and after {@link #erase} they are not kept for a while.
 */
public final class MonthCache implements DisposableBean {

    private static final int MAX_MONTHS = 20;
    private static final int MAX_BRANDS = 10_000;
    private static final int RENEWALS = 12;
    /** The store of an instance that is far behind may have the names of an erased person for some time. */
    private static final Duration ERASURE = Duration.ofMinutes(5);

    private final MonthReport report;
    private final ExecutorService renewal;
    private final LoadingCache<MonthKey, MonthView> months;
    private final Cache<BrandKey, Long> changes;
    private final Cache<BrandKey, Boolean> erasures;
    private final AtomicLong changed = new AtomicLong();

    /** @param change the number of the brand's last change; months of earlier ones are not asked for any more */
    private record MonthKey(BrandRegistered brand, MonthScope scope, PageLanguage language, long change) {}

    /** @param maxAge how long a month is kept; zero to compile it each time */
    public MonthCache(MonthReport report, Duration maxAge) {
        this.report = report;
        this.renewal = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "months");
            thread.setDaemon(true);
            return thread;
        });
        this.months = Caffeine.newBuilder()
                .maximumSize(MAX_MONTHS)
                .expireAfterWrite(maxAge)
                .refreshAfterWrite(maxAge.dividedBy(RENEWALS).plusNanos(1))
                .executor(renewal)
                .build(key -> key.language().call(() -> report.compile(key.brand(), key.scope())));
        this.changes = Caffeine.newBuilder()
                .maximumSize(MAX_BRANDS)
                .expireAfterWrite(maxAge.multipliedBy(2))
                .build();
        this.erasures = Caffeine.newBuilder()
                .maximumSize(MAX_BRANDS)
                .expireAfterWrite(ERASURE)
                .build();
    }

    /** A month of a brand in the current language; fails with a problem if the scoring service does not answer. */
    public MonthView find(BrandRegistered brand, MonthScope scope) {
        if (erasures.getIfPresent(brand.brandKey()) != null) {
            return report.compile(brand, scope);
        }
        var change = changes.getIfPresent(brand.brandKey());
        return months.get(new MonthKey(brand, scope, PageLanguage.current(), change == null ? 0 : change));
    }

    /** Something of a brand has changed that its months show. */
    public void change(BrandKey brand) {
        changes.put(brand, changed.incrementAndGet());
    }

    /** A person of a brand was erased. */
    public void erase(BrandKey brand) {
        erasures.put(brand, true);
        change(brand);
    }

    @Override
    public void destroy() {
        renewal.shutdownNow();
    }
}
