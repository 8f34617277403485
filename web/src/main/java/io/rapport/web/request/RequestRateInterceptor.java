package io.rapport.web.request;

import io.rapport.web.auth.Caller;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Limits the requests of each token to {@code /v1}: a token bucket that holds the requests of one minute and fills evenly.
 * Requests beyond it are refused with 429 and Retry-After. Each instance counts for itself; the installation administrator is
 * not limited.
 */
public final class RequestRateInterceptor implements HandlerInterceptor {

    private static final String API = "/v1/";
    private static final int MAX_TOKENS = 10_000;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private final LongSupplier nanos;
    private final ProblemWriter problems;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    private static final class Bucket {

        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }
    }

    /**
     * An interceptor.
     *
     * @param perMinute the requests of a token per minute; 0 for no limit
     * @param nanos a clock that only moves forward, in nanoseconds
     */
    public RequestRateInterceptor(int perMinute, LongSupplier nanos, ProblemWriter problems) {
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (perMinute == 0
                || request.getDispatcherType() != DispatcherType.REQUEST
                || !request.getRequestURI().startsWith(API)) {
            return true;
        }
        var wait = RequestAuthorizationManager.currentCaller()
                .filter(each -> !each.isInstallationAdministrator())
                .map(this::secondsUntilPermitted)
                .orElse(0L);
        if (wait == 0) {
            return true;
        }
        problems.write(
                response,
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-requests",
                                "Too many requests",
                                "A token may send " + perMinute + " requests per minute. Send this one again later.")
                        .asException()
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(wait)));
        return false;
    }

    /** 0 if the request is permitted, and counted. */
    private synchronized long secondsUntilPermitted(Caller caller) {
        var now = nanos.getAsLong();
        var bucket = buckets.computeIfAbsent(caller.agency() + "/" + caller.name(), key -> new Bucket(perMinute, now));
        bucket.left = Math.min(perMinute, bucket.left + (now - bucket.at) * perMinute / NANOS_PER_MINUTE);
        bucket.at = now;
        if (bucket.left >= 1) {
            bucket.left--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - bucket.left) * 60 / perMinute));
    }
}
