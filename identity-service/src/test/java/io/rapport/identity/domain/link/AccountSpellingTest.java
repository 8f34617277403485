package io.rapport.identity.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.IdentityFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSpellingTest {

    private final IdentityFixture world = new IdentityFixture();

    private boolean isClients(String channel, String listed, String id, @Nullable String name) {
        world.list(world.row("c1", "Ada Byron", null, new ClientHandle(channel, listed)));
        var handle = new HandleKey(IdentityFixture.BRAND, channel, id);
        world.sight(handle, HandleProfileBuilder.builder().name(name).build());
        return world.family(DeterministicIds.clientPerson(IdentityFixture.BRAND, "c1"))
                .handleKeys()
                .contains(handle);
    }

    @ParameterizedTest
    @CsvSource({
        "instagram, josé_álvarez, 601, jose\u0301_a\u0301lvarez",
        "instagram, jose\u0301_a\u0301lvarez, 601, josé_álvarez",
        "instagram, ｋａｔｅ.ｌｅｅ, 601, kate.lee",
        "instagram, kate\u200B.lee, 601, kate.lee",
        "instagram, \u200E@kate.lee, 601, kate.lee",
        "x, @Ada_Byron, 77, ada_byron",
        "x, ADA_BYRON, 77, Ada_Byron",
        "x, 77, 77, ada",
        "x, Ada, ada,",
        "x, ada, Ada,",
        "youtube, UCaBcDeF, UCaBcDeF, Ada B",
        "youtube, UCaBcDeF, UCaBcDeF,",
        "youtube, @AdaTube, UCxyz, adatube",
        "linkedin, ACoAABcdEf, ACoAABcdEf, Ada",
    })
    void spellingsOfTheAccountAreTheClients(String channel, String listed, String id, @Nullable String name) {
        assertThat(isClients(channel, listed, id, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "youtube, UCaBcDeF, UCabcdef, Other",
        "youtube, UCaBcDeF, UCabcdef,",
        "youtube, UCaBcDeF, UCABCDEF, Third",
        "linkedin, ACoAABcdEf, ACoAABCDEF,",
        "tiktok, MS4wLjABAAA, MS4wLjABaaa,",
        "x, AbC, abc, someone",
        "x, QqQ, QQQ, other",
        "facebook, ZzTop, zztop, band",
        "instagram, josé, 601, joseph",
        "x, kate, 5, katee",
    })
    void anIdInAnotherCaseIsAnotherAccount(String channel, String listed, String id, @Nullable String name) {
        assertThat(isClients(channel, listed, id, name)).isFalse();
    }

    @Test
    void onlyTheExactChannelIdIsTheClientsWhicheverComesFirst() {
        assertThat(isClients("youtube", "UCaBcDeF", "UCabcdef", "Other")).isFalse();
        assertThat(isClients("youtube", "UCaBcDeF", "UCaBcDeF", "Ada B")).isTrue();
    }
}
