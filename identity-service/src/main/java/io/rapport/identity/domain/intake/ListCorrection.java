package io.rapport.identity.domain.intake;

import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.family.FamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.withdrawal.EvidenceUnion;
import io.rapport.identity.domain.withdrawal.UnionWithdrawal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies the identifiers that a corrected client list no longer has: their claims are removed, and unions that were made
 * because of them are undone and suggested for review.
 */
public final class ListCorrection {

    private static final String REASON = "The client list no longer has the identifier that joined them";
    private final HandleRepository handles;
    private final ClaimRepository claims;
    private final FamilyReader families;
    private final UnionWithdrawal withdrawal;

    public ListCorrection(
            HandleRepository handles, ClaimRepository claims, FamilyReader families, UnionWithdrawal withdrawal) {
        this.handles = handles;
        this.claims = claims;
        this.families = families;
        this.withdrawal = withdrawal;
    }

    /**
     * Withdraws the identifiers that these rows lack and the stored rows of the same clients have. To be called before the
     * rows are saved: a repetition after a failure finds the same identifiers.
     *
     * @param stored the stored rows, by the person of the row
     * @return the handles that have a withdrawn identifier, to be matched again
     */
    List<HandleAssigned> withdraw(Collection<ClientListed> rows, Map<PersonKey, ClientListed> stored, Instant at) {
        var withdrawn = withdrawnIds(rows, stored);
        if (withdrawn.isEmpty()) {
            return List.of();
        }
        var found = families.find(withdrawn.keySet());
        withdrawn.forEach((client, ids) -> {
            var family = found.get(client);
            if (family != null) {
                withdrawal.end(unions(family, client, ids), EvidenceRule.CLIENT_LIST, REASON, at);
            }
            claims.removeClaimants(ids, Set.of(), Set.of(client));
        });
        return handlesOf(withdrawn.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private static Map<PersonKey, Set<String>> withdrawnIds(
            Collection<ClientListed> rows, Map<PersonKey, ClientListed> stored) {
        var withdrawn = new HashMap<PersonKey, Set<String>>();
        for (var row : rows) {
            var client = InitialStates.clientKey(row);
            var older = stored.get(client);
            if (older != null && !row.at().isBefore(older.at())) {
                var ids = withdrawableIds(older).collect(Collectors.toCollection(HashSet::new));
                withdrawableIds(row).forEach(ids::remove);
                if (!ids.isEmpty()) {
                    withdrawn.put(client, ids);
                }
            }
        }
        return withdrawn;
    }

    /** The identifiers of a row that unions may rest on, mailboxes included. */
    private static Stream<String> withdrawableIds(ClientListed row) {
        return Stream.concat(ClientListUpdater.claimIds(row), IdentifierClaim.mailboxIds(row).stream());
    }

    private List<HandleAssigned> handlesOf(Set<String> ids) {
        return handles.findByClaims(ids).stream().map(StoredHandle::state).toList();
    }

    private static List<EvidenceUnion> unions(PersonFamily family, PersonKey client, Set<String> ids) {
        return EvidenceUnion.of(family).stream()
                .filter(union -> client.equals(union.lead()) || client.person().equals(union.other()))
                .filter(union -> union.restsOn(ids))
                .toList();
    }
}
