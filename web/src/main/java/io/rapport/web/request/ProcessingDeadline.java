package io.rapport.web.request;

import io.rapport.web.problem.ProblemExceptionHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The deadline of one request. Its thread is interrupted when the deadline passes before the request is finished. */
final class ProcessingDeadline {

    private static final String ATTRIBUTE = ProcessingDeadline.class.getName();

    private final HttpServletRequest request;
    private final ScheduledExecutorService timer;
    private final Thread thread = Thread.currentThread();
    private final Duration limit;
    private Future<?> expiry;
    private boolean finished;
    private boolean interrupted;

    private ProcessingDeadline(HttpServletRequest request, ScheduledExecutorService timer, Duration limit) {
        this.request = request;
        this.timer = timer;
        this.limit = limit;
        this.expiry = schedule(limit);
    }

    /** Starts the deadline of a request, which the calling thread processes. */
    static ProcessingDeadline start(HttpServletRequest request, ScheduledExecutorService timer, Duration limit) {
        var deadline = new ProcessingDeadline(request, timer, limit);
        request.setAttribute(ATTRIBUTE, deadline);
        return deadline;
    }

    /** The deadline of a request that {@link ProcessingDeadlineFilter} has passed on. */
    static Optional<ProcessingDeadline> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ProcessingDeadline deadline
                ? Optional.of(deadline)
                : Optional.empty();
    }

    /** Grants additional time, counted from now. */
    synchronized void extend(Duration additional) {
        expiry.cancel(false);
        if (!interrupted) {
            expiry = schedule(limit.plus(additional));
        }
    }

    /** Ends the deadline. The thread is not interrupted after this, and not left interrupted by it. */
    synchronized void finish() {
        finished = true;
        expiry.cancel(false);
        if (interrupted) {
            Thread.interrupted();
        }
    }

    private Future<?> schedule(Duration time) {
        return timer.schedule(() -> expire(time), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void expire(Duration time) {
        if (!finished && !interrupted) {
            interrupted = true;
            request.setAttribute(ProblemExceptionHandler.TIMED_OUT, time);
            thread.interrupt();
        }
    }
}
