package io.rapport.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the time that a request occupies a thread: after the limit the thread is interrupted, which ends any wait and any
 * operation of the store, and the response is 503. A method with {@link StreamedBody} has ten minutes more.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class ProcessingDeadlineFilter extends OncePerRequestFilter {

    private final ScheduledThreadPoolExecutor timer;
    private final Duration limit;

    /** A filter with a limit for every request. */
    public ProcessingDeadlineFilter(Duration limit) {
        this.limit = limit;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "request-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Grants a request whose body or response is streamed the time of {@link StreamedBody}. */
    public static void extendForStream(HttpServletRequest request) {
        ProcessingDeadline.of(request).ifPresent(deadline -> deadline.extend(BodyLimitFilter.STREAMED_DEADLINE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var deadline = ProcessingDeadline.start(request, timer, limit);
        try {
            chain.doFilter(request, response);
        } finally {
            deadline.finish();
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
