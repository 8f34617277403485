package io.rapport.report.month;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.month.view.MonthView;
import io.rapport.web.pages.PageLanguage;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Compiled months, which the page and the files of a month share: compiling one reads all people of the brand. A month is kept
 * for a time, and renewed in the background when it is asked for later than a twelfth of that. After {@link #change} of a brand
 * its months are compiled again, and after {@link #erase} they are not kept for a while. While a month is read, the one before it
 * can be compiled in the background.
 */
public final class MonthCache implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MonthCache.class);
    private static final int MAX_MONTHS = 20;
    private static final int MAX_BRANDS = 10_000;
    private static final int MAX_PREPARED = 1_000;
    private static final int RENEWALS = 12;
    /** The store of an instance that is far behind may have the names of an erased person for some time. */
    private static final Duration ERASURE = Duration.ofMinutes(5);

    private final MonthReport report;
    private final ExecutorService renewal;
    private final LoadingCache<MonthKey, MonthView> months;
    private final Cache<BrandKey, Long> changes;
    private final Cache<BrandKey, Boolean> erasures;
    private final Cache<PreparedKey, Boolean> prepared;
    private final AtomicLong changed = new AtomicLong();
    private final AtomicBoolean preparing = new AtomicBoolean();
    private final boolean keeps;

    /** @param change the number of the brand's last change; months of earlier ones are not asked for any more */
    private record MonthKey(BrandRegistered brand, MonthScope scope, PageLanguage language, long change) {}

    private record PreparedKey(BrandKey brand, YearMonth month, PageLanguage language) {}

    /** @param maxAge how long a month is kept; zero to compile it each time */
    public MonthCache(MonthReport report, Duration maxAge) {
        this.report = report;
        this.keeps = !maxAge.isZero();
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
        this.prepared = Caffeine.newBuilder()
                .maximumSize(MAX_PREPARED)
                .expireAfterWrite(maxAge)
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
        return months.get(key(brand, scope));
    }

    /**
     * As {@link #find}; then the month before, which a reader often opens next, is compiled in the background, at most once in the
     * time that months are kept. While another month is prepared, it is not.
     */
    MonthView findForReader(BrandRegistered brand, MonthScope scope) {
        var view = find(brand, scope);
        var before = scope.before();
        if (keeps && before != null && erasures.getIfPresent(brand.brandKey()) == null) {
            prepare(key(brand, before));
        }
        return view;
    }

    private void prepare(MonthKey key) {
        var marker = new PreparedKey(key.brand().brandKey(), key.scope().month(), key.language());
        if (prepared.getIfPresent(marker) == null && preparing.compareAndSet(false, true)) {
            prepared.put(marker, true);
            CompletableFuture.supplyAsync(() -> months.get(key), renewal).whenComplete((month, failure) -> {
                preparing.set(false);
                if (failure != null) {
                    LOG.info(
                            "The month {} of {} was not prepared: {}",
                            marker.month(),
                            marker.brand(),
                            failure.toString());
                }
            });
        }
    }

    private MonthKey key(BrandRegistered brand, MonthScope scope) {
        var change = changes.getIfPresent(brand.brandKey());
        return new MonthKey(brand, scope, PageLanguage.current(), change == null ? 0 : change);
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
