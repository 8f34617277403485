package io.rapport.identity.domain.intake;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.HandleStateChange;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.HandleRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Sets and clears the staff mark of a brand's handles. */
public final class StaffListUpdater {

    private final HandleRepository handles;
    private final BrandListRepository lists;
    private final IdentityOutbox outbox;

    public StaffListUpdater(HandleRepository handles, BrandListRepository lists, IdentityOutbox outbox) {
        this.handles = handles;
        this.lists = lists;
        this.outbox = outbox;
    }

    /**
     * Applies a brand's registration and publishes the changed handles. The list is stored before handles are read,
     * and a new handle is stored before its list is read: at least one of the two sees the other.
     *
     * @param at the time of the resulting changes
     * @throws NotPublishedException if the broker is unavailable; everything is stored, and the same input has to be
     *     processed again
     */
    public void update(BrandRegistered brand, Instant at) {
        lists.saveStaff(brand);
        var key = brand.brandKey();
        var staff = StaffAccounts.of(lists.findStaff(List.of(key)));
        var concerned = new HashMap<HandleKey, StoredHandle>();
        handles.findByClaims(staff.claims()).forEach(handle -> concerned.put(handle.key(), handle));
        handles.findStaff(key).forEach(handle -> concerned.put(handle.key(), handle));
        Collection<StoredHandle> open = List.copyOf(concerned.values());
        while (!open.isEmpty()) {
            var changed = new ArrayList<StoredHandle>();
            for (var handle : open) {
                var isStaff = staff.contains(handle.state());
                if (handle.state().staff() != isStaff) {
                    changed.add(handle.withState(
                            HandleStateChange.of(handle.state()).staff(isStaff).build(at)));
                }
            }
            var conflicts = handles.replace(changed);
            open = handles.find(conflicts).values();
        }
        outbox.publishHandles(findUnpublished(concerned.keySet()));
    }

    private List<StoredHandle> findUnpublished(Collection<HandleKey> keys) {
        return handles.find(keys).values().stream()
                .filter(StoredHandle::unpublished)
                .toList();
    }
}
