package io.rapport.identity.web;

import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Nobody is shown, or decides about, people of whom half are still being read. */
public final class StateLoadedInterceptor implements WebMvcConfigurer, HandlerInterceptor {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final BooleanSupplier open;

    /** Opens when all people are there. */
    public StateLoadedInterceptor(BooleanSupplier open) {
        this.open = open;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**", "/", "/agencies/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!open.getAsBoolean()) {
            throw Problem.unavailable("People are still being read. Send the same request again.", SOON);
        }
        return true;
    }
}
