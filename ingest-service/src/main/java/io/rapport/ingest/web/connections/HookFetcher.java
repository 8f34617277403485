package io.rapport.ingest.web.connections;

import io.rapport.ingest.connection.ConnectionSettings;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.web.connections.HookDirectory.Hook;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.RequestQuota;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Fetches what deliveries name that anyone may send. At most {@value #MAX_CONCURRENT} are fetched at once, and {@value #PER_MINUTE} of a
 * connection in a minute, so that they hold up neither signed deliveries nor other connections.
 */
@Component
class HookFetcher {

    private static final int MAX_CONCURRENT = 8;
    private static final int PER_MINUTE = 120;
    private static final Duration BUSY = Duration.ofSeconds(30);

    private final HttpFetcher http;
    private final RequestQuota quota = new RequestQuota(PER_MINUTE, System::nanoTime);
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

    HookFetcher(HttpFetcher http) {
        this.http = http;
    }

    /**
     * Fetches what a delivery names.
     *
     * @throws ProblemException if it cannot be fetched now: the sender may try again later
     */
    SourcePayload fetch(Hook hook, SourcePayload payload) {
        quota.take(hook.connection().connectionKey().key()).ifPresent(wait -> {
            throw Problem.tooMany(
                    "quota-exceeded",
                    "Too many deliveries",
                    "%d of them are fetched in a minute. Nothing of this one was stored; deliver it again later."
                            .formatted(PER_MINUTE),
                    wait);
        });
        if (!permits.tryAcquire()) {
            throw unavailable();
        }
        try {
            return hook.verifier().fetch(payload, ConnectionSettings.of(hook.connection()), http);
        } catch (FetchFailedException e) {
            // The reason is not answered: it would reveal which internal hosts exist.
            throw unavailable();
        } finally {
            permits.release();
        }
    }

    private static ProblemException unavailable() {
        return Problem.unavailable(
                "The page of the delivery could not be fetched. Nothing was stored; deliver it again later.", BUSY);
    }
}
