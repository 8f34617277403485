package io.rapport.web.request;

import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Limits the requests of each token to {@code /v1}. Requests beyond its quota are refused with 429 and Retry-After. The installation
 * administrator is not limited.
 */
public final class RequestRateInterceptor implements HandlerInterceptor {

    private static final String API = "/v1/";

    private final int perMinute;
    private final RequestQuota quota;
    private final ProblemWriter problems;

    /**
     * An interceptor.
     *
     * @param perMinute the requests of a token per minute; 0 for no limit
     * @param nanos a clock that only moves forward, in nanoseconds
     */
    public RequestRateInterceptor(int perMinute, LongSupplier nanos, ProblemWriter problems) {
        this.perMinute = perMinute;
        this.quota = new RequestQuota(perMinute, nanos);
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (perMinute == 0
                || request.getDispatcherType() != DispatcherType.REQUEST
                || !request.getRequestURI().startsWith(API)) {
            return true;
        }
        var wait = RequestAuthorizationManager.currentCaller()
                .filter(each -> !each.isInstallationAdministrator())
                .flatMap(caller -> quota.take(caller.agency() + "/" + caller.name()));
        if (wait.isEmpty()) {
            return true;
        }
        problems.write(
                response,
                Problem.tooMany(
                        "too-many-requests",
                        "Too many requests",
                        "A token may send " + perMinute + " requests per minute. Send this one again later.",
                        wait.get()));
        return false;
    }
}
