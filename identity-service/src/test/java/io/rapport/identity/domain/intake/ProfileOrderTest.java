package io.rapport.identity.domain.intake;

import static io.rapport.identity.domain.IdentityFixture.NOW;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.person.HandleSighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileOrderTest {

    private static HandleProfile profile(String bio) {
        return HandleProfileBuilder.builder()
                .name("ann")
                .displayName("Ann")
                .bio(bio)
                .build();
    }

    private static HandleSighting seen(String bio, long second) {
        var at = NOW.plusSeconds(second);
        return new HandleSighting(x("1"), profile(bio), at, at);
    }

    private static IdentityFixture after(List<HandleSighting> sightings) {
        var world = new IdentityFixture();
        sightings.forEach(each -> world.identity.sightings().process(Map.of(x("1"), each), Instant.now()));
        return world;
    }

    /** Each word is a profile with its second, such as {@code A1}. */
    @ParameterizedTest(name = "{0} ends as {1}")
    @CsvSource({
        "A1, A",
        "A1 B2, B",
        "A1 A5 B3, A",
        "A1 B3 A5, A",
        "B3 A1 A5, A",
        "A1 A5 B6, B",
        "A1 B9 C5 D7, B",
        "C5 C5 C5, C",
        "A1 B1, B",
        "A1 B1 A1, B",
        "A1 A2 A3 B2 C3, C",
        "D4 A1 B2 C3 E4, E",
    })
    void theNewestProfileWinsInAnyOrderOfArrival(String arrival, String newest) {
        var sightings = new ArrayList<>(Arrays.stream(arrival.split(" "))
                .map(word -> seen(word.substring(0, 1), Long.parseLong(word.substring(1))))
                .toList());
        var random = new Random(7);
        for (var order = 0; order < 20; order++) {
            assertThat(after(sightings).state(x("1")).profile().bio())
                    .as("%s", sightings)
                    .isEqualTo(newest);
            Collections.shuffle(sightings, random);
        }
    }

    @Test
    void aProfileThatDidNotChangeIsNotPublishedAgain() {
        var world = after(List.of(seen("A", 1), seen("A", 5), seen("A", 3), seen("A", 9)));

        assertThat(world.state(x("1")).version()).isEqualTo(1);
        assertThat(world.memory.handles.all.get(x("1").key()).profileAsOf()).isEqualTo(NOW.plusSeconds(9));
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @Test
    void aChangedProfileIsPublishedOnce() {
        var world = after(List.of(seen("A", 1), seen("B", 5), seen("B", 6), seen("A", 3)));

        assertThat(world.state(x("1")).version()).isEqualTo(2);
        assertThat(world.published()).isEqualTo(world.assignments());
    }
}
