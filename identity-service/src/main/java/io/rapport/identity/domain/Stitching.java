package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.matching.record.MatchRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Asks, when handles and clients come or change, whom they are like: what is sure becomes one person, what may be is suggested. */
final class Stitching {

    private static final int PAGE = 1000;

    private final Identity.Stores stores;
    private final Policies policies;
    private final Following following;
    private final Map<BrandKey, LikenessIndex> indexes = new ConcurrentHashMap<>();

    Stitching(Identity.Stores stores, Policies policies, Joining joining, Suggesting suggesting) {
        this.stores = stores;
        this.policies = policies;
        this.following = new Following(new Owners(stores.handles(), stores.people()), joining, suggesting, this::index);
    }

    /** The brand's index; an empty one for a brand nobody has heard of. */
    LikenessIndex index(BrandKey brand) {
        return indexes.computeIfAbsent(brand, key -> new LikenessIndex());
    }

    /** What follows from matches found elsewhere. */
    Following following() {
        return following;
    }

    Set<BrandKey> brands() {
        return Set.copyOf(indexes.keySet());
    }

    /** Fills the indexes with all that is stored. */
    void load(IntConsumer progress) {
        var known = new HashMap<BrandKey, PolicySet>();
        var done = new int[1];
        stores.handles().each(PAGE, page -> {
            loadHandles(page, brand -> known.computeIfAbsent(brand, policies::of));
            progress.accept(done[0] += page.size());
        });
        stores.lists().eachClient(PAGE, page -> {
            loadClients(page);
            progress.accept(done[0] += page.size());
        });
    }

    /** Adds what is stored of a brand and did not come by. */
    void refresh(BrandKey brand) {
        var policy = policies.of(brand);
        stores.handles().each(brand, PAGE, page -> loadHandles(page, key -> policy));
        stores.lists().eachClient(brand, PAGE, this::loadClients);
    }

    private void loadHandles(List<StoredHandle> page, Function<BrandKey, PolicySet> policy) {
        page.stream()
                .map(StoredHandle::state)
                .filter(handle ->
                        isStitchable(handle, policy.apply(handle.handleKey().brand())))
                .collect(Collectors.groupingBy(
                        handle -> handle.handleKey().brand(), Collectors.mapping(Records::of, Collectors.toList())))
                .forEach((brand, records) -> index(brand).load(records));
    }

    private void loadClients(List<ClientListed> page) {
        page.stream()
                .collect(Collectors.groupingBy(
                        ClientListed::brandKey, Collectors.mapping(Records::of, Collectors.toList())))
                .forEach((brand, records) -> index(brand).load(records));
    }

    /** Handles that are new, or may have changed: to be told before they are published, so that they are no news then. */
    void expect(Collection<HandleAssigned> handles) {
        handles.stream()
                .collect(Collectors.groupingBy(handle -> handle.handleKey().brand()))
                .forEach((brand, theirs) -> index(brand).takeIn(stitchable(policies.of(brand), theirs)));
    }

    /** Asks whom handles are like that were {@link #expect expected}. */
    void handles(Collection<HandleAssigned> handles, Instant at) {
        handles.stream()
                .collect(Collectors.groupingBy(
                        handle -> handle.handleKey().brand(),
                        Collectors.mapping(handle -> handle.handleKey().key(), Collectors.<String>toList())))
                .forEach((brand, theirs) -> {
                    var policy = policies.of(brand);
                    following.follow(policy, index(brand).match(theirs, Policies.thresholds(policy)), at);
                });
    }

    /** The records of those that may be compared; the others are no longer compared with anybody. */
    private List<MatchRecord> stitchable(PolicySet policy, List<HandleAssigned> handles) {
        var byStitchable = handles.stream().collect(Collectors.partitioningBy(handle -> isStitchable(handle, policy)));
        forget(
                policy.brandKey(),
                byStitchable.getOrDefault(false, List.of()).stream()
                        .map(handle -> handle.handleKey().key())
                        .toList());
        return byStitchable.getOrDefault(true, List.of()).stream()
                .map(Records::of)
                .toList();
    }

    /** Rows of the client list that are new, or may have changed. */
    void clients(Collection<ClientListed> rows, Instant at) {
        rows.stream().collect(Collectors.groupingBy(ClientListed::brandKey)).forEach((brand, theirs) -> {
            var policy = policies.of(brand);
            var records = theirs.stream().map(Records::of).toList();
            var index = index(brand);
            index.takeIn(records);
            var ids = records.stream().map(MatchRecord::id).toList();
            following.follow(policy, index.match(ids, Policies.thresholds(policy)), at);
        });
    }

    /** Handles that some instance took in; those of which this one had not heard, by brand. */
    Map<BrandKey, List<String>> hearHandles(Collection<HandleAssigned> handles) {
        var news = new HashMap<BrandKey, List<String>>();
        handles.stream()
                .collect(Collectors.groupingBy(handle -> handle.handleKey().brand()))
                .forEach((brand, theirs) -> news.put(brand, index(brand).hear(stitchable(policies.of(brand), theirs))));
        return news;
    }

    /** Rows of the client list that some instance takes in, and compares then. */
    void hearClients(Collection<ClientListed> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        ClientListed::brandKey, Collectors.mapping(Records::of, Collectors.toList())))
                .forEach((brand, records) -> index(brand).hear(records));
    }

    /** Records of which this instance had not heard: asks whom they are like of what it took in itself. */
    void heard(BrandKey brand, Collection<String> records, Instant at) {
        var policy = policies.of(brand);
        following.follow(policy, index(brand).matchTakenIn(records, Policies.thresholds(policy)), at);
    }

    /** People of whom something was said; asks again whom they are like. */
    void again(Collection<Family> families, Instant at) {
        for (var family : families) {
            var brand = family.head().key().brand();
            var policy = policies.of(brand);
            following.follow(policy, index(brand).match(Records.ids(family), Policies.thresholds(policy)), at);
        }
    }

    /** Records that are gone. */
    void forget(BrandKey brand, Collection<String> records) {
        index(brand).remove(records);
    }

    private static boolean isStitchable(HandleAssigned handle, PolicySet policy) {
        return !handle.staff() && !policy.unstitchableChannels().contains(handle.channel());
    }
}
