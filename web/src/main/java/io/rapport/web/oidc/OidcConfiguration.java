package io.rapport.web.oidc;

import io.rapport.web.auth.SessionOpener;
import io.rapport.web.auth.SingleSignOn;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Sign-in at an issuer, if the settings name one. Nothing is fetched at startup. */
@Configuration(proxyBeanMethods = false)
@Conditional(OidcConfiguration.HasIssuer.class)
@EnableConfigurationProperties(OidcProperties.class)
public class OidcConfiguration {

    /** Also false for an empty setting, as an environment may contain it. */
    static final class HasIssuer implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("rapport.oidc.issuer"));
        }
    }

    @Bean
    IssuerHttpClient issuerHttp() {
        return new IssuerHttpClient();
    }

    @Bean
    RoleMapper oidcRoles(OidcProperties settings) {
        return settings.mapper();
    }

    @Bean
    OidcCookies oidcCookies(@Value("${rapport.web.session.suffix:}") String suffix) {
        return new OidcCookies(suffix);
    }

    @Bean
    OidcClient oidcClient(
            OidcProperties settings, IssuerHttpClient http, RoleMapper roles, ObjectProvider<Clock> clock) {
        var directory = new IssuerDirectory(settings.issuer(), http, clock.getIfAvailable(Clock::systemUTC));
        return new OidcClient(settings, directory, http, roles::hasClaim);
    }

    @Bean
    OidcController oidcSignIn(OidcClient client, RoleMapper roles, OidcCookies cookies, SessionOpener sessions) {
        return new OidcController(client, roles, cookies, sessions);
    }

    @Bean
    SingleSignOn singleSignOn(OidcProperties settings, OidcClient client, OidcCookies cookies) {
        return new OidcSignOn(settings.name(), client, cookies);
    }
}
