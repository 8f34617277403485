package io.rapport.ingest.domain.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What one request has passed on and must see acknowledged before it is answered. Waits once, not per row. */
public final class DeliveryTracker {

    /** So many may be under way before a long file has to wait for the first of them. */
    private static final int MOST_UNDER_WAY = 8_192;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Queue<CompletableFuture<?>> underWay = new ArrayDeque<>();

    /**
     * Adds one that is under way.
     *
     * @param acknowledged run once it cannot be lost any more, on whichever thread learns of it
     * @throws DeliveryFailedException if this one, or the first of too many, has failed
     */
    public void track(CompletableFuture<?> delivery, Runnable acknowledged) {
        underWay.add(delivery.thenRun(acknowledged));
        if (delivery.isCompletedExceptionally()) {
            await(delivery);
        }
        if (underWay.size() > MOST_UNDER_WAY) {
            await(underWay.remove());
        }
    }

    /**
     * Waits until all are acknowledged.
     *
     * @throws DeliveryFailedException if one was not
     */
    public void awaitAll() {
        while (!underWay.isEmpty()) {
            await(underWay.remove());
        }
    }

    private static void await(CompletableFuture<?> delivery) {
        try {
            delivery.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeliveryFailedException("Not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailedException("Interrupted while waiting for acknowledgement", e);
        }
    }
}
