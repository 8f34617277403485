package io.rapport.identity.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.HandleAssignedBuilder;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.HandleStateChange;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.kafka.KnownHandleCache.LookupResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which sightings the cache drops. */
class KnownHandleCacheTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final HandleKey ANN = new HandleKey(new BrandKey("acme", "shoes"), "x", "1");

    private final KnownHandleCache known = new KnownHandleCache(10, new SimpleMeterRegistry());

    @Test
    void sightingWithoutNewValuesIsCovered() {
        assertThat(known.lookUp(seen("ann", null)).covered()).isFalse();
        known.put(List.of(stored("ann")));

        assertThat(known.lookUp(seen("ann", null)).covered()).isTrue();
        assertThat(known.lookUp(seen(null, null)).covered()).isTrue();
        assertThat(known.lookUp(seen("anna", null)).covered()).isFalse();
        assertThat(known.lookUp(seen("ann", List.of("https://ann.example/"))).covered())
                .isFalse();
    }

    @Test
    void nothingIsCoveredAfterARebalance() {
        known.put(List.of(stored("ann")));
        known.clear();

        assertThat(known.lookUp(seen("ann", null)).covered()).isFalse();
    }

    @Test
    void anOlderSightingThatArrivesLateIsCovered() {
        known.put(List.of(stored("ann")));
        var later = seenAt("ann", NOW.plusSeconds(50));
        assertThat(known.lookUp(later)).isEqualTo(new LookupResult(true, Optional.empty()));

        assertThat(known.lookUp(seenAt("anna", NOW.plusSeconds(20))).covered()).isTrue();
        assertThat(known.lookUp(seenAt("anna", NOW.plusSeconds(60))).covered()).isFalse();
    }

    @Test
    void theStoreLearnsTheTimeOfAProfileOnceADayAndBeforeItIsComparedWithASighting() {
        known.put(List.of(stored("ann")));
        var nextDay = NOW.plus(Duration.ofDays(2));

        assertThat(known.lookUp(seenAt("ann", nextDay)))
                .isEqualTo(new LookupResult(true, Optional.of(ProfileTimes.of(nextDay))));
        assertThat(known.lookUp(seenAt("ann", nextDay.plusSeconds(9))))
                .isEqualTo(new LookupResult(true, Optional.empty()));
        assertThat(known.lookUp(seenAt("other", nextDay.plusSeconds(20))))
                .isEqualTo(new LookupResult(false, Optional.of(ProfileTimes.of(nextDay.plusSeconds(9)))));
        assertThat(known.lookUp(seenAt("other", nextDay.plusSeconds(20))))
                .isEqualTo(new LookupResult(false, Optional.empty()));
    }

    @Test
    void eachFieldOfTheCachedProfileHasATimeOfItsOwn() {
        known.put(List.of(stored("ann")));
        var linked = HandleSighting.of(ANN, profile(null, List.of()), NOW.plusSeconds(50));
        var both = stored("ann").profile().merge(linked.stated());
        known.put(List.of(new StoredHandle(
                HandleStateChange.of(stored("ann").state())
                        .profile(both.profile())
                        .build(NOW),
                both.times(),
                false)));

        assertThat(known.lookUp(seenAt("anna", NOW.plusSeconds(20))).covered()).isFalse();
        assertThat(known.lookUp(HandleSighting.of(
                                ANN, profile(null, List.of("https://ann.example/")), NOW.plusSeconds(20)))
                        .covered())
                .isTrue();
    }

    private static HandleSighting seenAt(String name, Instant at) {
        return HandleSighting.of(ANN, profile(name, null), at);
    }

    private static HandleSighting seen(String name, List<String> me) {
        return HandleSighting.of(ANN, profile(name, me), NOW);
    }

    private static HandleProfile profile(String name, List<String> me) {
        return HandleProfileBuilder.builder().name(name).relMe(me).build();
    }

    private static StoredHandle stored(String name) {
        var state = HandleAssignedBuilder.builder()
                .agency("acme")
                .brand("shoes")
                .channel("x")
                .handle("1")
                .person(new UUID(1, 1))
                .status(AssignmentStatus.CONFIRMED)
                .confidence(1)
                .evidence(List.of())
                .profile(profile(name, null))
                .version(1)
                .since(NOW)
                .at(NOW)
                .build();
        return new StoredHandle(state, ProfileTimes.of(NOW), false);
    }
}
