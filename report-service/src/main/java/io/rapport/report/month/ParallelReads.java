package io.rapport.report.month;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Reads that run beside one another and beside the pass over all people. All months share few threads. */
final class ParallelReads implements AutoCloseable {

    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "month-reads");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins to read; the result waits until it is read, and fails as the read does. A read may wait for one that began before it,
     * since they begin in their order.
     */
    <T> Supplier<T> begin(Supplier<T> read) {
        var result = CompletableFuture.supplyAsync(read, threads);
        return () -> {
            try {
                return result.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
