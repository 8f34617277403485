package io.rapport.report.days;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Answers that a page does not wait for, since they need a pass over all people of a brand. An answer that was computed quickly
 * is computed for each page. Another one is kept for a while, and renewed in the background when it is asked for.
 *
 * @param <K> what is asked
 * @param <V> the type of the answers
 */
public final class SlowAnswers<K, V> implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SlowAnswers.class);
    private static final int THREADS = 2;
    private static final int MAX_WAITING = 100;
    private static final int MAX_ANSWERS = 1_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(10);
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(10);
    private static final int RENEWED_AFTER_TIMES = 20;

    private final Duration quick;
    private final Duration wait;
    private final ThreadPoolExecutor threads;
    private final Map<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();
    private final Cache<K, Kept<V>> kept = Caffeine.newBuilder()
            .maximumSize(MAX_ANSWERS)
            .expireAfterWrite(MAX_AGE)
            .build();

    /** @param nanos how long it took */
    private record Kept<V>(V value, long nanoTime, long nanos) {

        /** Whether it is renewed when it is asked for: renewing takes a small share of the time. */
        boolean isOld() {
            return System.nanoTime() - nanoTime > Math.max(RENEWED_AFTER.toNanos(), RENEWED_AFTER_TIMES * nanos);
        }
    }

    /**
     * An answer.
     *
     * @param value null if there is none yet, or the scoring service does not answer
     * @param computing whether it is being computed; a later page has it
     */
    public record Answer<V>(@Nullable V value, boolean computing) {}

    /**
     * Begins without answers.
     *
     * @param quick answers that take less time are not kept
     * @param wait how long a page waits for the first answer
     */
    public SlowAnswers(String name, Duration quick, Duration wait) {
        this.quick = quick;
        this.wait = wait;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING), work -> {
                    var thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The answer to a question; one computation of it runs at a time. */
    public Answer<V> find(K question, Supplier<V> compute) {
        var known = kept.getIfPresent(question);
        if (known != null) {
            if (known.isOld()) {
                begin(question, compute);
            }
            return new Answer<>(known.value(), false);
        }
        try {
            return new Answer<>(begin(question, compute).get(wait.toMillis(), TimeUnit.MILLISECONDS), false);
        } catch (TimeoutException e) {
            return new Answer<>(null, true);
        } catch (ExecutionException e) {
            return absent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer<>(null, true);
        }
    }

    private static <V> Answer<V> absent(ExecutionException e) {
        if (e.getCause() instanceof ProblemException) {
            // A page is complete without an answer of the scoring service.
            return new Answer<>(null, false);
        }
        if (e.getCause() instanceof RejectedExecutionException) {
            return new Answer<>(null, true);
        }
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private CompletableFuture<V> begin(K question, Supplier<V> compute) {
        var begun = new CompletableFuture<V>();
        var other = running.putIfAbsent(question, begun);
        if (other != null) {
            return other;
        }
        var known = kept.getIfPresent(question);
        if (known != null && !known.isOld()) {
            // Another page computed it a moment ago.
            end(question, begun);
            begun.complete(known.value());
            return begun;
        }
        try {
            threads.execute(() -> run(question, compute, begun));
        } catch (RejectedExecutionException e) {
            end(question, begun);
            begun.completeExceptionally(e);
        }
        return begun;
    }

    private void run(K question, Supplier<V> compute, CompletableFuture<V> result) {
        try {
            var start = System.nanoTime();
            var value = compute.get();
            var end = System.nanoTime();
            if (end - start >= quick.toNanos()) {
                kept.put(question, new Kept<>(value, end, end - start));
            } else {
                kept.invalidate(question);
            }
            end(question, result);
            result.complete(value);
        } catch (RuntimeException | Error e) {
            LOG.debug("An answer was not computed", e);
            end(question, result);
            result.completeExceptionally(e);
        }
    }

    /** Before the result is complete: who waited for it begins anew with the next question. */
    private void end(K question, CompletableFuture<V> result) {
        running.remove(question, result);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
