package io.rapport.ingest.web.request;

import io.rapport.web.auth.RequestOrigin;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.RequestQuota;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Limits how many invitations and client links an address opens in a minute: their pages need no sign-in, so that secrets could be
 * guessed there.
 */
@Component
public final class LinkQuota {

    /** The number that one address may open in a minute. */
    public static final int PER_MINUTE = 120;

    private final RequestQuota quota = new RequestQuota(PER_MINUTE, System::nanoTime);

    /**
     * Counts a request before its link is looked up, so that a right secret is answered no differently beyond the limit.
     *
     * @throws ProblemException 429 beyond the limit
     */
    public void take(HttpServletRequest request) {
        quota.take(RequestOrigin.address(request)).ifPresent(wait -> {
            throw Problem.tooMany(
                    "too-many-requests",
                    "Too many requests",
                    "Too many links were opened from this network. Open the link again later.",
                    wait);
        });
    }
}
