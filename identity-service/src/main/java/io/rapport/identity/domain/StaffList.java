package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Marks the handles of a brand's own team, and takes the mark off again. */
public final class StaffList {

    private final HandleStore handles;
    private final ListStore lists;
    private final Outbox outbox;

    StaffList(HandleStore handles, ListStore lists, Outbox outbox) {
        this.handles = handles;
        this.lists = lists;
        this.outbox = outbox;
    }

    /**
     * Takes a brand's registration in and publishes the handles it changes. The list is stored before the handles are
     * looked at, and a new handle before its list is: one of the two sees the other.
     *
     * @param at now
     * @throws Announcer.NotAnnounced if the broker is away; all is stored, and this is to be taken in again
     */
    public void take(BrandRegistered brand, Instant at) {
        lists.putStaff(brand);
        var key = brand.brandKey();
        var staff = lists.staff(List.of(key));
        var concerned = new HashMap<>(handles.find(staff));
        handles.staff(key).forEach(handle -> concerned.put(handle.key(), handle));
        Collection<StoredHandle> open = List.copyOf(concerned.values());
        while (!open.isEmpty()) {
            var changed = new ArrayList<StoredHandle>();
            for (var handle : open) {
                var isStaff = staff.contains(handle.key());
                if (handle.state().staff() != isStaff) {
                    changed.add(handle.next(
                            HandleChange.of(handle.state()).staff(isStaff).at(at)));
                }
            }
            var conflicts = handles.replace(changed);
            open = handles.find(conflicts).values();
        }
        outbox.handles(due(concerned.keySet()));
    }

    private List<StoredHandle> due(Collection<HandleKey> keys) {
        return handles.find(keys).values().stream().filter(StoredHandle::due).toList();
    }
}
