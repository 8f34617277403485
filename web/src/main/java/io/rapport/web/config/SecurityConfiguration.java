package io.rapport.web.config;

import io.rapport.web.auth.AccessCheck;
import io.rapport.web.auth.AccessFailureHandler;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.auth.CallerResolver;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.auth.SignInController;
import io.rapport.web.auth.TokenAuthenticationFilter;
import io.rapport.web.problem.ProblemWriter;
import io.rapport.web.session.SessionCookie;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CorsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import tools.jackson.databind.json.JsonMapper;

/** The security filters of every request: authentication, authorization and the security headers of the response. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Pages load resources from this service only: no inline scripts or styles, no other sites. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    /** Browsers keep the permission of a call that long. */
    private static final Duration PREFLIGHT_AGE = Duration.ofHours(1);

    private final ProblemWriter problems;
    private final boolean pages;
    private final List<String> origins;
    private final SessionCookie cookie;

    SecurityConfiguration(JsonMapper json, WebProperties properties) {
        this.problems = new ProblemWriter(json);
        this.pages = properties.web().pages();
        this.origins = properties.web().corsOrigins();
        this.cookie = properties.web().session().cookie();
    }

    @Bean
    AccessFailureHandler accessFailures() {
        return new AccessFailureHandler(problems, pages);
    }

    @Bean
    RequestAuthorizationManager authorization(ObjectProvider<AccessRules> table) {
        var declared = table.getIfAvailable(AccessRules::standard);
        return new RequestAuthorizationManager(
                pages
                        ? declared.open(SignInController.PATH, SignInController.OUT, SignInController.ISSUER + "/**")
                        : declared);
    }

    @Bean
    AccessCheck accessCheck(CallerResolver callers, RequestAuthorizationManager authorization) {
        return new AccessCheck(callers, authorization);
    }

    /** There are no passwords. Without this bean Spring Boot creates a user and logs its password. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("Callers authenticate by token only");
        };
    }

    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(HeaderTextPolicy::isName);
        firewall.setAllowedHeaderValues(HeaderTextPolicy::isValue);
        return firewall;
    }

    /** A request is observed once, not again in each filter of the chain. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain edge(
            HttpSecurity http,
            RequestAuthorizationManager authorization,
            AccessFailureHandler accessFailures,
            CallerResolver callers) {
        return http.cors(this::cors)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(
                        new TokenAuthenticationFilter(
                                callers, problems, Optional.of(cookie).filter(each -> pages)),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(authorization))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(accessFailures).accessDeniedHandler(accessFailures))
                .build();
    }

    /** Scripts of other origins authenticate by a bearer token: browsers send them no cookie of pages. */
    private void cors(CorsConfigurer<HttpSecurity> cors) {
        if (origins.isEmpty()) {
            cors.disable();
            return;
        }
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_NONE_MATCH,
                "MCP-Protocol-Version"));
        allowed.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER));
        allowed.setMaxAge(PREFLIGHT_AGE);
        var api = new UrlBasedCorsConfigurationSource();
        api.registerCorsConfiguration("/v1/**", allowed);
        api.registerCorsConfiguration("/openapi.json", allowed);
        api.registerCorsConfiguration("/mcp", allowed);
        cors.configurationSource(api);
    }

    /** The referrer policy lets browsers without {@code Sec-Fetch-Site} send the origin of a form to this service. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
