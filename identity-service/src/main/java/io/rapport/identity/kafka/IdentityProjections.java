package io.rapport.identity.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.intake.ClientListUpdater;
import io.rapport.identity.domain.intake.SightingIntake;
import io.rapport.identity.domain.intake.StaffListUpdater;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.messaging.consume.LatestByKey;
import io.rapport.messaging.consume.ReceivedRecord;
import io.rapport.messaging.projection.Projection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics identity applies to its store.
 *
 * <p>The topics of lists and settings are compacted and short. Each generation of the store reads them from the beginning, with
 * consumer groups of its own, because identity's own topics do not contain them; brands do not wait for client lists. Engagements are read by one group across
 * generations: everything that follows from a committed engagement is on identity's topics, from which an empty store is
 * loaded.
 */
public final class IdentityProjections {

    /** The consumer group that reads engagements. */
    public static final String GROUP = "identity";

    private final SightingIntake sightings;
    private final ClientListUpdater clientList;
    private final StaffListUpdater staffList;
    private final PersonErasureService erasures;
    private final KnownHandleCache knownHandles;
    private final Clock clock;

    public IdentityProjections(
            SightingIntake sightings,
            ClientListUpdater clientList,
            StaffListUpdater staffList,
            PersonErasureService erasures,
            KnownHandleCache knownHandles,
            Clock clock) {
        this.sightings = sightings;
        this.clientList = clientList;
        this.staffList = staffList;
        this.erasures = erasures;
        this.knownHandles = knownHandles;
        this.clock = clock;
    }

    /** The projections of a generation of the store. */
    public List<Projection<?>> of(String generation) {
        var settings = settingsGroup(generation);
        return List.of(
                new Projection<>(listGroup(generation), Topic.CLIENT_LISTED, ClientListed.class, this::applyClients),
                new Projection<>(settings, Topic.BRAND_REGISTERED, BrandRegistered.class, this::applyBrands),
                new Projection<>(settings, Topic.ERASURE_DONE, ErasureDone.class, this::applyErasureConfirmations),
                new Projection<>(
                        GROUP,
                        Topic.ENGAGEMENT_RECEIVED,
                        EngagementActorView.class,
                        this::applyEngagements,
                        knownHandles::clear));
    }

    /** The consumer group that reads client lists into a generation of the store. */
    static String listGroup(String generation) {
        return GROUP + "-" + generation;
    }

    /** The consumer group that reads brands and confirmations of erasures into a generation of the store. */
    private static String settingsGroup(String generation) {
        return listGroup(generation) + "-settings";
    }

    /** All consumer groups of a generation of the store. */
    static List<String> groups(String generation) {
        return List.of(GROUP, listGroup(generation), settingsGroup(generation));
    }

    /** Only sightings that the cache of known handles does not cover reach the store. */
    private void applyEngagements(List<ReceivedRecord<EngagementActorView>> batch) {
        var newSightings = new LinkedHashMap<HandleKey, HandleSighting>();
        var advanced = new HashMap<HandleKey, ProfileTimes>();
        values(batch)
                .filter(EngagementActorView::hasCounterpart)
                .map(EngagementActorView::toSighting)
                .forEach(sighting -> {
                    var found = knownHandles.lookUp(sighting);
                    found.due().ifPresent(times -> advanced.put(sighting.handle(), times));
                    if (!found.covered()) {
                        newSightings.merge(sighting.handle(), sighting, HandleSighting::merge);
                    }
                });
        if (!advanced.isEmpty()) {
            sightings.advanceProfileTimes(advanced);
        }
        if (!newSightings.isEmpty()) {
            knownHandles.put(sightings.process(newSightings, now()));
        }
    }

    private void applyClients(List<ReceivedRecord<ClientListed>> batch) {
        var latest = LatestByKey.of(batch);
        if (!latest.values().isEmpty()) {
            clientList.addRows(latest.values().values());
        }
        removeClients(latest.tombstones());
    }

    private void removeClients(Collection<String> keys) {
        keys.stream()
                .collect(Collectors.groupingBy(
                        BrandKey::of,
                        LinkedHashMap::new,
                        Collectors.mapping(key -> TopicKeys.split(key).get(2), Collectors.<String>toList())))
                .forEach((brand, clients) -> clientList.removeRows(brand, clients, now()));
    }

    private void applyBrands(List<ReceivedRecord<BrandRegistered>> batch) {
        values(batch).forEach(brand -> staffList.update(brand, now()));
    }

    private void applyErasureConfirmations(List<ReceivedRecord<ErasureDone>> batch) {
        erasures.recordConfirmations(values(batch).toList());
    }

    private static <V> Stream<V> values(List<ReceivedRecord<V>> batch) {
        return batch.stream().map(ReceivedRecord::value).filter(Objects::nonNull);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
