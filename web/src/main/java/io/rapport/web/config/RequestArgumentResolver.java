package io.rapport.web.config;

import io.rapport.web.request.ParameterReader;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves controller arguments of one type from the request.
 *
 * @param parameters the request parameters that it reads
 */
record RequestArgumentResolver<T>(Class<T> type, Function<NativeWebRequest, T> reader, Set<String> parameters)
        implements HandlerMethodArgumentResolver, ParameterReader {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(type);
    }

    @Override
    public T resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return reader.apply(request);
    }
}
