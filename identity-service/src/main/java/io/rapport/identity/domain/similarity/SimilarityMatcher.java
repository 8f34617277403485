package io.rapport.identity.domain.similarity;

import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.link.PersonJoiner;
import io.rapport.identity.domain.review.ReviewSuggester;
import io.rapport.identity.domain.person.StoredHandle;

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
public final class SimilarityMatcher {

    private static final int PAGE = 1000;

    private final Identity.Stores stores;
    private final MatchingPolicyService policies;
    private final MatchApplier following;
    private final Map<BrandKey, BrandMatchIndex> indexes = new ConcurrentHashMap<>();

    public SimilarityMatcher(Identity.Stores stores, MatchingPolicyService policies, PersonJoiner joining, ReviewSuggester suggesting) {
        this.stores = stores;
        this.policies = policies;
        this.following = new MatchApplier(new RecordOwnerResolver(stores.handles(), stores.people()), joining, suggesting, this::index);
    }

    /** The brand's index; an empty one for a brand nobody has heard of. */
    BrandMatchIndex index(BrandKey brand) {
        return indexes.computeIfAbsent(brand, key -> new BrandMatchIndex());
    }

    /** What follows from matches found elsewhere. */
    MatchApplier applier() {
        return following;
    }

    Set<BrandKey> brands() {
        return Set.copyOf(indexes.keySet());
    }

    /** Fills the indexes with all that is stored. */
    public void load(IntConsumer progress) {
        var known = new HashMap<BrandKey, PolicySet>();
        var done = new int[1];
        stores.handles().forEachPage(PAGE, page -> {
            loadHandles(page, brand -> known.computeIfAbsent(brand, policies::find));
            progress.accept(done[0] += page.size());
        });
        stores.lists().forEachClientPage(PAGE, page -> {
            loadClients(page);
            progress.accept(done[0] += page.size());
        });
    }

    /** Adds what is stored of a brand and did not come by. */
    void reload(BrandKey brand) {
        var policy = policies.find(brand);
        stores.handles().forEachPage(brand, PAGE, page -> loadHandles(page, key -> policy));
        stores.lists().forEachClientPage(brand, PAGE, this::loadClients);
    }

    private void loadHandles(List<StoredHandle> page, Function<BrandKey, PolicySet> policy) {
        page.stream()
                .map(StoredHandle::state)
                .filter(handle ->
                        isStitchable(handle, policy.apply(handle.handleKey().brand())))
                .collect(Collectors.groupingBy(
                        handle -> handle.handleKey().brand(), Collectors.mapping(MatchRecordMapper::toRecord, Collectors.toList())))
                .forEach((brand, records) -> index(brand).load(records));
    }

    private void loadClients(List<ClientListed> page) {
        page.stream()
                .collect(Collectors.groupingBy(
                        ClientListed::brandKey, Collectors.mapping(MatchRecordMapper::toRecord, Collectors.toList())))
                .forEach((brand, records) -> index(brand).load(records));
    }

    /** Handles that are new, or may have changed: to be told before they are published, so that they are no news then. */
    public void indexHandles(Collection<HandleAssigned> handles) {
        handles.stream()
                .collect(Collectors.groupingBy(handle -> handle.handleKey().brand()))
                .forEach((brand, theirs) -> index(brand).addLocal(toStitchableRecords(policies.find(brand), theirs)));
    }

    /** Asks whom handles are like that were {@link #indexHandles expected}. */
    public void matchHandles(Collection<HandleAssigned> handles, Instant at) {
        handles.stream()
                .collect(Collectors.groupingBy(
                        handle -> handle.handleKey().brand(),
                        Collectors.mapping(handle -> handle.handleKey().key(), Collectors.<String>toList())))
                .forEach((brand, theirs) -> {
                    var policy = policies.find(brand);
                    following.apply(policy, index(brand).match(theirs, MatchingPolicyService.thresholds(policy)), at);
                });
    }

    /** The records of those that may be compared; the others are no longer compared with anybody. */
    private List<MatchRecord> toStitchableRecords(PolicySet policy, List<HandleAssigned> handles) {
        var byStitchable = handles.stream().collect(Collectors.partitioningBy(handle -> isStitchable(handle, policy)));
        removeRecords(
                policy.brandKey(),
                byStitchable.getOrDefault(false, List.of()).stream()
                        .map(handle -> handle.handleKey().key())
                        .toList());
        return byStitchable.getOrDefault(true, List.of()).stream()
                .map(MatchRecordMapper::toRecord)
                .toList();
    }

    /** Rows of the client list that are new, or may have changed. */
    public void matchClients(Collection<ClientListed> rows, Instant at) {
        rows.stream().collect(Collectors.groupingBy(ClientListed::brandKey)).forEach((brand, theirs) -> {
            var policy = policies.find(brand);
            var records = theirs.stream().map(MatchRecordMapper::toRecord).toList();
            var index = index(brand);
            index.addLocal(records);
            var ids = records.stream().map(MatchRecord::id).toList();
            following.apply(policy, index.match(ids, MatchingPolicyService.thresholds(policy)), at);
        });
    }

    /** Handles that some instance took in; those of which this one had not heard, by brand. */
    Map<BrandKey, List<String>> indexPeerHandles(Collection<HandleAssigned> handles) {
        var news = new HashMap<BrandKey, List<String>>();
        handles.stream()
                .collect(Collectors.groupingBy(handle -> handle.handleKey().brand()))
                .forEach((brand, theirs) -> news.put(brand, index(brand).addFromPeer(toStitchableRecords(policies.find(brand), theirs))));
        return news;
    }

    /** Rows of the client list that some instance takes in, and compares then. */
    void indexPeerClients(Collection<ClientListed> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        ClientListed::brandKey, Collectors.mapping(MatchRecordMapper::toRecord, Collectors.toList())))
                .forEach((brand, records) -> index(brand).addFromPeer(records));
    }

    /** Records of which this instance had not heard: asks whom they are like of what it took in itself. */
    void matchPeerRecords(BrandKey brand, Collection<String> records, Instant at) {
        var policy = policies.find(brand);
        following.apply(policy, index(brand).matchLocal(records, MatchingPolicyService.thresholds(policy)), at);
    }

    /** People of whom something was said; asks again whom they are like. */
    public void rematch(Collection<PersonFamily> families, Instant at) {
        for (var family : families) {
            var brand = family.head().key().brand();
            var policy = policies.find(brand);
            following.apply(policy, index(brand).match(MatchRecordMapper.recordIds(family), MatchingPolicyService.thresholds(policy)), at);
        }
    }

    /** Records that are gone. */
    public void removeRecords(BrandKey brand, Collection<String> records) {
        index(brand).remove(records);
    }

    private static boolean isStitchable(HandleAssigned handle, PolicySet policy) {
        return !handle.staff() && !policy.unstitchableChannels().contains(handle.channel());
    }
}
