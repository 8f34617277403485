package io.rapport.report.domain.identity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks persons up by id. */
public final class PersonDirectory {

    // A merged person names its survivor. Longer chains occur only while several merges are being projected.
    private static final int MAX_CHAIN = 16;

    private static final int MAX_CANDIDATES = 5_000;

    /** Of the only word. More people are found faster by reading the list in its order until a page is full. */
    private static final int MAX_CANDIDATES_BY_ONE_WORD = 1_500;

    /** Fewer people have a number than a word of the same length. */
    private static final Comparator<String> RAREST_FIRST = Comparator.comparing(PersonDirectory::hasDigit)
            .thenComparingInt(String::length)
            .reversed();

    /** So few are listed as fast as fewer. */
    private static final int FEW_CANDIDATES = 200;

    /** Above this, reading all people with another word is faster than looking for the word among the candidates. */
    private static final int MANY_CANDIDATES = 1_000;

    private final IdentityRepository identities;

    /** A directory on this repository. */
    public PersonDirectory(IdentityRepository identities) {
        this.identities = identities;
    }

    /** Loads these persons and returns a lookup that also answers for unknown ones. */
    public Function<UUID, KnownPerson> findAll(BrandKey brand, Collection<UUID> people) {
        var handles = identities.findHandles(brand, people);
        var profiles = identities.findProfiles(brand, people);
        return person -> KnownPerson.of(person, handles.getOrDefault(person, List.of()), profiles.get(person));
    }

    /** The persons of these handles; unknown handles are left out. */
    public Map<HandleKey, UUID> findOwners(BrandKey brand, Collection<HandleKey> handles) {
        return identities.findOwners(brand, handles);
    }

    /** Loads the persons of these handles at once and returns a lookup, which returns null for a handle without a person. */
    public Function<HandleKey, @Nullable KnownPerson> findByHandle(BrandKey brand, Collection<HandleKey> handles) {
        var owners = findOwners(brand, handles);
        var people = findAll(brand, Set.copyOf(owners.values()));
        return handle -> {
            var owner = owners.get(handle);
            return owner == null ? null : people.apply(owner);
        };
    }

    /** One person, known or not. */
    public KnownPerson find(BrandKey brand, UUID person) {
        return findAll(brand, List.of(person)).apply(person);
    }

    /**
     * The people who may pass a filter; empty if they are too many to be listed by id. Whether one of them does is decided by
     * {@link IdentityFilter#matches}.
     */
    public Optional<Set<UUID>> findCandidates(BrandKey brand, IdentityFilter filter) {
        var byWords = findByWords(brand, filter.words());
        return byWords.isPresent() || filter.channel() == null
                ? byWords
                : complete(identities.findByChannel(brand, filter.channel(), MAX_CANDIDATES + 1));
    }

    /** The people who have all of the words that are not too frequent, those with digits and the longest ones first. */
    private Optional<Set<UUID>> findByWords(BrandKey brand, List<String> words) {
        var max = words.size() == 1 ? MAX_CANDIDATES_BY_ONE_WORD : MAX_CANDIDATES;
        var candidates = Optional.<Set<UUID>>empty();
        for (var word : words.stream().sorted(RAREST_FIRST).toList()) {
            if (candidates.isEmpty()) {
                candidates = identities.findByWord(brand, word, max);
            } else if (candidates.get().size() > FEW_CANDIDATES) {
                candidates = Optional.of(narrow(brand, candidates.get(), word));
            }
        }
        return candidates;
    }

    private Set<UUID> narrow(BrandKey brand, Set<UUID> people, String word) {
        var others = people.size() > MANY_CANDIDATES
                ? identities.findByWord(brand, word, MAX_CANDIDATES)
                : Optional.<Set<UUID>>empty();
        return others.map(found -> intersection(people, found))
                .orElseGet(() -> identities.findWithWord(brand, people, word));
    }

    private static Set<UUID> intersection(Set<UUID> one, Set<UUID> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    /** Those of some people who have all words of a filter; whether one of them passes is decided as in {@link #findCandidates}. */
    public Collection<UUID> findWithWords(BrandKey brand, Collection<UUID> people, IdentityFilter filter) {
        var found = people;
        for (var word : filter.words()) {
            found = found.isEmpty() ? found : identities.findWithWord(brand, found, word);
        }
        return found;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** A person and everyone who was merged into them, with all decisions; empty for an unknown one. */
    public Map<UUID, PersonDescribed> findMergedPersons(BrandKey brand, UUID survivor) {
        return findMergedPersons(brand, List.of(survivor));
    }

    /** As {@link #findMergedPersons(BrandKey, UUID)}, of several people at once. */
    public Map<UUID, PersonDescribed> findMergedPersons(BrandKey brand, Collection<UUID> survivors) {
        var family = new LinkedHashMap<UUID, PersonDescribed>();
        var open = List.copyOf(survivors);
        while (!open.isEmpty()) {
            var found = identities.findPersons(brand, open);
            found.values().stream()
                    .filter(person -> survivors.contains(person.person()) || isMergedInto(person, family))
                    .forEach(person -> family.put(person.person(), person));
            open = found.keySet().stream()
                    .map(family::get)
                    .filter(Objects::nonNull)
                    .flatMap(person -> person.decisions().stream())
                    .map(Decision::other)
                    .filter(other -> other != null && !family.containsKey(other))
                    .distinct()
                    .toList();
        }
        return family;
    }

    private static boolean isMergedInto(PersonDescribed person, Map<UUID, PersonDescribed> family) {
        return person.mergedInto() != null && family.containsKey(person.mergedInto());
    }

    private static Optional<Set<UUID>> complete(Set<UUID> people) {
        return people.size() <= MAX_CANDIDATES ? Optional.of(people) : Optional.empty();
    }

    /** The person an id stands for: after a merge the survivor. */
    public UUID resolveSurvivor(BrandKey brand, UUID person) {
        return resolveSurvivors(brand, List.of(person)).apply(person);
    }

    /** Resolves these ids at once and returns a lookup of the persons they stand for: after a merge the survivor. */
    public UnaryOperator<UUID> resolveSurvivors(BrandKey brand, Collection<UUID> people) {
        var mergedInto = new HashMap<UUID, UUID>();
        var open = Set.copyOf(people);
        for (var step = 0; step < MAX_CHAIN && !open.isEmpty(); step++) {
            identities.findProfiles(brand, open).forEach((person, profile) -> {
                if (profile.mergedInto() != null) {
                    mergedInto.put(person, profile.mergedInto());
                }
            });
            open = open.stream()
                    .flatMap(person -> Stream.ofNullable(mergedInto.get(person)))
                    .filter(survivor -> !mergedInto.containsKey(survivor))
                    .collect(Collectors.toSet());
        }
        return person -> survivor(person, mergedInto);
    }

    private static UUID survivor(UUID person, Map<UUID, UUID> mergedInto) {
        var survivor = person;
        for (var step = 0; step < MAX_CHAIN; step++) {
            var next = mergedInto.get(survivor);
            if (next == null) {
                return survivor;
            }
            survivor = next;
        }
        return survivor;
    }
}
