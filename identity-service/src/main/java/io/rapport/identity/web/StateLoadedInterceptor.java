package io.rapport.identity.web;

import io.rapport.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers 503 until all people are loaded, so that no partial state is shown or decided on. */
public final class StateLoadedInterceptor implements WebMvcConfigurer, HandlerInterceptor {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final BooleanSupplier loaded;

    /**
     * Creates the interceptor.
     *
     * @param loaded whether all people are loaded
     */
    public StateLoadedInterceptor(BooleanSupplier loaded) {
        this.loaded = loaded;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**", "/", "/agencies/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!loaded.getAsBoolean()) {
            throw Problem.unavailable("People are still being read. Retry the request.", RETRY_AFTER);
        }
        return true;
    }
}
