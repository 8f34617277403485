package io.rapport.web.config;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.capacity.StoreCapacity;
import io.rapport.web.list.CsvListConverter;
import io.rapport.web.pages.LanguageInterceptor;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemWriter;
import io.rapport.web.request.BodyLimitInterceptor;
import io.rapport.web.request.CapacityInterceptor;
import io.rapport.web.request.EntityTagInterceptor;
import io.rapport.web.request.ParameterInterceptor;
import io.rapport.web.request.RequestRateInterceptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Controller arguments of every service, which are the brand, the caller and the page of a list, and limits of requests. */
final class RequestArgumentConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final ProblemWriter problems;
    private final StoreCapacity capacity;
    private final RequestRateInterceptor rates;

    RequestArgumentConfiguration(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            ProblemWriter problems,
            StoreCapacity capacity,
            RequestRateInterceptor rates) {
        this.adapter = adapter;
        this.problems = problems;
        this.capacity = capacity;
        this.rates = rates;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgumentResolver<>(BrandKey.class, RequestArgumentConfiguration::brand, Set.of()));
        resolvers.add(new RequestArgumentResolver<>(Caller.class, request -> caller(), Set.of()));
        resolvers.add(new RequestArgumentResolver<>(
                PageRequest.class,
                request -> PageRequest.of(request.getParameter("limit"), request.getParameter("cursor")),
                Set.of("limit", "cursor")));
    }

    /** Responses are JSON, and lists are CSV to clients that ask for it, whatever other formats the class path could write. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> {
            converters.removeIf(converter -> converter.getSupportedMediaTypes().stream()
                    .anyMatch(type -> type.getSubtype().contains("yaml")));
            // The last one: a client that accepts everything gets JSON.
            converters.add(new CsvListConverter(adapter));
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rates).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new LanguageInterceptor()).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new BodyLimitInterceptor(problems)).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new ParameterInterceptor(this::resolvers, problems))
                .order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new CapacityInterceptor(capacity, problems)).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(new EntityTagInterceptor()).order(Ordered.HIGHEST_PRECEDENCE);
    }

    private List<HandlerMethodArgumentResolver> resolvers() {
        return Objects.requireNonNullElse(adapter.getObject().getArgumentResolvers(), List.of());
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
        return RequestAuthorizationManager.currentCaller()
                .orElseThrow(() -> new IllegalStateException("A Caller needs a path that is not open"));
    }
}
