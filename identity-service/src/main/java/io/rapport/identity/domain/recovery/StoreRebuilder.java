package io.rapport.identity.domain.recovery;

import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.erasure.EvidenceRedactor;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.PersonNameSelector;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.intake.ProvisionalPeople;
import io.rapport.identity.domain.erasure.RestoredStateFilter;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;

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
public final class StoreRebuilder {

    private static final int PAGE = 1000;

    private final HandleRepository handles;
    private final PersonRepository people;
    private final BrandListRepository lists;
    private final PolicyRepository policies;
    private final ProvisionalPeople desk;
    private final DeterministicMatcher matching;
    private final PersonErasureService erasing;
    private final RestoredStateFilter leftovers;
    private final EvidenceRedactor striking;
    private final List<PersonErased> erased = new ArrayList<>();

    public StoreRebuilder(Identity.Stores stores, ProvisionalPeople desk, PersonErasureService erasing, Forgotten forgotten) {
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
    public record Forgotten(RestoredStateFilter leftovers, EvidenceRedactor striking) {}

    /** Takes over erasures: before anything that they may concern. */
    public void restoreErasures(Collection<PersonErased> states) {
        erasing.restore(states);
        erased.addAll(states);
    }

    /** Takes over staff lists: whoever is seen again before they are read must not seem to have left the team. */
    public void restoreStaff(Collection<BrandRegistered> states) {
        states.forEach(lists::saveStaff);
    }

    /** Takes over rows of client lists. */
    public void restoreClients(Collection<ClientListed> rows) {
        lists.saveClients(leftovers.retainRows(rows));
    }

    /** Takes rows out again that were taken off a brand's client list after they were published. */
    public void removeClients(BrandKey brand, Collection<String> clients) {
        lists.deleteClients(brand, clients);
    }

    /** Takes over policies. */
    public void restorePolicies(Collection<PolicySet> states) {
        policies.restore(states);
    }

    /** Takes over people. */
    public void restorePeople(Collection<PersonDescribed> states) {
        people.restore(leftovers.retainPeople(states));
    }

    /** Takes over handles. */
    public void restoreHandles(Collection<HandleAssigned> states) {
        handles.restore(leftovers.retainHandles(states));
    }

    /**
     * Completes what the topics hold half of. What this writes and does not publish, {@link UnfinishedWorkRecovery} does.
     *
     * @param at now
     */
    public void complete(Instant at) {
        if (!erased.isEmpty()) {
            people.forEachPage(PAGE, page -> {
                var telling = leftovers.findMentions(page);
                if (!telling.isEmpty()) {
                    striking.redact(telling, leftovers::scopeOf, at);
                }
            });
            erasing.completeRestored(erased);
        }
        people.forEachPage(PAGE, this::resumeDecisions);
        handles.forEachPage(PAGE, page -> complete(page, at));
    }

    private void complete(List<StoredHandle> page, Instant at) {
        var known = people.find(
                page.stream().map(handle -> PersonKey.of(handle.state())).toList());
        desk.insertFor(page.stream()
                .filter(handle -> !known.containsKey(PersonKey.of(handle.state())))
                .toList());
        matching.registerClaims(page.stream()
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
        return person != null && Objects.equals(person.state().name(), PersonNameSelector.select(null, List.of(handle)));
    }

    /** The leading person of a half-published decision tells it, and the other one does not: the intent is written again. */
    private void resumeDecisions(Collection<StoredPerson> page) {
        var last = new HashMap<StoredPerson, Decision>();
        page.forEach(person -> lastDecisionAboutOther(person).ifPresent(decision -> last.put(person, decision)));
        var others = people.find(others(last));
        last.forEach((person, decision) -> {
            var other = others.get(other(person, decision));
            if (person.isFree() && (other == null || !other.hasDecision(decision))) {
                var revision = other == null ? DecisionIntent.ABSENT : other.revision();
                people.replace(person.withIntent(new DecisionIntent(decision, revision)));
            }
        });
    }

    private static Optional<Decision> lastDecisionAboutOther(StoredPerson person) {
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
        return person.key().withPerson(Objects.requireNonNull(decision.other()));
    }
}
