package io.rapport.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Responds with 413 to a request that declares a larger body than its controller method reads; see {@link BodyLimitFilter}. */
public final class BodyLimitInterceptor implements HandlerInterceptor {

    private final ProblemWriter problems;

    public BodyLimitInterceptor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var limited = LimitedRequest.in(request).orElse(null);
        if (limited == null) {
            return true;
        }
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(StreamedBody.class)) {
            limited.allowStream(BodyLimitFilter.STREAMED_DEADLINE);
            ProcessingDeadlineFilter.extendForStream(request);
        }
        if (limited.declaresTooMuch()) {
            problems.write(response, Problem.tooLarge(BodyLimitFilter.MAX_BYTES));
            return false;
        }
        return true;
    }
}
