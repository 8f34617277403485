package io.rapport.web.config;

import io.rapport.web.auth.CallerResolver;
import io.rapport.web.auth.SessionOpener;
import io.rapport.web.auth.SignInController;
import io.rapport.web.auth.SingleSignOn;
import io.rapport.web.oidc.OidcConfiguration;
import io.rapport.web.pages.MessageBundle;
import io.rapport.web.pages.PageLanguageResolver;
import io.rapport.web.session.SessionService;
import io.rapport.web.user.PasswordAuthenticator;
import io.rapport.web.user.UserDirectory;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** The shared parts of services with pages: sign-in, and the templates {@code parts}, {@code problem}, {@code sign-in}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("rapport.web.pages")
@Import(OidcConfiguration.class)
class PagesConfiguration {

    @Bean
    SessionOpener sessionOpener(CallerResolver callers, SessionService sessions, WebProperties properties) {
        return new SessionOpener(callers, sessions, properties.web().session().cookie());
    }

    @Bean
    SignInController signIn(
            SessionOpener sessions,
            UserDirectory users,
            ObjectProvider<Clock> clock,
            ObjectProvider<SingleSignOn> signOn) {
        return new SignInController(
                sessions,
                new PasswordAuthenticator(users, clock.getIfAvailable(Clock::systemUTC)),
                Optional.ofNullable(signOn.getIfAvailable()));
    }

    /** The texts of the pages by language. */
    @Bean
    MessageSource messageSource(@Value("${spring.application.name:service}") String service) {
        return MessageBundle.messages(service);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguageResolver();
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
