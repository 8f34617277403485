package io.rapport.report.domain.identity;

import static io.rapport.report.ReportTestEvents.person;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.DecisionBuilder;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonDescribedBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A repository of persons that only knows merges. */
public final class MergedIdentityRepository implements IdentityRepository {

    private final Map<UUID, UUID> into = new HashMap<>();

    public MergedIdentityRepository(Map<String, String> into) {
        into.forEach((one, other) -> this.into.put(person(one), person(other)));
    }

    @Override
    public Map<UUID, PersonProfile> findProfiles(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, PersonProfile>();
        people.forEach(each -> found.put(each, new PersonProfile(each, null, null, Instant.EPOCH, into.get(each))));
        return found;
    }

    @Override
    public Map<UUID, List<PersonHandle>> findHandles(BrandKey brand, Collection<UUID> people) {
        return Map.of();
    }

    @Override
    public void saveHandles(Collection<HandleAssigned> handles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long deleteHandles(BrandKey brand, Collection<HandleKey> handles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void savePersons(Collection<PersonDescribed> people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long deletePersons(BrandKey brand, Collection<UUID> people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<HandleKey, UUID> findOwners(BrandKey brand, Collection<HandleKey> handles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HandleAssigned> findAssignments(BrandKey brand, UUID person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, PersonDescribed> findPersons(BrandKey brand, Collection<UUID> people) {
        var found = new HashMap<UUID, PersonDescribed>();
        people.forEach(each -> found.put(each, described(brand, each)));
        return found;
    }

    private PersonDescribed described(BrandKey brand, UUID person) {
        var merges = into.entrySet().stream()
                .filter(merge -> merge.getValue().equals(person))
                .map(merge -> DecisionBuilder.builder()
                        .id(merge.getKey())
                        .type("MERGED")
                        .by("test")
                        .at(Instant.EPOCH)
                        .reason("")
                        .other(merge.getKey())
                        .handles(List.of())
                        .build())
                .toList();
        return PersonDescribedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .person(person)
                .since(Instant.EPOCH)
                .mergedInto(into.get(person))
                .distinctFrom(List.of())
                .decisions(merges)
                .at(Instant.EPOCH)
                .build();
    }

    @Override
    public Optional<Set<UUID>> findByWord(BrandKey brand, String word, int max) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<UUID> findWithWord(BrandKey brand, Collection<UUID> people, String word) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<UUID> findByChannel(BrandKey brand, String channel, int limit) {
        throw new UnsupportedOperationException();
    }
}
