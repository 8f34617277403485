package io.rapport.identity.domain.intake;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;
import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.HandleStateChange;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.HandleRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies sightings of handles: inserts new handles, updates profiles, and matches them with people. */
public final class SightingIntake {

    private final HandleRepository handles;
    private final BrandListRepository lists;
    private final ProvisionalPeople provisional;
    private final PersonRenamer renamer;
    private final DeterministicMatcher deterministic;
    private final PersonJoiner joiner;
    private final SimilarityMatcher matcher;
    private final IdentityOutbox outbox;
    private final SuppressedWriteCleanup cleanup;
    private final IdentityMetrics metrics;

    public SightingIntake(
            HandleRepository handles,
            BrandListRepository lists,
            ProvisionalPeople provisional,
            PersonRenamer renamer,
            DeterministicMatcher deterministic,
            PersonJoiner joiner,
            SimilarityMatcher matcher,
            IdentityOutbox outbox,
            SuppressedWriteCleanup cleanup,
            IdentityMetrics metrics) {
        this.handles = handles;
        this.lists = lists;
        this.provisional = provisional;
        this.renamer = renamer;
        this.deterministic = deterministic;
        this.joiner = joiner;
        this.matcher = matcher;
        this.outbox = outbox;
        this.cleanup = cleanup;
        this.metrics = metrics;
    }

    /**
     * Applies sightings, one of each handle, and publishes the changes. Idempotent.
     *
     * @param at the time of the resulting changes
     * @return the current handles
     * @throws NotPublishedException if the broker is unavailable; everything is stored, and the same input has to be
     *     processed again
     */
    public Collection<StoredHandle> process(Map<HandleKey, HandleSighting> sightings, Instant at) {
        var found = handles.find(sightings.keySet());
        var fresh = create(sightings, found.keySet(), at);
        // Another instance may have inserted some of them concurrently.
        var known = handles.find(sightings.keySet());
        removeSuppressed(fresh, known);
        updateKnown(sightings, known, at);
        advanceUnchanged(sightings, known);
        var states = states(known);
        matcher.indexHandles(states);
        publish(fresh.values(), known.values(), at);
        joiner.join(deterministic.findJoins(states, at));
        matcher.matchHandles(states, at);
        known.keySet().retainAll(cleanup.retainHandles(states));
        return known.values();
    }

    /** Notes that profiles were still current at these times, so that an older sighting which arrives later changes nothing. */
    public void advanceProfileTimes(Map<HandleKey, ProfileTimes> times) {
        handles.advanceProfileTimes(times);
    }

    /** Removes new handles with a suppressed contact: the erasure could not know them. */
    private void removeSuppressed(Map<HandleKey, StoredHandle> fresh, Map<HandleKey, StoredHandle> known) {
        var unannounced = new HashMap<>(fresh);
        known.values().stream()
                .filter(handle -> handle.unpublished() && handle.state().version() == 1)
                .forEach(handle -> unannounced.put(handle.key(), handle));
        if (!unannounced.isEmpty()) {
            unannounced.keySet().removeAll(cleanup.retainNewHandles(states(unannounced)));
            known.keySet().removeAll(unannounced.keySet());
        }
        fresh.keySet().retainAll(known.keySet());
    }

    private Map<HandleKey, StoredHandle> create(
            Map<HandleKey, HandleSighting> sightings, Set<HandleKey> known, Instant at) {
        var fresh = new HashMap<HandleKey, StoredHandle>();
        var missing = new HashMap<>(sightings);
        missing.keySet().removeAll(known);
        missing.keySet().retainAll(cleanup.retainSightings(missing.values()));
        if (missing.isEmpty()) {
            return fresh;
        }
        var staff = StaffAccounts.of(lists.findStaff(brands(missing.keySet())));
        missing.forEach((key, sighting) -> {
            var handle = InitialStates.handle(sighting, false, at);
            fresh.put(key, staff.contains(handle.state()) ? InitialStates.handle(sighting, true, at) : handle);
        });
        handles.insertIfAbsent(fresh.values());
        provisional.insertFor(fresh.values());
        metrics.countCreated(fresh.size());
        return fresh;
    }

    private void updateKnown(Map<HandleKey, HandleSighting> sightings, Map<HandleKey, StoredHandle> known, Instant at) {
        var staff = StaffAccounts.of(lists.findStaff(brands(known.keySet())));
        var changed = new HashSet<HandleKey>();
        Collection<StoredHandle> open = List.copyOf(known.values());
        while (!open.isEmpty()) {
            var next = new ArrayList<StoredHandle>();
            for (var handle : open) {
                var sighting = sightings.get(handle.key());
                if (sighting != null) {
                    changedState(handle, sighting, staff, at).forEach(next::add);
                }
            }
            next.forEach(handle -> known.put(handle.key(), handle));
            next.forEach(handle -> changed.add(handle.key()));
            var conflicts = handles.find(handles.replace(next));
            known.putAll(conflicts);
            open = conflicts.values();
        }
        metrics.countUpdated(changed.size());
    }

    /** Sightings that are newer than the stored profile and equal to it. */
    private void advanceUnchanged(Map<HandleKey, HandleSighting> sightings, Map<HandleKey, StoredHandle> known) {
        var advanced = new HashMap<HandleKey, ProfileTimes>();
        known.replaceAll((key, handle) -> {
            var sighting = sightings.get(key);
            var seen = sighting == null ? handle.profile() : handle.profile().merge(sighting.stated());
            if (seen.profile() != handle.state().profile() || seen.times().equals(handle.profileTimes())) {
                return handle;
            }
            advanced.put(key, seen.times());
            return handle.withProfileTimes(seen.times());
        });
        if (!advanced.isEmpty()) {
            handles.advanceProfileTimes(advanced);
        }
    }

    private static List<StoredHandle> changedState(
            StoredHandle handle, HandleSighting sighting, StaffAccounts staff, Instant at) {
        var before = handle.state();
        var seen = handle.profile().merge(sighting.stated());
        var profile = seen.profile();
        var renamed = HandleStateChange.of(before).profile(profile).build(at);
        var isStaff = staff.contains(renamed);
        if (profile == before.profile() && isStaff == before.staff()) {
            return List.of();
        }
        var next = HandleStateChange.of(before).profile(profile).staff(isStaff).build(at);
        return List.of(new StoredHandle(next, seen.times(), true));
    }

    /** Publishes handles before their people, so that a published person has published handles. */
    private void publish(Collection<StoredHandle> fresh, Collection<StoredHandle> known, Instant at) {
        var due = known.stream().filter(StoredHandle::unpublished).toList();
        var created = fresh.stream().map(StoredHandle::key).collect(Collectors.toSet());
        var older =
                due.stream().filter(handle -> !created.contains(handle.key())).toList();
        // Includes handles that another instance inserted without completing the rest.
        provisional.insertFor(older);
        // People are renamed before the handle is marked as published, since the unpublished handle is what triggers
        // the recovery.
        var renamed = renamer.rename(people(older), at);
        outbox.publishHandles(due);
        outbox.publishPeople(ProvisionalPeople.of(fresh));
        renamer.publish(renamed);
    }

    private static List<PersonKey> people(Collection<StoredHandle> handles) {
        return handles.stream().map(handle -> PersonKey.of(handle.state())).toList();
    }

    private static Set<BrandKey> brands(Collection<HandleKey> handles) {
        return handles.stream().map(HandleKey::brand).collect(Collectors.toSet());
    }

    private static List<HandleAssigned> states(Map<HandleKey, StoredHandle> known) {
        return known.values().stream().map(StoredHandle::state).toList();
    }
}
