package io.rapport.ingest.domain.connection;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.source.mapped.JsonMappingSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionServiceTest {

    private static final List<Map<String, String>> ACCOUNTS = List.of(Map.of("id", "a1", "brand", "acme"));

    private final InMemoryAdminDecisions<ConnectionConfigured> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionSecrets secrets = ConnectionFixture.secrets();
    private final ConnectionService service =
            new ConnectionService(new AdminDecisionService<>(decisions, decisions), secrets);
    private final ConnectionRequestReader reader = new ConnectionRequestReader(new SourceCatalogue(List.of(
            JsonMappingSource.definition(),
            new SourceDefinition(
                    "Other", new FixedSource("other", text -> SourceMapping.of()), null, null, List.of(), List.of()))));

    @Test
    void aNewValueOfASecretIsValidBesideTheOldOneUntilThatIsDropped() {
        save(Map.of("source", "json", "accounts", ACCOUNTS, "secrets", Map.of("secret", "one")));
        var rotated = save(Map.of("source", "json", "secrets", Map.of("secret", "two")));
        assertThat(secrets.decrypt(rotated).all("secret")).containsExactly("two", "one");

        var again = save(Map.of("source", "json", "secrets", Map.of("secret", "three")));
        assertThat(secrets.decrypt(again).all("secret")).containsExactly("three", "two");

        var dropped = service.dropOldSecret(KEY, "secret", NOW).orElseThrow();
        assertThat(secrets.decrypt(dropped).all("secret")).containsExactly("three");
    }

    @Test
    void aSecretThatIsNotNamedStaysAndNullRemovesIt() {
        save(Map.of("source", "json", "secrets", Map.of("secret", "one")));
        assertThat(secrets.decrypt(save(Map.of("source", "json", "accounts", ACCOUNTS)))
                        .all("secret"))
                .containsExactly("one");

        assertThat(save(Map.of("source", "json", "secrets", Map.of("secret", "")))
                        .secrets())
                .isEmpty();
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        var body = Map.of("source", "json", "accounts", ACCOUNTS, "secrets", Map.of("secret", "one"));

        assertThat(save(body)).isEqualTo(save(body));
        assertThat(decisions.saves).isOne();
    }

    @Test
    void secretsAreStoredAndPublishedEncrypted() {
        save(Map.of("source", "json", "secrets", Map.of("secret", "very secret indeed")));

        assertThat(decisions.topic.get(KEY.key()).toString()).doesNotContain("very secret indeed");
    }

    @Test
    void pausesAndResumesAndKeepsTheRest() {
        var saved = save(Map.of("source", "json", "accounts", ACCOUNTS));

        var paused = service.pause(KEY, true, NOW).orElseThrow();

        assertThat(paused.paused()).isTrue();
        assertThat(paused.accounts()).isEqualTo(saved.accounts());
        assertThat(save(Map.of("source", "json")).paused()).isTrue();
        assertThat(service.pause(KEY, false, NOW).orElseThrow().paused()).isFalse();
    }

    @Test
    void aDeletedConnectionIsGoneAndCanBeCreatedAgain() {
        save(Map.of("source", "json", "secrets", Map.of("secret", "one")));

        assertThat(service.delete(KEY)).isTrue();
        assertThat(decisions.topic).isEmpty();
        assertThat(service.find(KEY)).isEmpty();
        assertThat(service.delete(KEY)).isFalse();
        assertThat(service.pause(KEY, true, NOW)).isEmpty();
        assertThat(save(Map.of("source", "other")).secrets()).isEmpty();
    }

    @Test
    void anotherSourceAndAnOldVersionAreRefused() {
        var saved = save(Map.of("source", "json"));

        assertThatThrownBy(() -> save(Map.of("source", "other")))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("json");
        assertThatThrownBy(() -> save(Map.of("source", "json", "accounts", ACCOUNTS, "version", saved.version() + 1)))
                .isInstanceOf(VersionConflictException.class);
    }

    @Test
    void requestsWithUnusablePartsAreRefused() {
        for (var body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("source", "nothing"),
                Map.of("source", "json", "secrets", Map.of("other", "x")),
                Map.of("source", "json", "secrets", Map.of("secret", 1)),
                Map.of("source", "json", "secrets", "x"),
                Map.of("source", "json", "settings", List.of()),
                Map.of("source", "json", "accounts", List.of(Map.of("id", "a"))),
                Map.of("source", "json", "accounts", List.of(ACCOUNTS.get(0), ACCOUNTS.get(0))))) {
            assertThatThrownBy(() -> reader.read(body)).as("%s", body).isInstanceOf(InputRejectedException.class);
        }
    }

    private ConnectionConfigured save(Map<String, ?> body) {
        return service.save(KEY, reader.read(body), "{}", NOW).connection();
    }
}
