package io.rapport.identity.domain.intake;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.decision.DecisionPlanner;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.decision.DecisionService;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.link.DeterministicMatcher;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.review.ReviewSuggester;
import io.rapport.identity.domain.review.ReviewSuggester.MatchSuggestion;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.matching.model.EvidenceWaterfall;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies the identifiers that a corrected client list no longer has: their claims are removed, and unions that were made
 * because of them are undone and suggested for review.
 */
public final class ListCorrection {

    private static final String REASON = "The client list no longer has the identifier that joined them";
    /** The probability of the suggestion: the evidence was withdrawn, and nothing else is known. */
    private static final double OPEN = 0.5;

    private static final Set<String> CONTACT_EVIDENCE = Set.of("EMAIL", "PHONE", "EMAIL_HASH", "PHONE_HASH");

    private final HandleRepository handles;
    private final ClaimRepository claims;
    private final BrandListRepository lists;
    private final FamilyReader families;
    private final DecisionService decisions;
    private final ReviewSuggester suggester;

    public ListCorrection(
            HandleRepository handles,
            ClaimRepository claims,
            BrandListRepository lists,
            FamilyReader families,
            DecisionService decisions,
            ReviewSuggester suggester) {
        this.handles = handles;
        this.claims = claims;
        this.lists = lists;
        this.families = families;
        this.decisions = decisions;
        this.suggester = suggester;
    }

    /**
     * Withdraws the identifiers that these rows lack and the stored rows of the same clients have. To be called before the
     * rows are saved: a repetition after a failure finds the same identifiers.
     *
     * @return the handles that have a withdrawn identifier, to be matched again
     */
    List<HandleAssigned> withdraw(Collection<ClientListed> rows, Instant at) {
        var withdrawn = withdrawnIds(rows);
        if (withdrawn.isEmpty()) {
            return List.of();
        }
        var found = families.find(withdrawn.keySet());
        var undone = new ArrayList<Separation>();
        withdrawn.forEach((client, ids) -> {
            var family = found.get(client);
            if (family != null) {
                undone.addAll(undoUnions(family, client, ids, at));
            }
            claims.removeClaimants(ids, Set.of(), Set.of(client));
        });
        suggester.suggest(suggestions(undone), at);
        return handlesOf(withdrawn.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private Map<PersonKey, Set<String>> withdrawnIds(Collection<ClientListed> rows) {
        var withdrawn = new HashMap<PersonKey, Set<String>>();
        rows.stream().collect(Collectors.groupingBy(ClientListed::brandKey)).forEach((brand, theirs) -> {
            var before = storedRows(brand, theirs);
            for (var row : theirs) {
                var older = before.get(row.client());
                if (older != null && !row.at().isBefore(older.at())) {
                    var ids = ClientListUpdater.claimIds(older).collect(Collectors.toCollection(HashSet::new));
                    ClientListUpdater.claimIds(row).forEach(ids::remove);
                    if (!ids.isEmpty()) {
                        withdrawn.put(InitialStates.clientKey(row), ids);
                    }
                }
            }
        });
        return withdrawn;
    }

    private Map<String, ClientListed> storedRows(BrandKey brand, Collection<ClientListed> rows) {
        return lists.findClients(brand, rows.stream().map(ClientListed::client).toList());
    }

    private List<HandleAssigned> handlesOf(Set<String> ids) {
        return handles.findByClaims(ids).stream().map(StoredHandle::state).toList();
    }

    /** Two people whose union was undone. */
    private record Separation(PersonKey one, PersonKey other) {}

    private List<Separation> undoUnions(PersonFamily family, PersonKey client, Set<String> ids, Instant at) {
        var separations = new ArrayList<Separation>();
        for (var member : family.members()) {
            new DecisionHistory(member.state().decisions())
                    .effectiveDecisions().stream()
                            .filter(DecisionType.JOINED::matches)
                            .filter(union -> DecisionPlanner.isLedBy(member.state(), union))
                            .filter(union -> client.equals(member.key())
                                    || client.person().equals(union.other()))
                            .filter(union -> restsOn(union, ids))
                            .filter(union -> undo(client, union, at))
                            .map(union -> new Separation(
                                    member.key(), client.withPerson(Objects.requireNonNull(union.other()))))
                            .forEach(separations::add);
        }
        return separations;
    }

    private static boolean restsOn(Decision union, Set<String> ids) {
        return ids.stream().map(IdentifierClaim::of).anyMatch(claim -> isReason(union, claim));
    }

    /** Whether this identifier is the reason of a union by a rule, or among the evidence of an inferred one. */
    private static boolean isReason(Decision union, IdentifierClaim claim) {
        if (claim.accountName().isPresent()) {
            return DeterministicMatcher.listedDetail(claim).equals(union.reason());
        }
        var hash = EvidenceWaterfall.abbreviate(TopicKeys.split(claim.id()).get(3));
        return EvidenceRule.evidenceOf(union).stream()
                .filter(evidence -> CONTACT_EVIDENCE.contains(evidence.rule()))
                .anyMatch(evidence -> evidence.detail().contains(hash));
    }

    private boolean undo(PersonKey client, Decision union, Instant at) {
        try {
            decisions.undo(client, union.id(), new DecisionRationale(EvidenceRule.CLIENT_LIST.name(), REASON, at));
            return true;
        } catch (DecisionRefusedException e) {
            // A later decision of a user about the same people stands.
            return false;
        }
    }

    private List<MatchSuggestion> suggestions(List<Separation> undone) {
        var found = families.find(undone.stream()
                .flatMap(each -> Stream.of(each.one(), each.other()))
                .collect(Collectors.toSet()));
        return undone.stream()
                .flatMap(each -> Stream.of(each)
                        .filter(pair -> found.containsKey(pair.one()) && found.containsKey(pair.other()))
                        .map(pair -> suggestion(pair, found)))
                .toList();
    }

    private static MatchSuggestion suggestion(Separation pair, Map<PersonKey, PersonFamily> found) {
        var match = new Match(
                anyRecord(found, pair.one()),
                anyRecord(found, pair.other()),
                MatchOutcome.REVIEW,
                OPEN,
                List.of(EvidenceRule.CLIENT_LIST.evidence(REASON)),
                List.of(REASON));
        return new MatchSuggestion(pair.one(), pair.other(), match);
    }

    private static String anyRecord(Map<PersonKey, PersonFamily> found, PersonKey person) {
        var records = MatchRecordMapper.recordIds(Objects.requireNonNull(found.get(person)));
        return records.isEmpty() ? person.person().toString() : records.get(0);
    }
}
