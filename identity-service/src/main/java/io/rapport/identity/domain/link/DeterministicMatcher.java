package io.rapport.identity.domain.link;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.decision.JoinEvidence;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.matching.compare.ClientIdentifiers;
import io.rapport.identity.matching.compare.NameAgreement;
import io.rapport.identity.matching.record.ParsedName;
import io.rapport.identity.matching.record.SelfReportedContacts;
import io.rapport.identity.matching.text.PlaceholderValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds deterministic evidence: identifiers claimed by more than one person. Claims are written first and read back
 * afterwards, so that of two concurrent writers at least one sees both.
 */
public final class DeterministicMatcher {

    private final ClaimRepository claims;
    private final HandleRepository handles;
    private final PersonRepository people;
    private final MatchingPolicyService policies;

    public DeterministicMatcher(
            ClaimRepository claims, HandleRepository handles, PersonRepository people, MatchingPolicyService policies) {
        this.policies = policies;
        this.claims = claims;
        this.handles = handles;
        this.people = people;
    }

    /** Joins of the people who claim the same identifiers as these handles. */
    public List<JoinEvidence> findJoins(Collection<HandleAssigned> found, Instant at) {
        var known = registerClaims(found);
        var apart = handlesWithoutContacts(known.values());
        var blocked = blockedIds(known.values());
        var joins = new ArrayList<JoinEvidence>();
        var owners = owners(known.values());
        for (var handle : found) {
            IdentifierClaim.allIds(handle).stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .filter(claim -> !blocked.contains(claim.id()))
                    .filter(claim -> !claim.isCommon() && !isPlaceholder(claim) && owners.isOnePerson(claim))
                    .map(claim ->
                            claim.id().equals(IdentifierClaim.emailId(handle)) ? claim.withoutHandles(apart) : claim)
                    .filter(claim -> !claim.id().equals(IdentifierClaim.emailId(handle))
                            || claim.handles().contains(handle.handleKey()))
                    .flatMap(claim -> joins(handle, claim, owners, at))
                    .forEach(joins::add);
        }
        return joins;
    }

    /**
     * Handles on channels that the policy excludes, and on channels where contacts are unverified. Client-list entries apply
     * to them nevertheless.
     */
    private Set<HandleKey> handlesWithoutContacts(Collection<IdentifierClaim> known) {
        var claiming = known.stream()
                .filter(IdentifierClaim::mayJoin)
                .flatMap(claim -> claim.handles().stream())
                .collect(Collectors.groupingBy(HandleKey::brand, Collectors.toSet()));
        var apart = new HashSet<HandleKey>();
        claiming.forEach((brand, keys) -> {
            var channels = policies.find(brand).unstitchableChannels();
            keys.stream()
                    .filter(key -> channels.contains(key.channel()) || SelfReportedContacts.isUnverified(key.channel()))
                    .forEach(apart::add);
        });
        return apart;
    }

    private Set<String> blockedIds(Collection<IdentifierClaim> known) {
        return known.stream()
                .filter(IdentifierClaim::mayJoin)
                .map(claim -> BrandKey.of(claim.id()))
                .distinct()
                .flatMap(brand -> policies.contacts(policies.find(brand)).blocked().stream())
                .collect(Collectors.toSet());
    }

    /** Stores the missing claims of these handles; returns all claims on their identifiers. */
    public Map<String, IdentifierClaim> registerClaims(Collection<HandleAssigned> found) {
        var ids = found.stream()
                .flatMap(handle -> IdentifierClaim.allIds(handle).stream())
                .collect(Collectors.toSet());
        var known = claims.find(ids);
        var unclaimed = missingClaims(found, known);
        if (!unclaimed.isEmpty()) {
            claims.addClaimants(unclaimed);
            removeClaimsOfDeleted(unclaimed);
            known.putAll(claims.find(unclaimed.stream().map(IdentifierClaim::id).toList()));
        }
        return known;
    }

    /** A handle may have been erased after it was read and before its claim was stored. */
    private void removeClaimsOfDeleted(List<IdentifierClaim> added) {
        var claiming = added.stream().flatMap(claim -> claim.handles().stream()).collect(Collectors.toSet());
        var gone = new HashSet<>(claiming);
        gone.removeAll(handles.find(claiming).keySet());
        if (!gone.isEmpty()) {
            claims.removeClaimants(added.stream().map(IdentifierClaim::id).toList(), gone, Set.of());
        }
    }

