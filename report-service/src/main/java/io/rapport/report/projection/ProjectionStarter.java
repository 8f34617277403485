package io.rapport.report.projection;

import io.rapport.messaging.projection.ProjectionRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Starts the projections in the background as soon as the topics exist, the erasures are read and the store answers. */
public final class ProjectionStarter implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionStarter.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final CompletableFuture<?> ready;
    private final Supplier<String> generation;
    private final ReportProjections projections;
    private final ProjectionRunner runner;
    private final Thread worker = new Thread(this::run, "projection-starter");

    /**
     * Starts waiting.
     *
     * @param ready completes when the topics exist and the suppressions of erased persons are known
     * @param generation prepares the store and returns its generation; throws while the store does not answer
     */
    public ProjectionStarter(
            CompletableFuture<?> ready,
            Supplier<String> generation,
            ReportProjections projections,
            ProjectionRunner runner) {
        this.ready = ready;
        this.generation = generation;
        this.projections = projections;
        this.runner = runner;
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void destroy() {
        worker.interrupt();
    }

    private void run() {
        try {
            ready.get();
            runner.start(projections.all(awaitGeneration()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("The projections cannot be started", e);
        }
    }

    private String awaitGeneration() throws InterruptedException {
        while (true) {
            try {
                return generation.get();
            } catch (RuntimeException e) {
                LOG.warn("The store does not answer yet, retrying: {}", e.toString());
                Thread.sleep(RETRY_INTERVAL.toMillis());
            }
        }
    }
}
