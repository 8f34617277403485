package io.rapport.ingest.web.request;

import io.rapport.web.request.StreamedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Takes every request that sends engagements or a file from the quota of its agency, before its body is read. */
public final class QuotaInterceptor implements HandlerInterceptor {

    private final QuotaControl quota;

    /** An interceptor of the methods with a {@link StreamedBody}. */
    public QuotaInterceptor(QuotaControl quota) {
        this.quota = quota;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(StreamedBody.class)
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables) {
            quota.take(String.valueOf(variables.get("agency")));
        }
        return true;
    }
}
