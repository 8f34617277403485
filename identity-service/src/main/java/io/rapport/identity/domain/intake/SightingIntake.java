package io.rapport.identity.domain.intake;

import io.rapport.identity.domain.outbox.IdentityEventPublisher;

import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.HandleStateChange;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.ProfileMerger;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes in what engagements tell of handles: who is new, whose profile changed, who turns out to be the same person. */
public final class SightingIntake {

    private final HandleRepository handles;
    private final BrandListRepository lists;
    private final ProvisionalPeople desk;
    private final IdentityMetrics meters;
    private final SuppressedWriteCleanup sweep;

    public SightingIntake(Identity.Stores stores, ProvisionalPeople desk, IdentityMetrics meters, SuppressedWriteCleanup sweep) {
        this.handles = stores.handles();
        this.lists = stores.lists();
        this.desk = desk;
        this.meters = meters;
        this.sweep = sweep;
    }

    /**
     * Takes sightings in, one a handle, and publishes what follows from them. Taking them in twice changes nothing more.
     *
     * @param at now
     * @return the handles as they are known now
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away; all is stored, and the sightings are to be taken in again
     */
    public Collection<StoredHandle> process(Map<HandleKey, HandleSighting> sightings, Instant at) {
        var found = handles.find(sightings.keySet());
        var fresh = create(sightings, found.keySet(), at);
        // Somebody else may have created some of them just now.
        var known = handles.find(sightings.keySet());
        removeSuppressed(fresh, known);
        updateKnown(sightings, known, at);
        var states = states(known);
        desk.stitching().indexHandles(states);
        publish(fresh.values(), known.values(), at);
        desk.joining().join(desk.matching().findJoins(states, at));
        desk.stitching().matchHandles(states, at);
        known.keySet().retainAll(sweep.retainHandles(states));
        return known.values();
    }

    /** Takes those out that nobody was told of yet and by which somebody erased is reached: who erased them could not know. */
    private void removeSuppressed(Map<HandleKey, StoredHandle> fresh, Map<HandleKey, StoredHandle> known) {
        var newborn = new HashMap<>(fresh);
        known.values().stream()
                .filter(handle -> handle.unpublished() && handle.state().version() == 1)
                .forEach(handle -> newborn.put(handle.key(), handle));
        if (!newborn.isEmpty()) {
            newborn.keySet().removeAll(sweep.retainNewHandles(states(newborn)));
            known.keySet().removeAll(newborn.keySet());
        }
        fresh.keySet().retainAll(known.keySet());
    }

    private Map<HandleKey, StoredHandle> create(Map<HandleKey, HandleSighting> seen, Set<HandleKey> known, Instant at) {
        var fresh = new HashMap<HandleKey, StoredHandle>();
        var missing = new HashMap<>(seen);
        missing.keySet().removeAll(known);
        missing.keySet().retainAll(sweep.retainSightings(missing.values()));
        if (missing.isEmpty()) {
            return fresh;
        }
        var staff = lists.findStaff(brands(missing.keySet()));
        missing.forEach((key, sighting) -> fresh.put(key, InitialStates.handle(sighting, staff.contains(key), at)));
        handles.insertIfAbsent(fresh.values());
        desk.insertFor(fresh.values());
        meters.countCreated(fresh.size());
        return fresh;
    }

    private void updateKnown(Map<HandleKey, HandleSighting> seen, Map<HandleKey, StoredHandle> known, Instant at) {
        var staff = lists.findStaff(brands(known.keySet()));
        var changed = new HashSet<HandleKey>();
        Collection<StoredHandle> open = List.copyOf(known.values());
        while (!open.isEmpty()) {
            var next = new ArrayList<StoredHandle>();
            for (var handle : open) {
                var sighting = seen.get(handle.key());
                if (sighting != null) {
                    changedState(handle, sighting, staff.contains(handle.key()), at).forEach(next::add);
                }
            }
            next.forEach(handle -> known.put(handle.key(), handle));
            next.forEach(handle -> changed.add(handle.key()));
            var conflicts = handles.find(handles.replace(next));
            known.putAll(conflicts);
            open = conflicts.values();
        }
        meters.countUpdated(changed.size());
    }

    private static List<StoredHandle> changedState(StoredHandle handle, HandleSighting seen, boolean staff, Instant at) {
        var profile = ProfileMerger.merge(handle.state().profile(), handle.profileAsOf(), seen);
        if (profile == handle.state().profile() && staff == handle.state().staff()) {
            return List.of();
        }
        var next = HandleStateChange.of(handle.state()).profile(profile).staff(staff).build(at);
        var heard = seen.last().isAfter(handle.profileAsOf()) ? seen.last() : handle.profileAsOf();
        return List.of(new StoredHandle(next, heard, true));
    }

    /** Handles first, then their people: who is on the topic has their handle there as well. */
    private void publish(Collection<StoredHandle> fresh, Collection<StoredHandle> known, Instant at) {
        var due = known.stream().filter(StoredHandle::unpublished).toList();
        var created = fresh.stream().map(StoredHandle::key).collect(Collectors.toSet());
        var older =
                due.stream().filter(handle -> !created.contains(handle.key())).toList();
        // Some may be left behind by somebody who did not come this far.
        desk.insertFor(older);
        // Before the handle counts as published, for it is the handle that tells that there is something to do.
        var renamed = desk.naming().rename(people(older), at);
        desk.outbox().publishHandles(due);
        desk.outbox().publishPeople(ProvisionalPeople.of(fresh));
        desk.naming().publish(renamed);
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
