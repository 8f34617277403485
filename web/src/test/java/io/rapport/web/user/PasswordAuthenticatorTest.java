package io.rapport.web.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.access.UserRegisteredBuilder;
import io.rapport.contracts.access.UserRole;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordAuthenticatorTest {

    private static final String EMAIL = "kari@agency.example";
    private static final String PASSWORD = "correct horse battery";

    private final UserTopicTable users = new UserTopicTable();
    private final PasswordAuthenticator authenticator =
            new PasswordAuthenticator(users, Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void findsTheUserOfTheAgencyWhosePasswordItIs() {
        register("north", new PasswordHasher().encode(PASSWORD));
        register("south", new PasswordHasher().encode("another password"));
        register("west", null);

        assertThat(authenticator.authenticate(EMAIL, "another password", "1"))
                .hasValueSatisfying(user -> assertThat(user.agency()).isEqualTo("south"));
        assertThat(authenticator.authenticate(" KARI@agency.example ", PASSWORD, "1"))
                .hasValueSatisfying(user -> assertThat(user.agency()).isEqualTo("north"));
        assertThat(authenticator.authenticate(EMAIL, "unusable", "1")).isEmpty();
        assertThat(authenticator.authenticate(EMAIL, "", "1")).isEmpty();
    }

    /** The same responses for a known and for an unknown address, so that neither is revealed. */
    @ParameterizedTest
    @CsvSource({EMAIL, "unknown@agency.example"})
    void attemptsOnOneAccountHaveToWaitFromWhereverTheyCome(String email) {
        register("north", new PasswordHasher().encode(PASSWORD));
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(authenticator.authenticate(email, "wrong password", "address " + attempt))
                    .isEmpty();
        }

        assertThatThrownBy(() -> authenticator.authenticate(email, PASSWORD, "another address"))
                .isInstanceOf(PasswordAuthenticator.BackoffException.class);
    }

    @Test
    void attemptsFromOneAddressHaveToWaitWhateverTheAccount() {
        for (var attempt = 0; attempt < 30; attempt++) {
            assertThat(authenticator.authenticate(attempt + EMAIL, "short", "1"))
                    .isEmpty();
        }

        assertThatThrownBy(() -> authenticator.authenticate(EMAIL, PASSWORD, "1"))
                .isInstanceOf(PasswordAuthenticator.BackoffException.class);
        assertThat(authenticator.authenticate(EMAIL, PASSWORD, "2")).isEmpty();
    }

    @Test
    void aPasswordHasTwelveCharactersAndAtMostSeventyTwoBytes() {
        assertThat(PasswordHasher.isUsable("x".repeat(11))).isFalse();
        assertThat(PasswordHasher.isUsable("x".repeat(12))).isTrue();
        assertThat(PasswordHasher.isUsable("x".repeat(72))).isTrue();
        assertThat(PasswordHasher.isUsable("x".repeat(73))).isFalse();
        assertThat(PasswordHasher.isUsable("å".repeat(37))).isFalse();
    }

    private void register(String agency, String password) {
        var user = UserRegisteredBuilder.builder()
                .agency(agency)
                .id(new UUID(1, 1))
                .email(EMAIL)
                .name("Kari")
                .role(UserRole.READER)
                .brands(Set.of())
                .password(password)
                .epoch(1)
                .version(1)
                .at(Instant.EPOCH)
                .build();
        users.change(user.key(), user);
    }
}
