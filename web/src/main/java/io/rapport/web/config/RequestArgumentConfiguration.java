package io.rapport.web.config;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controller arguments of every service: the brand, the caller and the page of a list. */
final class RequestArgumentConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgumentResolver<>(BrandKey.class, RequestArgumentConfiguration::brand));
        resolvers.add(new RequestArgumentResolver<>(Caller.class, request -> caller()));
        resolvers.add(new RequestArgumentResolver<>(
                PageRequest.class,
                request -> PageRequest.of(request.getParameter("limit"), request.getParameter("cursor"))));
    }

    private static BrandKey brand(NativeWebRequest request) {
        return new BrandKey(pathVariable(request, "agency"), pathVariable(request, "brand"));
    }

    private static String pathVariable(NativeWebRequest request, String variable) {
        var variables = (Map<?, ?>)
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (variables == null || !(variables.get(variable) instanceof String name)) {
            throw new IllegalStateException("A BrandKey needs a path with {agency} and {brand}");
        }
        if (!NameRules.isToken(name)) {
            throw Problem.invalid(
                            variable,
                            "'" + variable + "' is 1 to 64 of a-z 0-9 - _ . and begins with a letter or digit.")
                    .asException();
        }
        return name;
    }

    private static Caller caller() {
        return RequestAuthorizationManager.callerOf(
                        SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> new IllegalStateException("A Caller needs a path that is not open"));
    }
}
