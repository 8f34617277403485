package io.rapport.web.request;

import io.rapport.web.capacity.StoreCapacity;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Responds with 507 to requests that would add documents while the memory is full; see {@link AddsDocuments}. */
public final class CapacityInterceptor implements HandlerInterceptor {

    private final StoreCapacity capacity;
    private final ProblemWriter problems;

    /** An interceptor of all controller methods. */
    public CapacityInterceptor(StoreCapacity capacity, ProblemWriter problems) {
        this.capacity = capacity;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(AddsDocuments.class)) {
            return true;
        }
        try {
            capacity.requireFree();
        } catch (ProblemException e) {
            problems.write(response, e);
            return false;
        }
        LimitedRequest.in(request).ifPresent(limited -> limited.checkWhileReading(capacity::requireFree));
        return true;
    }
}
