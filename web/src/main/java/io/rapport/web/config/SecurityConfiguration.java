package io.rapport.web.config;

import io.rapport.web.auth.AccessFailureHandler;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.auth.CallerResolver;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.auth.SignInController;
import io.rapport.web.auth.TokenAuthenticationFilter;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** The security filters of every request: authentication, authorization and the security headers of the response. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Pages load resources from this service only: no inline scripts or styles, no other sites. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private final ProblemWriter problems;
    private final boolean pages;

    SecurityConfiguration(JsonMapper json, WebProperties properties) {
        this.problems = new ProblemWriter(json);
        this.pages = properties.web().pages();
    }

    @Bean
    AccessFailureHandler accessFailures() {
        return new AccessFailureHandler(problems, pages);
    }

    @Bean
    RequestAuthorizationManager authorization(ObjectProvider<AccessRules> table) {
        var declared = table.getIfAvailable(AccessRules::standard);
        return new RequestAuthorizationManager(
                pages ? declared.open(SignInController.PATH, SignInController.OUT) : declared);
    }

    /** There are no passwords. Without this bean Spring Boot creates a user and logs its password. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("Callers authenticate by token only");
        };
    }

    @Bean
    SecurityFilterChain edge(
            HttpSecurity http,
            RequestAuthorizationManager authorization,
            AccessFailureHandler accessFailures,
            CallerResolver callers) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(
                        new TokenAuthenticationFilter(callers, problems, pages), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(authorization))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(accessFailures).accessDeniedHandler(accessFailures))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
