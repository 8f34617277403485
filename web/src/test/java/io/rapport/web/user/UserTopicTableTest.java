package io.rapport.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.access.UserInvitation;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.access.UserRegisteredBuilder;
import io.rapport.contracts.access.UserRole;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserTopicTableTest {

    private final UserTopicTable table = new UserTopicTable();

    @Test
    void findsUsersByAddressWhateverItsSpellingInTheOrderOfTheAgencies() {
        change(user("south", "kari@agency.example", "h1"));
        change(user("north", "kari@agency.example", "h2"));
        change(user("north", "ola@agency.example", "h3"));

        assertThat(table.byEmail(" Kari@Agency.Example"))
                .extracting(UserRegistered::agency)
                .containsExactly("north", "south");
        assertThat(table.byEmail("unknown@agency.example")).isEmpty();
        assertThat(table.ofAgency("north")).hasSize(2);
    }

    @Test
    void aReplacedInvitationAndARemovedUserAreNotFound() {
        var user = user("north", "kari@agency.example", "old");
        change(user);
        assertThat(table.byInvitation("old")).contains(user);

        var renewed = user("north", "kari@agency.example", "new");
        change(renewed);
        assertThat(table.byInvitation("old")).isEmpty();
        assertThat(table.byInvitation("new")).contains(renewed);

        table.change(user.key(), null);
        table.change(user.key(), null);
        assertThat(table.byInvitation("new")).isEmpty();
        assertThat(table.byEmail("kari@agency.example")).isEmpty();
        assertThat(table.byKey(user.key())).isEmpty();
    }

    private void change(UserRegistered user) {
        table.change(user.key(), user);
    }

    private static UserRegistered user(String agency, String email, String invitation) {
        return UserRegisteredBuilder.builder()
                .agency(agency)
                .id(UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .email(email)
                .name("n")
                .role(UserRole.READER)
                .brands(Set.of())
                .invitation(new UserInvitation(invitation, Instant.EPOCH, null))
                .epoch(1)
                .version(1)
                .at(Instant.EPOCH)
                .build();
    }
}
