package io.rapport.web.config;

import io.rapport.messaging.json.Json;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.auth.CallerResolver;
import io.rapport.web.auth.LinkDirectory;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.capacity.StoreCapacity;
import io.rapport.web.openapi.OpenApiDocument;
import io.rapport.web.problem.ProblemErrorController;
import io.rapport.web.problem.ProblemExceptionHandler;
import io.rapport.web.problem.ProblemWriter;
import io.rapport.web.problem.StoreExceptionHandler;
import io.rapport.web.request.BodyLimitFilter;
import io.rapport.web.request.EntityTagFilter;
import io.rapport.web.request.ProcessingDeadlineFilter;
import io.rapport.web.request.RequestBulkheadFilter;
import io.rapport.web.request.RequestRateInterceptor;
import io.rapport.web.session.SessionService;
import io.rapport.web.session.SessionStore;
import io.rapport.web.user.UserDirectory;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service imports to serve HTTP. It needs a {@link TokenDirectory}, a {@link UserDirectory}, a {@link LinkDirectory}, a {@link SessionStore} and, where brands are looked up, a
 * {@link BrandCatalogue}: {@link TopicTablesConfiguration} declares them. A service may declare {@link AccessRules}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
@PropertySource("classpath:io/rapport/web/edge.properties")
@Import({
    SecurityConfiguration.class,
    ProblemExceptionHandler.class,
    StoreExceptionHandler.class,
    ProblemErrorController.class,
    OpenApiDocument.class,
    PagesConfiguration.class,
    CapacityConfiguration.class
})
public class WebConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return Json.requestMapper();
    }

    @Bean
    RequestArgumentConfiguration arguments(
            ObjectProvider<RequestMappingHandlerAdapter> adapter,
            JsonMapper json,
            StoreCapacity capacity,
            WebProperties properties) {
        var problems = new ProblemWriter(json);
        var rates = new RequestRateInterceptor(properties.web().requestsPerMinute(), System::nanoTime, problems);
        return new RequestArgumentConfiguration(adapter, problems, capacity, rates);
    }

    /** Leaves a quarter of the server's threads to health and metrics. */
    @Bean
    RequestBulkheadFilter requestBulkhead(@Value("${server.tomcat.threads.max}") int threads, JsonMapper json) {
        return new RequestBulkheadFilter(threads - threads / 4, new ProblemWriter(json));
    }

    @Bean
    ProcessingDeadlineFilter processingDeadline(WebProperties properties) {
        return new ProcessingDeadlineFilter(properties.web().deadline());
    }

    @Bean
    BodyLimitFilter bodyLimit() {
        return new BodyLimitFilter();
    }

    @Bean
    EntityTagFilter entityTags() {
        return new EntityTagFilter();
    }

    @Bean
    SessionService sessions(SessionStore store, WebProperties properties, ObjectProvider<Clock> clock) {
        return new SessionService(store, properties.web().session().policy(), clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    CallerResolver callers(
            TokenDirectory tokens,
            UserDirectory users,
            LinkDirectory links,
            SessionService sessions,
            WebProperties properties,
            ObjectProvider<Clock> clock) {
        return new CallerResolver(
                tokens, users, links, sessions, properties.adminToken(), clock.getIfAvailable(Clock::systemUTC));
    }
}
