package io.rapport.web.config;

import io.rapport.web.auth.CallerResolver;
import io.rapport.web.auth.SignInController;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** The shared parts of services with pages: sign-in, and the templates {@code parts}, {@code problem}, {@code sign-in}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("rapport.web.pages")
class PagesConfiguration {

    @Bean
    SignInController signIn(CallerResolver callers) {
        return new SignInController(callers);
    }

    /** Resolved before the service's own templates. */
    @Bean
    SpringResourceTemplateResolver sharedPages() {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/io/rapport/web/pages/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setOrder(1);
        return resolver;
    }
}
