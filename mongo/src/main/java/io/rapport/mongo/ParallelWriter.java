package io.rapport.mongo;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Writes the parts of large batches at the same time, because MongoDB applies the writes of one batch one after another. For writes to
 * collections with many indexes, whose effect does not depend on their order. Its threads end when they are idle.
 */
public final class ParallelWriter {

    private static final int THREADS = 4;
    private static final int MIN_PART = 50;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ParallelWriter::daemon);

    /** A writer with threads of its own. */
    public ParallelWriter() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** Writes a batch; fails if any part fails, after all parts. */
    public void write(MongoCollection<Document> collection, BulkWrites writes) {
        var parts = writes.split(THREADS, MIN_PART);
        if (parts.size() <= 1) {
            writes.writeTo(collection);
            return;
        }
        var running = new ArrayList<Future<?>>();
        parts.forEach(part -> running.add(threads.submit(() -> part.writeTo(collection))));
        await(running);
    }

    private static void await(List<Future<?>> running) {
        RuntimeException failure = null;
        for (var part : running) {
            try {
                part.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while writing", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "store-writes");
        thread.setDaemon(true);
        return thread;
    }
}
