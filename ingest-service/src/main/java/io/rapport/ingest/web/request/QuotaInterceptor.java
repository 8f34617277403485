package io.rapport.ingest.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.request.StreamedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Takes every request that sends engagements or a file from the quota of its agency, before its body is read, and limits those that an
 * agency sends at once, so that slow ones leave room for other agencies.
 */
public final class QuotaInterceptor implements HandlerInterceptor {

    private static final String COUNTED = QuotaInterceptor.class.getName();
    private static final String RETRY_SECONDS = "5";

    private final QuotaControl quota;
    private final int maxConcurrent;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    /**
     * An interceptor of the methods with a {@link StreamedBody}.
     *
     * @param maxConcurrent the maximum number of requests of one agency at once
     */
    public QuotaInterceptor(QuotaControl quota, int maxConcurrent) {
        this.quota = quota;
        this.maxConcurrent = maxConcurrent;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(StreamedBody.class)
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables) {
            var agency = String.valueOf(variables.get("agency"));
            quota.take(agency);
            start(agency);
            request.setAttribute(COUNTED, agency);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(COUNTED) instanceof String agency) {
            // An error dispatch completes the same request once more.
            request.removeAttribute(COUNTED);
            end(agency);
        }
    }

    private void start(String agency) {
        if (running.merge(agency, 1, Integer::sum) > maxConcurrent) {
            end(agency);
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "quota-exceeded",
                            "The agency sends too much at once",
                            "The agency may send %d requests with engagements or files at once. Nothing of this one was stored; send it again when others are answered."
                                    .formatted(maxConcurrent))
                    .asException()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    private void end(String agency) {
        running.computeIfPresent(agency, (key, count) -> count == 1 ? null : count - 1);
    }
}
