package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty store from what was published: first the lists, people and handles as they come, newer over older, then
 * {@link #complete} what was half published when the store was lost.
 */
public final class Rebuilding {

    private static final int PAGE = 1000;

    private final HandleStore handles;
    private final PersonStore people;
    private final ListStore lists;
    private final PolicyStore policies;
    private final Desk desk;
    private final Matching matching;
    private final Erasing erasing;
    private final Leftovers leftovers;
    private final Striking striking;
    private final List<PersonErased> erased = new ArrayList<>();

    Rebuilding(Identity.Stores stores, Desk desk, Erasing erasing, Forgotten forgotten) {
        this.erasing = erasing;
        this.leftovers = forgotten.leftovers();
        this.striking = forgotten.striking();
        this.policies = stores.policies();
        this.handles = stores.handles();
        this.people = desk.people();
        this.lists = stores.lists();
        this.desk = desk;
        this.matching = desk.matching();
    }

    /** What keeps the erased from coming back, and takes them out of what others tell. */
    record Forgotten(Leftovers leftovers, Striking striking) {}

    /** Takes over erasures: before anything that they may concern. */
    public void erasures(Collection<PersonErased> states) {
        erasing.restore(states);
        erased.addAll(states);
    }

    /** Takes over staff lists: whoever is seen again before they are read must not seem to have left the team. */
    public void brands(Collection<BrandRegistered> states) {
        states.forEach(lists::putStaff);
    }

    /** Takes over rows of client lists. */
    public void clients(Collection<ClientListed> rows) {
        lists.putClients(leftovers.withoutRows(rows));
    }

    /** Takes rows out again that were taken off a brand's client list after they were published. */
    public void takenOff(BrandKey brand, Collection<String> clients) {
        lists.removeClients(brand, clients);
    }

    /** Takes over policies. */
    public void policies(Collection<PolicySet> states) {
        policies.restore(states);
    }

    /** Takes over people. */
    public void people(Collection<PersonDescribed> states) {
        people.restore(leftovers.withoutPeople(states));
    }

    /** Takes over handles. */
    public void handles(Collection<HandleAssigned> states) {
        handles.restore(leftovers.withoutHandles(states));
    }

    /**
     * Completes what the topics hold half of. What this writes and does not publish, {@link Recovery} does.
     *
     * @param at now
     */
    public void complete(Instant at) {
        if (!erased.isEmpty()) {
            people.each(PAGE, page -> {
                var telling = leftovers.telling(page);
                if (!telling.isEmpty()) {
                    striking.out(telling, leftovers::erasedIn, at);
                }
            });
            erasing.completeRestored(erased);
        }
        people.each(PAGE, this::resume);
        handles.each(PAGE, page -> complete(page, at));
    }

    private void complete(List<StoredHandle> page, Instant at) {
        var known = people.find(
                page.stream().map(handle -> PersonKey.of(handle.state())).toList());
        desk.provisional(page.stream()
                .filter(handle -> !known.containsKey(PersonKey.of(handle.state())))
                .toList());
        matching.claim(page.stream()
                .map(StoredHandle::state)
                .filter(handle -> handle.profile().emailHash() != null)
                .toList());
        desk.naming()
                .refresh(
                        page.stream()
                                .map(StoredHandle::state)
                                .filter(handle -> !isNamedAfter(handle, known.get(PersonKey.of(handle))))
                                .map(PersonKey::of)
                                .toList(),
                        at);
    }

    /** Whether a person is called as this handle of theirs alone would have it: then there is nothing to look into. */
    private static boolean isNamedAfter(HandleAssigned handle, @Nullable StoredPerson person) {
        return person != null && Objects.equals(person.state().name(), PersonName.of(null, List.of(handle)));
    }

    /** The leading person of a half-published decision tells it, and the other one does not: the intent is written again. */
    private void resume(Collection<StoredPerson> page) {
        var last = new HashMap<StoredPerson, Decision>();
        page.forEach(person -> lastAboutTwo(person).ifPresent(decision -> last.put(person, decision)));
        var others = people.find(others(last));
        last.forEach((person, decision) -> {
            var other = others.get(other(person, decision));
            if (person.isFree() && (other == null || !other.tells(decision))) {
                var revision = other == null ? Intent.ABSENT : other.revision();
                people.replace(person.intending(new Intent(decision, revision)));
            }
        });
    }

    private static Optional<Decision> lastAboutTwo(StoredPerson person) {
        return person.state().decisions().stream()
                .filter(decision -> decision.other() != null)
                .reduce((first, last) -> last);
    }

    private static Set<PersonKey> others(Map<StoredPerson, Decision> last) {
        return last.entrySet().stream()
                .map(each -> other(each.getKey(), each.getValue()))
                .collect(Collectors.toSet());
    }

    private static PersonKey other(StoredPerson person, Decision decision) {
        return person.key().other(Objects.requireNonNull(decision.other()));
    }
}
