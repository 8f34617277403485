package io.rapport.scoring.web;

import static org.mockito.Mockito.mock;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.brand.BrandRegisteredBuilder;
import io.rapport.scoring.domain.model.InMemoryModelRepository;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.domain.preview.PreviewRegistry;
import io.rapport.web.auth.LinkDirectory;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.config.WebConfiguration;
import io.rapport.web.session.SessionStore;
import io.rapport.web.user.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Runs the web layer of scoring without the stream. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
@Import({WebConfiguration.class, ModelController.class, PreviewController.class})
class ModelServiceFixture {

    static final BrandKey COFFEE = new BrandKey("acme", "coffee");
    static final String ADMIN = "coffee-admin";
    static final String READER = "coffee-reader";
    static final String OTHER = "shoes-admin";

    private static final Map<String, TokenIssued> TOKENS = Map.of(
            TokenDirectory.hash(ADMIN), token(ADMIN, "coffee", Scope.ADMIN),
            TokenDirectory.hash(READER), token(READER, "coffee", Scope.READ),
            TokenDirectory.hash(OTHER), token(OTHER, "shoes", Scope.ADMIN));

    @Bean
    InMemoryModelRepository log() {
        return new InMemoryModelRepository();
    }

    @Bean
    ModelRegistry models(InMemoryModelRepository log) {
        return new ModelRegistry(log);
    }

    @Bean
    PreviewRegistry previews(InMemoryModelRepository log, ModelRegistry models) {
        return new PreviewRegistry(log, models);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    TokenDirectory tokens() {
        return hash -> Optional.ofNullable(TOKENS.get(hash));
    }

    @Bean
    SessionStore sessionStore() {
        return mock(SessionStore.class);
    }

    @Bean
    LinkDirectory links() {
        return key -> Optional.empty();
    }

    @Bean
    UserDirectory users() {
        return mock(UserDirectory.class);
    }

    @Bean
    BrandCatalogue catalogue() {
        var coffee = BrandRegisteredBuilder.builder()
                .agency("acme")
                .brand("coffee")
                .name("Coffee")
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
                return brand.equals(COFFEE) ? coffee : null;
            }

            @Override
            public Collection<BrandRegistered> all() {
                return List.of(coffee);
            }
        };
    }

    private static TokenIssued token(String name, String brand, Scope scope) {
        return new TokenIssued(
                "acme",
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                TokenDirectory.hash(name),
                Set.of(brand),
                Set.of(scope),
                Instant.EPOCH,
                null);
    }
}
