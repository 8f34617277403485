package io.rapport.web;

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

/** The filters every request passes: who sent it, may they, and what a browser may do with the answer. */
@Configuration(proxyBeanMethods = false)
class EdgeSecurity {

    /** Pages load what this service serves itself and nothing else: no inline script or style, no other site. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private final ProblemWriter problems;
    private final boolean pages;

    EdgeSecurity(JsonMapper json, EdgeProperties properties) {
        this.problems = new ProblemWriter(json);
        this.pages = properties.web().pages();
    }

    @Bean
    Refusals refusals() {
        return new Refusals(problems, pages);
    }

    @Bean
    Gate gate(ObjectProvider<AccessTable> table) {
        var declared = table.getIfAvailable(AccessTable::standard);
        return new Gate(pages ? declared.open(SignIn.PATH, SignIn.OUT) : declared);
    }

    /** There are no passwords; without this, Spring Boot makes up a user and logs a password for it. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("Callers are known by token only");
        };
    }

    @Bean
    SecurityFilterChain edge(HttpSecurity http, Gate gate, Refusals refusals, Callers callers) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(EdgeSecurity::headers)
                .addFilterBefore(new TokenFilter(callers, problems, pages), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(gate))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
