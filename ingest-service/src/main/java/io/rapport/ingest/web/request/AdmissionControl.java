package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Limits concurrent requests and the bytes that they hold in memory; other requests fail with 503 and Retry-After. */
public final class AdmissionControl {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Semaphore requests;
    private final Semaphore bytes;

    /** Creates a control with a limit of requests and of bytes. */
    public AdmissionControl(int maxRequests, int maxBytes) {
        this.requests = new Semaphore(maxRequests);
        this.bytes = new Semaphore(maxBytes);
    }

    /**
     * Admits one request.
     *
     * @throws ProblemException 503 if no permit is free within two seconds
     */
    public Permit admit() {
        acquire(requests, 1);
        return new Permit();
    }

    /** The number of free bytes. */
    public int freeBytes() {
        return bytes.availablePermits();
    }

    private static void acquire(Semaphore semaphore, int permits) {
        try {
            if (!semaphore.tryAcquire(permits, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full();
        }
    }

    private static ProblemException full() {
        return Problem.unavailable(
                "The service is overloaded. Nothing of this request was stored; send it again later.", TIMEOUT);
    }

    /** The permit of one request; closing it releases its bytes. */
    public final class Permit implements AutoCloseable {

        private int held;

        /**
         * Reserves bytes.
         *
         * @throws ProblemException 503 if the bytes are not free within two seconds
         */
        public void reserve(int more) {
            acquire(bytes, more);
            held += more;
        }

        /**
         * Reserves bytes that a request reads, up to the maximum that it keeps in memory.
         *
         * @throws ProblemException 503 if the bytes are not free within two seconds
         */
        public void reserve(int more, int max) {
            var kept = Math.min(more, max - held);
            if (kept > 0) {
                reserve(kept);
            }
        }

        @Override
        public void close() {
            bytes.release(held);
            requests.release();
        }
    }
}
