package io.rapport.identity.domain;

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
public final class Recognition {

    private final HandleStore handles;
    private final ListStore lists;
    private final Desk desk;
    private final IdentityMeters meters;
    private final Sweep sweep;

    Recognition(Identity.Stores stores, Desk desk, IdentityMeters meters, Sweep sweep) {
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
     * @throws Announcer.NotAnnounced if the broker is away; all is stored, and the sightings are to be taken in again
     */
    public Collection<StoredHandle> take(Map<HandleKey, Sighting> sightings, Instant at) {
        var found = handles.find(sightings.keySet());
        var fresh = create(sightings, found.keySet(), at);
        // Somebody else may have created some of them just now.
        var known = handles.find(sightings.keySet());
        removeErased(fresh, known);
        change(sightings, known, at);
        var states = states(known);
        desk.stitching().expect(states);
        announce(fresh.values(), known.values(), at);
        desk.joining().join(desk.matching().evidence(states, at));
        desk.stitching().handles(states, at);
        known.keySet().retainAll(sweep.without(states));
        return known.values();
    }

    /** Takes those out that nobody was told of yet and by which somebody erased is reached: who erased them could not know. */
    private void removeErased(Map<HandleKey, StoredHandle> fresh, Map<HandleKey, StoredHandle> known) {
        var newborn = new HashMap<>(fresh);
        known.values().stream()
                .filter(handle -> handle.due() && handle.state().version() == 1)
                .forEach(handle -> newborn.put(handle.key(), handle));
        if (!newborn.isEmpty()) {
            newborn.keySet().removeAll(sweep.withoutNewborn(states(newborn)));
            known.keySet().removeAll(newborn.keySet());
        }
        fresh.keySet().retainAll(known.keySet());
    }

    private Map<HandleKey, StoredHandle> create(Map<HandleKey, Sighting> seen, Set<HandleKey> known, Instant at) {
        var fresh = new HashMap<HandleKey, StoredHandle>();
        var missing = new HashMap<>(seen);
        missing.keySet().removeAll(known);
        missing.keySet().retainAll(sweep.withoutSightings(missing.values()));
        if (missing.isEmpty()) {
            return fresh;
        }
        var staff = lists.staff(brands(missing.keySet()));
        missing.forEach((key, sighting) -> fresh.put(key, Beginnings.handle(sighting, staff.contains(key), at)));
        handles.insert(fresh.values());
        desk.provisional(fresh.values());
        meters.created(fresh.size());
        return fresh;
    }

    private void change(Map<HandleKey, Sighting> seen, Map<HandleKey, StoredHandle> known, Instant at) {
        var staff = lists.staff(brands(known.keySet()));
        var changed = new HashSet<HandleKey>();
        Collection<StoredHandle> open = List.copyOf(known.values());
        while (!open.isEmpty()) {
            var next = new ArrayList<StoredHandle>();
            for (var handle : open) {
                var sighting = seen.get(handle.key());
                if (sighting != null) {
                    changed(handle, sighting, staff.contains(handle.key()), at).forEach(next::add);
                }
            }
            next.forEach(handle -> known.put(handle.key(), handle));
            next.forEach(handle -> changed.add(handle.key()));
            var conflicts = handles.find(handles.replace(next));
            known.putAll(conflicts);
            open = conflicts.values();
        }
        meters.updated(changed.size());
    }

    private static List<StoredHandle> changed(StoredHandle handle, Sighting seen, boolean staff, Instant at) {
        var profile = Profiles.after(handle.state().profile(), handle.heard(), seen);
        if (profile == handle.state().profile() && staff == handle.state().staff()) {
            return List.of();
        }
        var next = HandleChange.of(handle.state()).profile(profile).staff(staff).at(at);
        var heard = seen.last().isAfter(handle.heard()) ? seen.last() : handle.heard();
        return List.of(new StoredHandle(next, heard, true));
    }

    /** Handles first, then their people: who is on the topic has their handle there as well. */
    private void announce(Collection<StoredHandle> fresh, Collection<StoredHandle> known, Instant at) {
        var due = known.stream().filter(StoredHandle::due).toList();
        var created = fresh.stream().map(StoredHandle::key).collect(Collectors.toSet());
        var older =
                due.stream().filter(handle -> !created.contains(handle.key())).toList();
        // Some may be left behind by somebody who did not come this far.
        desk.provisional(older);
        // Before the handle counts as published, for it is the handle that tells that there is something to do.
        var renamed = desk.naming().rename(people(older), at);
        desk.outbox().handles(due);
        desk.outbox().people(Desk.provisionalOf(fresh));
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
