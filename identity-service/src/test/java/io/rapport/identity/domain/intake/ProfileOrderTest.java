package io.rapport.identity.domain.intake;

import static io.rapport.identity.domain.IdentityFixture.NOW;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.ProfileTimes;
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
        return HandleSighting.of(x("1"), profile(bio), at);
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

    /** Each word is a record with its second; it states the fields that it names, and the others are missing. */
    @ParameterizedTest(name = "{0} ends as {1}")
    @CsvSource({
        "name=ann@1 bio=a@2, name=ann bio=a",
        "name=ann;bio=a@1 name=anna@3 bio=b@2, name=anna bio=b",
        "name=ann;bio=a@1 name=anna;bio=@9, name=anna bio=a",
        "name=ann;bio=a@9 bio=b@5, name=ann bio=a",
        "bio=a@1 name=ann@9 bio=b@5, name=ann bio=b",
        "bio=b@5 name=ann@9 bio=a@1 bio=c@7, name=ann bio=c",
        "bio=a@1 bio=a@8 bio=b@6 name=ann@9, name=ann bio=a",
        "location=Oslo@4 bio=a@1 location=Bergen@2 bio=b@3, location=Oslo bio=b",
        "email=e1/m1@1 email=e2@3 name=ann@9 email=e3/m3@2, name=ann email=e2",
        "email=e1@1 email=e2/m2@3 email=e1@2, email=e2/m2",
        "phone=p1@2 url=u1@5 phone=p2@4 url=u2@3, url=u1 phone=p2",
        "rel=r1@1 rel=@5 rel=r2@3 name=ann@4, name=ann rel=",
        "web=w1@1 display=Ann@2 web=w2@3 display=@4, display=Ann web=w2",
        "name=ann@1 name=bea@1 bio=a@1 bio=b@1, name=bea bio=b",
    })
    void eachFieldHasItsNewestValueInAnyOrderOfArrival(String arrival, String newest) {
        var sightings = new ArrayList<>(
                Arrays.stream(arrival.split(" ")).map(ProfileOrderTest::record).toList());
        var random = new Random(7);
        for (var order = 0; order < 20; order++) {
            var world = after(sightings);
            assertThat(world.state(x("1")).profile()).as("%s", sightings).isEqualTo(stated(newest.split(" ")));
            assertThat(world.published()).isEqualTo(world.assignments());
            Collections.shuffle(sightings, random);
        }
    }

    private static HandleSighting record(String word) {
        var parts = word.split("@");
        return HandleSighting.of(x("1"), stated(parts[0].split(";")), NOW.plusSeconds(Long.parseLong(parts[1])));
    }

    private static HandleProfile stated(String... fields) {
        var profile = HandleProfileBuilder.builder();
        for (var field : fields) {
            var value = field.substring(field.indexOf('=') + 1);
            switch (field.substring(0, field.indexOf('='))) {
                case "name" -> profile.name(value);
                case "display" -> profile.displayName(value);
                case "url" -> profile.url(value);
                case "bio" -> profile.bio(value);
                case "location" -> profile.location(value);
                case "phone" -> profile.phoneHash(value);
                case "web" -> profile.webFinger(value);
                case "rel" -> profile.relMe(value.isEmpty() ? List.of() : List.of(value));
                default -> {
                    var address = value.split("/");
                    profile.emailHash(address[0]).mailboxHash(address.length > 1 ? address[1] : null);
                }
            }
        }
        return profile.build();
    }

    /** Engagements of one batch are merged before they are compared with the store. */
    @Test
    void aBatchEndsAsItsRecordsOneByOne() {
        var one = record("name=ann;bio=a@5");
        var two = record("bio=b@2");
        var three = record("bio=c@7");

        var world = after(List.of(two, one.merge(three)));

        assertThat(world.state(x("1")).profile()).isEqualTo(stated("name=ann", "bio=c"));
        assertThat(after(List.of(three.merge(two), one)).state(x("1")).profile())
                .isEqualTo(stated("name=ann", "bio=c"));
    }

    @Test
    void aProfileThatDidNotChangeIsNotPublishedAgain() {
        var world = after(List.of(seen("A", 1), seen("A", 5), seen("A", 3), seen("A", 9)));

        assertThat(world.state(x("1")).version()).isEqualTo(1);
        assertThat(world.memory.handles.all.get(x("1").key()).profileTimes())
                .isEqualTo(ProfileTimes.of(NOW.plusSeconds(9)));
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @Test
    void aChangedProfileIsPublishedOnce() {
        var world = after(List.of(seen("A", 1), seen("B", 5), seen("B", 6), seen("A", 3)));

        assertThat(world.state(x("1")).version()).isEqualTo(2);
        assertThat(world.published()).isEqualTo(world.assignments());
    }
}