    private static List<IdentifierClaim> missingClaims(
            Collection<HandleAssigned> found, Map<String, IdentifierClaim> known) {
        var unclaimed = new ArrayList<IdentifierClaim>();
        for (var handle : found) {
            var email = IdentifierClaim.emailId(handle);
            var claim = email == null ? null : known.get(email);
            if (email != null && (claim == null || !claim.handles().contains(handle.handleKey()))) {
                unclaimed.add(new IdentifierClaim(email, Set.of(handle.handleKey()), Set.of()));
            }
        }
        return unclaimed;
    }

    /** The current owners of all claimants, so that claimants with the same owner cause no further reads. */
    private ClaimOwners owners(Collection<IdentifierClaim> known) {
        var keys = known.stream().flatMap(claim -> claim.handles().stream()).collect(Collectors.toSet());
        var clients = known.stream().flatMap(claim -> claim.clients().stream()).collect(Collectors.toSet());
        return new ClaimOwners(
                keys.isEmpty() ? Map.of() : handles.find(keys), clients.isEmpty() ? Map.of() : people.find(clients));
    }

    private static Stream<JoinEvidence> joins(
            HandleAssigned handle, IdentifierClaim claim, ClaimOwners owners, Instant at) {
        var person = PersonKey.of(handle);
        var byEmail = claim.id().equals(IdentifierClaim.emailId(handle));
        var evidence = byEmail ? emailEvidence(handle) : EvidenceRule.CLIENT_LIST.evidence(listedDetail(claim));
        var check = byEmail ? ContradictingNames.CHECK : JoinEvidence.JoinCheck.NONE;
        return Stream.concat(owners.ofHandles(claim), owners.ofClients(claim))
                .filter(owner -> !owner.equals(person))
                .distinct()
                .map(owner -> new JoinEvidence(owner, person, handle.handleKey(), evidence, at, check));
    }

    private static Evidence emailEvidence(HandleAssigned handle) {
        var hash = Objects.requireNonNullElse(handle.profile().emailHash(), "");
        var shortened = hash.substring(0, Math.min(8, hash.length()));
        return EvidenceRule.EMAIL_HASH.evidence("The same verified e-mail address (" + shortened + "…)");
    }

    private static boolean isPlaceholder(IdentifierClaim claim) {
        return claim.accountName().filter(PlaceholderValues::isPlaceholder).isPresent();
    }

    /** The reason of a join by an entry of the client list. */
    public static String listedDetail(IdentifierClaim claim) {
        var parts = TopicKeys.split(claim.id());
        return "Written on the client list as " + IdentifierClaim.normalise(parts.get(4)) + " on " + parts.get(3);
    }

    private record ClaimOwners(Map<HandleKey, StoredHandle> handles, Map<PersonKey, StoredPerson> clients) {

        Stream<PersonKey> ofHandles(IdentifierClaim claim) {
            return claim.handles().stream()
                    .map(handles::get)
                    .filter(Objects::nonNull)
                    .map(handle -> PersonKey.of(handle.state()));
        }

        Stream<PersonKey> ofClients(IdentifierClaim claim) {
            return claim.clients().stream()
                    .map(clients::get)
                    .filter(Objects::nonNull)
                    .map(ClaimOwners::directOwner);
        }

        /** Whether the clients who have the identifier may be rows of one client: their names agree, and they are few. */
        boolean isOnePerson(IdentifierClaim claim) {
            var claimants = claim.clients().stream()
                    .map(clients::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (claimants.size() < 2) {
                return true;
            }
            var names = claimants.stream()
                    .map(client -> Objects.requireNonNullElse(client.state().name(), ""))
                    .map(ParsedName::parse)
                    .toList();
            return claimants.size() <= ClientIdentifiers.MAX_ROWS && NameAgreement.allAgree(names);
        }

        private static PersonKey directOwner(StoredPerson person) {
            var into = person.state().mergedInto();
            return into == null ? person.key() : person.key().withPerson(into);
        }
    }
}
