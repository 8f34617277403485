package io.rapport.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** What services with pages share: signing in, where other pages are, and the templates {@code parts}, {@code problem}, {@code sign-in}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("rapport.web.pages")
class Pages {

    @Bean
    SignIn signIn(Callers callers) {
        return new SignIn(callers);
    }

    @Bean
    Neighbours neighbours(EdgeProperties properties) {
        return new Neighbours(properties.web());
    }

    /** Looked into first; what is not here is the service's own. */
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
