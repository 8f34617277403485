package io.rapport.identity.domain.recovery;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.erasure.EvidenceRedactor;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.erasure.RestoredStateFilter;
import io.rapport.identity.domain.intake.PersonRenamer;
import io.rapport.identity.domain.intake.ProvisionalPeople;
import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.PersonNameSelector;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
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
 * Fills an empty store from the topics: first lists, people and handles in any order, newer over older; then {@link
 * #complete} completes partially published state.
 */
public final class StoreRebuilder {

    private static final int PAGE = 1000;

    private final List<PersonErased> restoredErasures = new ArrayList<>();

    private final HandleRepository handles;
    private final PersonRepository people;
    private final BrandListRepository lists;
    private final PolicyRepository policies;
    private final ProvisionalPeople provisional;
    private final PersonRenamer renamer;
    private final DeterministicMatcher deterministic;
    private final PersonErasureService erasures;
    private final EvidenceRedactor redactor;
    private final RestoredStateFilter filter;

    public StoreRebuilder(
            HandleRepository handles,
            PersonRepository people,
            BrandListRepository lists,
            PolicyRepository policies,
            ProvisionalPeople provisional,
            PersonRenamer renamer,
            DeterministicMatcher deterministic,
            PersonErasureService erasures,
            EvidenceRedactor redactor,
            RestoredStateFilter filter) {
        this.handles = handles;
        this.people = people;
        this.lists = lists;
        this.policies = policies;
        this.provisional = provisional;
        this.renamer = renamer;
        this.deterministic = deterministic;
        this.erasures = erasures;
        this.redactor = redactor;
        this.filter = filter;
    }

    /** Restores erasures. To be called before the states they suppress. */
    public void restoreErasures(Collection<PersonErased> states) {
        erasures.restore(states);
        restoredErasures.addAll(states);
    }

    /** Restores staff lists. To be called before handles are received, which would lose their mark otherwise. */
    public void restoreStaff(Collection<BrandRegistered> states) {
        states.forEach(lists::saveStaff);
    }

    /** Restores client rows. */
    public void restoreClients(Collection<ClientListed> rows) {
        lists.saveClients(filter.retainRows(rows));
    }

    /** Removes client rows that were published and removed later. */
    public void removeClients(BrandKey brand, Collection<String> clients) {
        lists.deleteClients(brand, clients);
    }

    /** Restores policies. */
    public void restorePolicies(Collection<PolicySet> states) {
        policies.restore(states);
    }

    /** Restores people. */
    public void restorePeople(Collection<PersonDescribed> states) {
        people.restore(filter.retainPeople(states));
    }

    /** Restores handles. */
    public void restoreHandles(Collection<HandleAssigned> states) {
        handles.restore(filter.retainHandles(states));
    }

    /**
     * Completes partially published state. {@link UnfinishedWorkRecovery} publishes the changes.
     *
     * @param at the time of the resulting changes
     */
    public void complete(Instant at) {
        if (!restoredErasures.isEmpty()) {
            people.forEachPage(PAGE, page -> {
                var telling = filter.findMentions(page);
                if (!telling.isEmpty()) {
                    redactor.redact(telling, filter::scopeOf, at);
                }
            });
            erasures.completeRestored(restoredErasures);
        }
        people.forEachPage(PAGE, this::resumeDecisions);
        handles.forEachPage(PAGE, page -> complete(page, at));
    }

    private void complete(List<StoredHandle> page, Instant at) {
        var known = people.find(
                page.stream().map(handle -> PersonKey.of(handle.state())).toList());
        provisional.insertFor(page.stream()
                .filter(handle -> !known.containsKey(PersonKey.of(handle.state())))
                .toList());
        deterministic.registerClaims(page.stream()
                .map(StoredHandle::state)
                .filter(handle -> handle.profile().emailHash() != null)
                .toList());
        renamer.refresh(
                page.stream()
                        .map(StoredHandle::state)
                        .filter(handle -> !isNamedAfter(handle, known.get(PersonKey.of(handle))))
                        .map(PersonKey::of)
                        .toList(),
                at);
    }

    /** Whether the person has the name that this handle alone gives: nothing else has to be read then. */
    private static boolean isNamedAfter(HandleAssigned handle, @Nullable StoredPerson person) {
        return person != null
                && Objects.equals(person.state().name(), PersonNameSelector.select(null, List.of(handle)));
    }

    /**
     * Restores the intents of partially published decisions: the leading person has recorded the decision and the
     * other has not.
     */
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
