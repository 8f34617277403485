package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.SuppressionHashes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what may not come back. It asks the store, not the topic: what is barred there is barred before the first
 * document of an erased person is deleted, so that whoever finds a handle missing and then asks here is told right.
 */
final class Barred {

    private final ErasureStore erasures;
    private final SuppressionHashes hashes;

    Barred(ErasureStore erasures, SuppressionHashes hashes) {
        this.erasures = erasures;
        this.hashes = hashes;
    }

    /** Those of the things of which at least one hash is barred. */
    <T> Set<T> among(BrandKey brand, Collection<T> things, Function<T, Stream<String>> hashesOf) {
        if (!hashes.hasSecret() || things.isEmpty()) {
            return Set.of();
        }
        var all = things.stream().flatMap(hashesOf).collect(Collectors.toSet());
        var barred = erasures.barred(brand, all);
        return barred.isEmpty()
                ? Set.of()
                : things.stream()
                        .filter(thing -> hashesOf.apply(thing).anyMatch(barred::contains))
                        .collect(Collectors.toSet());
    }

    /** Those of the sightings that are of somebody erased. */
    Set<Sighting> sightings(Collection<Sighting> seen) {
        var found = new HashSet<Sighting>();
        seen.stream()
                .collect(Collectors.groupingBy(each -> each.handle().brand()))
                .forEach((brand, some) -> found.addAll(among(
                        brand,
                        some,
                        each -> Stream.concat(
                                Stream.of(hashes.hashHandle(each.handle())), contacts(brand, each.profile())))));
        return found;
    }

    /** Those of the handles that were erased. */
    Set<HandleAssigned> handles(Collection<HandleAssigned> states) {
        var found = new HashSet<HandleAssigned>();
        states.stream()
                .collect(Collectors.groupingBy(each -> each.handleKey().brand()))
                .forEach((brand, some) ->
                        found.addAll(among(brand, some, each -> Stream.of(hashes.hashHandle(each.handleKey())))));
        return found;
    }

    /** Those of the handles that were erased, or by which somebody erased is reached. */
    Set<HandleAssigned> newborn(Collection<HandleAssigned> states) {
        var found = new HashSet<HandleAssigned>();
        states.stream()
                .collect(Collectors.groupingBy(each -> each.handleKey().brand()))
                .forEach((brand, some) -> found.addAll(among(
                        brand,
                        some,
                        each -> Stream.concat(
                                Stream.of(hashes.hashHandle(each.handleKey())), contacts(brand, each.profile())))));
        return found;
    }

    /** Those of the people who were erased. */
    Set<PersonDescribed> people(Collection<PersonDescribed> states) {
        var found = new HashSet<PersonDescribed>();
        states.stream()
                .collect(Collectors.groupingBy(PersonDescribed::brandKey))
                .forEach((brand, some) -> found.addAll(
                        among(brand, some, each -> Stream.of(each.person().toString()))));
        return found;
    }

    /** Those of the handles' keys, of one brand, that were erased. */
    Set<String> keys(BrandKey brand, Collection<String> keys) {
        return among(brand, keys, key -> Stream.of(hashes.hashHandle(HandleKey.of(key))));
    }

    /** Those of the rows that are of somebody erased. */
    Set<ClientListed> rows(Collection<ClientListed> rows) {
        var found = new HashSet<ClientListed>();
        rows.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, some) -> found.addAll(among(brand, some, this::ofRow)));
        return found;
    }

    Stream<String> ofRow(ClientListed row) {
        var brand = row.brandKey();
        var all = new ArrayList<String>();
        all.add(hashes.hashClient(brand, row.client()));
        row.handles().stream()
                .flatMap(handle -> spellings(brand, handle.channel(), handle.handle()))
                .forEach(all::add);
        var details = row.details();
        contacts(brand, row.emailHash(), details == null ? null : details.phoneHash())
                .forEach(all::add);
        return all.stream();
    }

    /** What of a handle may not come back: its id, its name where that stands for the id, and how to reach its owner. */
    Stream<String> ofHandle(HandleAssigned handle) {
        var key = handle.handleKey();
        var name = handle.profile().name();
        return Stream.of(
                        Stream.of(hashes.hashHandle(key)),
                        name == null ? Stream.<String>of() : spellings(key.brand(), key.channel(), name),
                        contacts(key.brand(), handle.profile()))
                .flatMap(each -> each);
    }

    SuppressionHashes hashes() {
        return hashes;
    }

    private Stream<String> spellings(BrandKey brand, String channel, String written) {
        return Stream.of(written.strip(), Claim.normalised(written))
                .distinct()
                .map(handle -> hashes.hashHandle(new HandleKey(brand, channel, handle)));
    }

    private Stream<String> contacts(BrandKey brand, HandleProfile profile) {
        return contacts(brand, profile.emailHash(), profile.phoneHash());
    }

    private Stream<String> contacts(BrandKey brand, @Nullable String email, @Nullable String phone) {
        var known = new ArrayList<@Nullable String>(List.of());
        known.add(email);
        known.add(phone);
        return known.stream()
                .filter(Objects::nonNull)
                .map(hash -> hashes.hashContact(brand, Objects.requireNonNull(hash)));
    }
}
