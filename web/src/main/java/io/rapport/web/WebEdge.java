package io.rapport.web;

import io.rapport.messaging.Json;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service imports to be served over HTTP as all of them are. It needs a {@link TokenDirectory} and, where brands
 * are looked up, a {@link BrandCatalogue}: {@link EdgeTables} has both. A service may add an {@link AccessTable}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
@PropertySource("classpath:io/rapport/web/edge.properties")
@Import({EdgeSecurity.class, ProblemAdvice.class, ErrorPage.class, OpenApiDocument.class, Pages.class})
public class WebEdge {

    @Bean
    JsonMapper jsonMapper() {
        return Json.mapper();
    }

    @Bean
    Arguments arguments() {
        return new Arguments();
    }

    @Bean
    Callers callers(TokenDirectory tokens, EdgeProperties properties, ObjectProvider<Clock> clock) {
        return new Callers(tokens, properties.adminToken(), clock.getIfAvailable(Clock::systemUTC));
    }
}
