package io.rapport.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A bulkhead: limits the number of concurrent requests to fewer than the server has threads, so that health and metrics are
 * served while all other requests wait, such as for a store that does not respond. Requests beyond it are refused with 503.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestBulkheadFilter extends OncePerRequestFilter {

    private static final String MANAGEMENT = "/actuator/";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore permits;
    private final ProblemWriter problems;

    /**
     * A bulkhead for the given number of concurrent requests.
     *
     * @param maxConcurrent less than the threads of the server
     */
    public RequestBulkheadFilter(int maxConcurrent, ProblemWriter problems) {
        this.permits = new Semaphore(maxConcurrent);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(MANAGEMENT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!permits.tryAcquire()) {
            problems.write(
                    response,
                    Problem.unavailable("Too many requests are being processed. Send it again later.", RETRY_AFTER));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            permits.release();
        }
    }
}
