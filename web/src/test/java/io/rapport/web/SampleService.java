package io.rapport.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.access.UserRegisteredBuilder;
import io.rapport.contracts.access.UserRole;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.web.auth.AccessRules;
import io.rapport.web.auth.LinkDirectory;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.config.WebConfiguration;
import io.rapport.web.problem.Problem;
import io.rapport.web.session.SessionStore;
import io.rapport.web.user.PasswordHasher;
import io.rapport.web.user.UserTopicTable;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.DelegatingServletInputStream;

/** A service as small as one can be, with every kind of token. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
@Import({WebConfiguration.class, SampleController.class, SamplePageController.class})
public class SampleService {

    public static final String ADMINISTRATOR = "installation-administrator";
    public static final String AGENCY_ADMIN = "acme-admin";
    public static final String READER = "acme-reader";
    static final String SENDER = "acme-sender";
    static final String SHOES_ADMIN = "acme-shoes-admin";
    public static final String EMAIL = "kari@agency.example";
    public static final String PASSWORD = "correct horse battery";
    public static final String EXPIRED = "acme-expired";

    private static final Map<String, TokenIssued> TOKENS = Stream.of(
                    token(AGENCY_ADMIN, Set.of(), Scope.ADMIN),
                    token(READER, Set.of(), Scope.READ),
                    token(SENDER, Set.of(), Scope.INGEST),
                    token(SHOES_ADMIN, Set.of("shoes"), Scope.ADMIN),
                    expired())
            .collect(Collectors.toMap(TokenIssued::hash, Function.identity()));

    @Bean
    TokenDirectory tokens() {
        return hash -> Optional.ofNullable(TOKENS.get(hash));
    }

    /** One user who has a password, in two agencies. */
    @Bean
    UserTopicTable users() {
        var table = new UserTopicTable();
        Stream.of("acme", "other").map(SampleService::user).forEach(user -> table.change(user.key(), user));
        return table;
    }

    @Bean
    LinkDirectory links() {
        return key -> Optional.empty();
    }

    @Bean
    SessionStore sessionStore() {
        return new SampleSessionStore();
    }

    @Bean
    BrandCatalogue catalogue() {
        var shoes = BrandRegisteredBuilder.builder()
                .agency("acme")
                .brand("shoes")
                .name("Shoes")
                .timeZone("UTC")
                .clock(BrandClock.LIVE)
                .staff(List.of())
                .paidMarkers(List.of())
                .version(1)
                .at(Instant.EPOCH)
                .build();
        return new BrandCatalogue() {
            @Override
            public BrandRegistered find(BrandKey brand) {
                return brand.equals(shoes.brandKey()) ? shoes : null;
            }

            @Override
            public Collection<BrandRegistered> all() {
                return List.of(shoes);
            }
        };
    }

    @Bean
    AccessRules accessTable() {
        return AccessRules.standard()
                .open("/open/**")
                .share("/v1/agencies/{agency}/mark")
                .require(HttpMethod.GET, "/v1/agencies/{agency}/tokens", Scope.ADMIN)
                .require(HttpMethod.POST, "/v1/agencies/{agency}/brands/{brand}/previews", Scope.READ);
    }

    /** Fails before any controller, as a service's own filter might. */
    @Bean
    Filter failingFilter() {
        return (request, response, chain) -> {
            switch (String.valueOf(((HttpServletRequest) request).getHeader("Failure"))) {
                case "problem" -> throw Problem.tooLarge(10).asException();
                case "wrapped" ->
                    throw new ServletException(Problem.tooLarge(10).asException());
                case "failure" -> throw new IllegalStateException("secret detail");
                case "teapot" -> ((HttpServletResponse) response).sendError(418, "secret detail");
                case "failed" -> ((HttpServletResponse) response).sendError(500, "secret detail");
                case "stream" -> chain.doFilter(new Endless((HttpServletRequest) request), response);
                default -> chain.doFilter(request, response);
            }
        };
    }

    /** A request with a body that is too large, as one finds out while reading it. */
    private static final class Endless extends HttpServletRequestWrapper {

        Endless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new DelegatingServletInputStream(new InputStream() {
                @Override
                public int read() {
                    throw Problem.tooLarge(10).asException();
                }
            });
        }
    }

    private static TokenIssued token(String token, Set<String> brands, Scope scope) {
        return new TokenIssued(
                "acme",
                UUID.randomUUID(),
                "name of " + token.length(),
                TokenDirectory.hash(token),
                brands,
                Set.of(scope),
                Instant.EPOCH,
                null);
    }

    private static UserRegistered user(String agency) {
        return UserRegisteredBuilder.builder()
                .agency(agency)
                .id(UUID.randomUUID())
                .email(EMAIL)
                .name("Kari")
                .role(UserRole.EDITOR)
                .brands(Set.of("shoes"))
                .password(new PasswordHasher().encode(PASSWORD + (agency.equals("acme") ? "" : " of another agency")))
                .epoch(1)
                .version(1)
                .at(Instant.EPOCH)
                .build();
    }

    private static TokenIssued expired() {
        return new TokenIssued(
                "acme",
                UUID.randomUUID(),
                "expired",
                TokenDirectory.hash(EXPIRED),
                Set.of(),
                Set.of(Scope.ADMIN),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1));
    }
}
