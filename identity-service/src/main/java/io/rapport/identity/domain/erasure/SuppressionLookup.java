package io.rapport.identity.domain.erasure;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks up suppressed hashes in the store. An erasure suppresses before it deletes the first document, so that a
 * lookup after a missing document is reliable.
 */
public final class SuppressionLookup {

    private final ErasureRepository erasures;
    private final SuppressionHashes hashes;

    public SuppressionLookup(ErasureRepository erasures, SuppressionHashes hashes) {
        this.erasures = erasures;
        this.hashes = hashes;
    }

    /** The items of which at least one hash is suppressed. */
    <T> Set<T> findSuppressed(BrandKey brand, Collection<T> things, Function<T, Stream<String>> hashesOf) {
        if (!hashes.hasSecret() || things.isEmpty()) {
            return Set.of();
        }
        var all = things.stream().flatMap(hashesOf).collect(Collectors.toSet());
        var suppressed = erasures.findSuppressed(brand, all);
        return suppressed.isEmpty()
                ? Set.of()
                : things.stream()
                        .filter(thing -> hashesOf.apply(thing).anyMatch(suppressed::contains))
                        .collect(Collectors.toSet());
    }

    /** The suppressed sightings. */
    Set<HandleSighting> suppressedSightings(Collection<HandleSighting> sightings) {
        var found = new HashSet<HandleSighting>();
        sightings.stream()
                .collect(Collectors.groupingBy(each -> each.handle().brand()))
                .forEach((brand, some) -> found.addAll(findSuppressed(
                        brand,
                        some,
                        each -> Stream.concat(
                                Stream.of(hashes.hashHandle(each.handle())), contactHashes(brand, each.profile())))));
        return found;
    }

    /** The suppressed handles. */
    Set<HandleAssigned> suppressedHandles(Collection<HandleAssigned> states) {
        var found = new HashSet<HandleAssigned>();
        states.stream()
                .collect(Collectors.groupingBy(each -> each.handleKey().brand()))
                .forEach((brand, some) -> found.addAll(
                        findSuppressed(brand, some, each -> Stream.of(hashes.hashHandle(each.handleKey())))));
        return found;
    }

    /** The suppressed handles, and those with a suppressed contact. */
    Set<HandleAssigned> suppressedNewHandles(Collection<HandleAssigned> states) {
        var found = new HashSet<HandleAssigned>();
        states.stream()
                .collect(Collectors.groupingBy(each -> each.handleKey().brand()))
                .forEach((brand, some) -> found.addAll(findSuppressed(
                        brand,
                        some,
                        each -> Stream.concat(
                                Stream.of(hashes.hashHandle(each.handleKey())),
                                contactHashes(brand, each.profile())))));
        return found;
    }

    /** The suppressed people. */
    Set<PersonDescribed> suppressedPeople(Collection<PersonDescribed> states) {
        var found = new HashSet<PersonDescribed>();
        states.stream()
                .collect(Collectors.groupingBy(PersonDescribed::brandKey))
                .forEach((brand, some) -> found.addAll(findSuppressed(
                        brand, some, each -> Stream.of(each.person().toString()))));
        return found;
    }

    /** The suppressed handle keys of one brand. */
    Set<String> suppressedHandleKeys(BrandKey brand, Collection<String> keys) {
        return findSuppressed(brand, keys, key -> Stream.of(hashes.hashHandle(HandleKey.of(key))));
    }

    /** The suppressed client rows. */
    Set<ClientListed> suppressedRows(Collection<ClientListed> rows) {
        var found = new HashSet<ClientListed>();
        rows.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, some) -> found.addAll(findSuppressed(brand, some, this::hashesOfRow)));
        return found;
    }

    Stream<String> hashesOfRow(ClientListed row) {
        var brand = row.brandKey();
        var all = new ArrayList<String>();
        all.add(hashes.hashClient(brand, row.client()));
        row.handles().stream()
                .flatMap(handle -> spellingHashes(brand, handle.channel(), handle.handle()))
                .forEach(all::add);
        Stream.of(row.emailHashes(), row.phoneHashes(), row.mailboxHashes())
                .flatMap(List::stream)
                .map(hash -> hashes.hashContact(brand, hash))
                .forEach(all::add);
        return all.stream();
    }

    /** The hashes of a handle to suppress: its id, its name's spellings, and its contacts. */
    public Stream<String> hashesOfHandle(HandleAssigned handle) {
        var key = handle.handleKey();
        var name = handle.profile().name();
        return Stream.of(
                        Stream.of(hashes.hashHandle(key)),
                        name == null ? Stream.<String>of() : spellingHashes(key.brand(), key.channel(), name),
                        contactHashes(key.brand(), handle.profile()))
                .flatMap(each -> each);
    }

    public SuppressionHashes hashes() {
        return hashes;
    }

    private Stream<String> spellingHashes(BrandKey brand, String channel, String written) {
        return Stream.of(written.strip(), IdentifierClaim.normalise(written))
                .distinct()
                .map(handle -> hashes.hashHandle(new HandleKey(brand, channel, handle)));
    }

    private Stream<String> contactHashes(BrandKey brand, HandleProfile profile) {
        return Stream.of(profile.emailHash(), profile.phoneHash(), profile.mailboxHash())
                .flatMap(Stream::ofNullable)
                .map(hash -> hashes.hashContact(brand, hash));
    }
}
