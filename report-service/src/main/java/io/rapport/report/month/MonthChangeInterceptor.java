package io.rapport.report.month;

import io.rapport.contracts.BrandKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Months of a brand are compiled again after a request of a user that may have changed something of it. */
public final class MonthChangeInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final MonthCache months;

    /** @param months of all brands */
    public MonthChangeInterceptor(MonthCache months) {
        this.months = months;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!SAFE.contains(request.getMethod()) && response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            if (path instanceof Map<?, ?> variables
                    && variables.get("agency") instanceof String agency
                    && variables.get("brand") instanceof String brand) {
                months.change(new BrandKey(agency, brand));
            }
        }
    }
}
