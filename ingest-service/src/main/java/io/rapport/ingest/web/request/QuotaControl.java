package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.RequestQuota;
import java.util.function.LongSupplier;

/** Takes requests from the quota of their agency; the ones beyond it fail with 429 and Retry-After. */
public final class QuotaControl {

    private final RequestQuota quota;
    private final int perMinute;

    /**
     * Creates a control with a quota per agency and minute.
     *
     * @param nanos a clock that only moves forward, in nanoseconds
     */
    public QuotaControl(int perMinute, LongSupplier nanos) {
        this.quota = new RequestQuota(perMinute, nanos);
        this.perMinute = perMinute;
    }

    /**
     * Takes one request from the quota.
     *
     * @throws ProblemException 429 if the agency's quota is used up
     */
    public void take(String agency) {
        quota.take(agency).ifPresent(wait -> {
            throw Problem.tooMany(
                    "quota-exceeded",
                    "The agency's quota is used up",
                    "The agency may send %d of these requests a minute. Nothing of this one was stored; send it again later."
                            .formatted(perMinute),
                    wait);
        });
    }
}
