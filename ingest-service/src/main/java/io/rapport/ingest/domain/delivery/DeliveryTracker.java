package io.rapport.ingest.domain.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tracks the unacknowledged records of one request, so that the request waits for acknowledgement once and not per row. */
public final class DeliveryTracker {

    /** The maximum number of records in flight; {@link #track} blocks beyond it. */
    private static final int MAX_IN_FLIGHT = 8_192;

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Deque<CompletableFuture<?>> inFlight = new ArrayDeque<>();

    /**
     * Tracks a record.
     *
     * @param acknowledged runs on acknowledgement, on the thread that completes the future
     * @throws DeliveryFailedException if this record, or the oldest one in flight, has failed
     */
    public void track(CompletableFuture<?> delivery, Runnable acknowledged) {
        inFlight.add(delivery.thenRun(acknowledged));
        if (delivery.isCompletedExceptionally()) {
            await(delivery);
        }
        if (inFlight.size() > MAX_IN_FLIGHT) {
            await(inFlight.remove());
        }
    }

    /**
     * Waits until all tracked records are acknowledged. The newest first, because those before it in its batch are then acknowledged too:
     * waiting for each would wake this thread up for each.
     *
     * @throws DeliveryFailedException if a record was not acknowledged
     */
    public void awaitAll() {
        while (!inFlight.isEmpty()) {
            await(inFlight.removeLast());
        }
    }

    private static void await(CompletableFuture<?> delivery) {
        try {
            delivery.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeliveryFailedException("Not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("Interrupted while waiting for acknowledgement", e);
        }
    }
}
