package io.rapport.report.config;

import io.rapport.report.actions.ActionHandler;
import io.rapport.report.assistant.AssistantServer;
import io.rapport.report.assistant.AssistantTools;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.config.WebProperties;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The tools of assistants, if they are switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("rapport.mcp.enabled")
class AssistantConfiguration {

    @Bean
    AssistantServer assistantServer(
            BrandCatalogue brands,
            ActionHandler actions,
            Environment environment,
            @Value("${rapport.mcp.calls-per-minute:60}") int callsPerMinute,
            WebProperties web) {
        return AssistantTools.server(
                brands,
                actions,
                () -> environment.getRequiredProperty("local.server.port", Integer.class),
                callsPerMinute,
                web.web().corsOrigins());
    }

    @Bean
    ServletRegistrationBean<Servlet> assistantServlet(AssistantServer server) {
        return new ServletRegistrationBean<>(server.servlet(), AssistantServer.PATH);
    }
}
