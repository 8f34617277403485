package io.rapport.ingest.web.request;

import io.rapport.ingest.domain.connection.AgencyQuota;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Takes requests from the quota of their agency; the ones beyond it fail with 429 and Retry-After. */
public final class QuotaControl {

    private final AgencyQuota quota;
    private final int perMinute;
    private final Clock clock;

    /** Creates a control with a quota per agency and minute. */
    public QuotaControl(int perMinute, Clock clock) {
        this.quota = new AgencyQuota(perMinute);
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * Takes one request from the quota.
     *
     * @throws ProblemException 429 if the agency's quota is used up
     */
    public void take(String agency) {
        quota.take(agency, clock.instant()).ifPresent(wait -> {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "quota-exceeded",
                            "The agency's quota is used up",
                            "The agency may send %d of these requests a minute. Nothing of this one was stored; send it again later."
                                    .formatted(perMinute))
                    .asException()
                    .header(HttpHeaders.RETRY_AFTER, seconds(wait));
        });
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000));
    }
}
