package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
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
 * Finds deterministic evidence. Who claims something first writes the claim and then reads who else claims it: of two who
 * do so at once, at least one sees the other. Likeness of people is another kind of evidence and will stand beside this.
 */
final class Matching {

    private final ClaimStore claims;
    private final HandleStore handles;
    private final PersonStore people;
    private final Policies policies;

    Matching(ClaimStore claims, HandleStore handles, PersonStore people, Policies policies) {
        this.policies = policies;
        this.claims = claims;
        this.handles = handles;
        this.people = people;
    }

    /** What is found on these handles, of people who are not one yet. */
    List<Join> evidence(Collection<HandleAssigned> found, Instant at) {
        var known = claim(found);
        var apart = apart(known.values());
        var joins = new ArrayList<Join>();
        var owners = owners(known.values());
        for (var handle : found) {
            Claim.all(handle).stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .filter(claim -> !claim.isCommon())
                    .map(claim -> claim.id().equals(Claim.email(handle)) ? claim.without(apart) : claim)
                    .filter(claim -> !claim.id().equals(Claim.email(handle))
                            || claim.handles().contains(handle.handleKey()))
                    .flatMap(claim -> joins(handle, claim, owners, at))
                    .forEach(joins::add);
        }
        return joins;
    }

    /** Handles on channels that may not be stitched; whom the client list names is theirs all the same. */
    private Set<HandleKey> apart(Collection<Claim> known) {
        var claiming = known.stream()
                .filter(claim -> claim.handles().size() + claim.clients().size() > 1)
                .flatMap(claim -> claim.handles().stream())
                .collect(Collectors.groupingBy(HandleKey::brand, Collectors.toSet()));
        var apart = new HashSet<HandleKey>();
        claiming.forEach((brand, keys) -> {
            var channels = policies.of(brand).unstitchableChannels();
            keys.stream().filter(key -> channels.contains(key.channel())).forEach(apart::add);
        });
        return apart;
    }

    /** Makes the claims of these handles that were not made yet; gives all claims on what they have. */
    Map<String, Claim> claim(Collection<HandleAssigned> found) {
        var ids = found.stream().flatMap(handle -> Claim.all(handle).stream()).collect(Collectors.toSet());
        var known = claims.find(ids);
        var unclaimed = unclaimed(found, known);
        if (!unclaimed.isEmpty()) {
            claims.add(unclaimed);
            removeOfErased(unclaimed);
            known.putAll(claims.find(unclaimed.stream().map(Claim::id).toList()));
        }
        return known;
    }

    /** Somebody may have been erased after they were looked up, and before this was stored. */
    private void removeOfErased(List<Claim> added) {
        var claiming = added.stream().flatMap(claim -> claim.handles().stream()).collect(Collectors.toSet());
        var gone = new HashSet<>(claiming);
        gone.removeAll(handles.find(claiming).keySet());
        if (!gone.isEmpty()) {
            claims.remove(added.stream().map(Claim::id).toList(), gone, Set.of());
        }
    }

    private static List<Claim> unclaimed(Collection<HandleAssigned> found, Map<String, Claim> known) {
        var unclaimed = new ArrayList<Claim>();
        for (var handle : found) {
            var email = Claim.email(handle);
            var claim = email == null ? null : known.get(email);
            if (email != null && (claim == null || !claim.handles().contains(handle.handleKey()))) {
                unclaimed.add(new Claim(email, Set.of(handle.handleKey()), Set.of()));
            }
        }
        return unclaimed;
    }

    /** Whom everybody in the claims belongs to now, so that what is one already costs no more. */
    private Owners owners(Collection<Claim> known) {
        var keys = known.stream().flatMap(claim -> claim.handles().stream()).collect(Collectors.toSet());
        var clients = known.stream().flatMap(claim -> claim.clients().stream()).collect(Collectors.toSet());
        return new Owners(
                keys.isEmpty() ? Map.of() : handles.find(keys), clients.isEmpty() ? Map.of() : people.find(clients));
    }

    private static Stream<Join> joins(HandleAssigned handle, Claim claim, Owners owners, Instant at) {
        var person = PersonKey.of(handle);
        var byEmail = claim.id().equals(Claim.email(handle));
        var evidence = byEmail ? emailEvidence(handle) : Rule.CLIENT_LIST.evidence(listed(claim));
        return Stream.concat(owners.ofHandles(claim), owners.ofClients(claim))
                .filter(owner -> !owner.equals(person))
                .distinct()
                .map(owner -> new Join(owner, person, handle.handleKey(), evidence, at));
    }

    private static Evidence emailEvidence(HandleAssigned handle) {
        var hash = Objects.requireNonNullElse(handle.profile().emailHash(), "");
        var shortened = hash.substring(0, Math.min(8, hash.length()));
        return Rule.EMAIL_HASH.evidence("The same verified e-mail address (" + shortened + "…)");
    }

    private static String listed(Claim claim) {
        var parts = TopicKeys.split(claim.id());
        return "Written on the client list as " + parts.get(4) + " on " + parts.get(3);
    }

    private record Owners(Map<HandleKey, StoredHandle> handles, Map<PersonKey, StoredPerson> clients) {

        Stream<PersonKey> ofHandles(Claim claim) {
            return claim.handles().stream()
                    .map(handles::get)
                    .filter(Objects::nonNull)
                    .map(handle -> PersonKey.of(handle.state()));
        }

        Stream<PersonKey> ofClients(Claim claim) {
            return claim.clients().stream()
                    .map(clients::get)
                    .filter(Objects::nonNull)
                    .map(Owners::directly);
        }

        private static PersonKey directly(StoredPerson person) {
            var into = person.state().mergedInto();
            return into == null ? person.key() : person.key().other(into);
        }
    }
}
