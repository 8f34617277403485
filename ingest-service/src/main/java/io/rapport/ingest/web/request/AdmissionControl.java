package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets in only so many requests at once, holding only so many bytes together; the others are asked to come again. */
public final class AdmissionControl {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore requests;
    private final Semaphore bytes;

    /** Lets in so many requests with so many bytes. */
    public AdmissionControl(int maxRequests, int maxBytes) {
        this.requests = new Semaphore(maxRequests);
        this.bytes = new Semaphore(maxBytes);
    }

    /**
     * Lets one request in.
     *
     * @throws ProblemException 503 when there is no room within two seconds
     */
    public Permit admit() {
        acquire(requests, 1);
        return new Permit();
    }

    /** How many more bytes may be held now. */
    public int freeBytes() {
        return bytes.availablePermits();
    }

    private static void acquire(Semaphore semaphore, int permits) {
        try {
            if (!semaphore.tryAcquire(permits, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full();
        }
    }

    private static ProblemException full() {
        return Problem.unavailable(
                "More is being sent than can be taken in. Nothing of this request was kept; send it again a little later.",
                PATIENCE);
    }

    /** One request that was let in, until it is closed. */
    public final class Permit implements AutoCloseable {

        private int held;

        /**
         * Makes room for more bytes.
         *
         * @throws ProblemException 503 when there is none within two seconds
         */
        public void reserve(int more) {
            acquire(bytes, more);
            held += more;
        }

        @Override
        public void close() {
            bytes.release(held);
            requests.release();
        }
    }
}
