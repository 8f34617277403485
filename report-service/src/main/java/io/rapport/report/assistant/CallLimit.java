package io.rapport.report.assistant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.rapport.web.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;

/** Limits the calls of each token within a minute, in this instance. */
final class CallLimit {

    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MAX_TOKENS = 10_000;

    private final int most;
    private final Cache<String, AtomicInteger> calls;

    /**
     * A limit.
     *
     * @param most calls of a token in a minute
     * @param ticker measures the minute
     */
    CallLimit(int most, Ticker ticker) {
        this.most = most;
        this.calls = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .expireAfterWrite(MINUTE)
                .maximumSize(MAX_TOKENS)
                .build();
    }

    /** Counts a call; fails with a problem beyond the limit. */
    void count(String tokenHash) {
        if (calls.get(tokenHash, hash -> new AtomicInteger()).incrementAndGet() > most) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-calls",
                            "Too many calls",
                            "The token may call tools %d times in a minute. Call again a minute later.".formatted(most))
                    .asException();
        }
    }
}
