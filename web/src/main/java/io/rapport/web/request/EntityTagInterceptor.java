package io.rapport.web.request;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Exempts controller methods that stream their response from {@link EntityTagFilter}: those that write to the response
 * themselves or return a stream of it.
 */
public final class EntityTagInterceptor implements HandlerInterceptor {

    private static final List<Class<?>> WRITTEN_TO = List.of(ServletResponse.class, OutputStream.class);
    private static final List<Class<?>> STREAMS = List.of(StreamingResponseBody.class, ResponseBodyEmitter.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isStreamed(method)) {
            ShallowEtagHeaderFilter.disableContentCaching(request);
        }
        return true;
    }

    private static boolean isStreamed(HandlerMethod method) {
        var returned = method.getReturnType();
        return isOneOf(STREAMS, returned.getParameterType())
                || isOneOf(STREAMS, returned.nested().getNestedParameterType())
                || Arrays.stream(method.getMethodParameters())
                        .map(MethodParameter::getParameterType)
                        .anyMatch(type -> isOneOf(WRITTEN_TO, type));
    }

    private static boolean isOneOf(List<Class<?>> types, Class<?> type) {
        return types.stream().anyMatch(each -> each.isAssignableFrom(type));
    }
}
