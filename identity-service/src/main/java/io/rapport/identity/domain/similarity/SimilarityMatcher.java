package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.matching.record.MatchRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Matches new and changed records against the index of their brand and applies the matches. */
public final class SimilarityMatcher {

    private static final int PAGE = 1000;

    private final HandleRepository handles;
    private final BrandListRepository lists;
    private final MatchingPolicyService policies;
    private final MatchApplier applier;
    private final BrandMatchIndexes indexes;

    public SimilarityMatcher(
            HandleRepository handles,
            BrandListRepository lists,
            MatchingPolicyService policies,
            MatchApplier applier,
            BrandMatchIndexes indexes) {
        this.handles = handles;
        this.lists = lists;
        this.policies = policies;
        this.applier = applier;
        this.indexes = indexes;
    }

    /** Loads the indexes from the store. */
    public void load(IntConsumer progress) {
        var known = new HashMap<BrandKey, PolicySet>();
        var done = new int[1];
        Function<BrandKey, PolicySet> policy = brand -> known.computeIfAbsent(brand, policies::find);
        this.handles.forEachPage(PAGE, page -> {
            loadHandles(page, policy);
            progress.accept(done[0] += page.size());
        });
        this.lists.forEachClientPage(PAGE, page -> {
            loadClients(page, policy);
            progress.accept(done[0] += page.size());
        });
    }

    /** Adds records of a brand that are stored and not indexed. */
    void reload(BrandKey brand) {
        var policy = policies.find(brand);
        this.handles.forEachPage(brand, PAGE, page -> loadHandles(page, key -> policy));
        this.lists.forEachClientPage(brand, PAGE, page -> loadClients(page, key -> policy));
    }

    private void loadHandles(List<StoredHandle> page, Function<BrandKey, PolicySet> policy) {
        page.stream()
                .map(StoredHandle::state)
                .filter(handle ->
                        isStitchable(handle, policy.apply(handle.handleKey().brand())))
                .collect(Collectors.groupingBy(handle -> handle.handleKey().brand()))
                .forEach((brand, theirs) -> {
                    var contacts = policies.contacts(policy.apply(brand));
                    indexes.of(brand)
                            .load(theirs.stream()
                                    .map(handle -> MatchRecordMapper.toRecord(handle, contacts))
                                    .toList());
                });
    }

    private void loadClients(List<ClientListed> page, Function<BrandKey, PolicySet> policy) {
        page.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, rows) -> indexes.of(brand).load(toRecords(policy.apply(brand), rows)));
    }

    private List<MatchRecord> toRecords(PolicySet policy, Collection<ClientListed> rows) {
        var contacts = policies.contacts(policy);
        return rows.stream()
                .map(row -> MatchRecordMapper.toRecord(row, contacts))
                .toList();
    }

    /**
     * Indexes new and changed handles. To be called before they are published, so that this instance does not treat
     * them as new when it consumes its own events.
     */
    public void indexHandles(Collection<HandleAssigned> handles) {
        handles.stream()
                .collect(Collectors.groupingBy(handle -> handle.handleKey().brand()))
                .forEach((brand, theirs) ->
                        indexes.of(brand).addLocal(toStitchableRecords(policies.find(brand), theirs)));
    }

    /** Matches handles that are {@link #indexHandles indexed}. */
    public void matchHandles(Collection<HandleAssigned> handles, Instant at) {
        handles.stream()
                .collect(Collectors.groupingBy(
                        handle -> handle.handleKey().brand(),
                        Collectors.mapping(handle -> handle.handleKey().key(), Collectors.<String>toList())))
                .forEach((brand, theirs) -> {
                    var policy = policies.find(brand);
                    applier.apply(
                            policy, indexes.of(brand).match(theirs, MatchingPolicyService.thresholds(policy)), at);
                });
    }

    /** The records of handles that may be matched; those of the others are removed from the index. */
    private List<MatchRecord> toStitchableRecords(PolicySet policy, List<HandleAssigned> handles) {
        var byStitchable = handles.stream().collect(Collectors.partitioningBy(handle -> isStitchable(handle, policy)));
        removeRecords(
                policy.brandKey(),
                byStitchable.getOrDefault(false, List.of()).stream()
                        .map(handle -> handle.handleKey().key())
                        .toList());
        var contacts = policies.contacts(policy);
        return byStitchable.getOrDefault(true, List.of()).stream()
                .map(handle -> MatchRecordMapper.toRecord(handle, contacts))
                .toList();
    }

    /** Indexes and matches new and changed client rows. */
    public void matchClients(Collection<ClientListed> rows, Instant at) {
        rows.stream().collect(Collectors.groupingBy(ClientListed::brandKey)).forEach((brand, theirs) -> {
            var policy = policies.find(brand);
            var records = toRecords(policy, theirs);
            var index = indexes.of(brand);
            index.addLocal(records);
            var ids = records.stream().map(MatchRecord::id).toList();
            applier.apply(policy, index.match(ids, MatchingPolicyService.thresholds(policy)), at);
        });
    }

    /** Indexes handles that any instance received; returns the ids of records new to this instance, by brand. */
    Map<BrandKey, List<String>> indexPeerHandles(Collection<HandleAssigned> handles) {
        var news = new HashMap<BrandKey, List<String>>();
        handles.stream()
                .collect(Collectors.groupingBy(handle -> handle.handleKey().brand()))
                .forEach((brand, theirs) -> news.put(
                        brand, indexes.of(brand).addFromPeer(toStitchableRecords(policies.find(brand), theirs))));
        return news;
    }

    /** Indexes client rows that any instance received. The instance that stores them matches them. */
    void indexPeerClients(Collection<ClientListed> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(ClientListed::brandKey))
                .forEach((brand, theirs) -> indexes.of(brand).addFromPeer(toRecords(policies.find(brand), theirs)));
    }

    /** Matches records of other instances against those received by this one. */
    void matchPeerRecords(BrandKey brand, Collection<String> records, Instant at) {
        var policy = policies.find(brand);
        applier.apply(policy, indexes.of(brand).matchLocal(records, MatchingPolicyService.thresholds(policy)), at);
    }

    /** Matches the records of people again, after a decision about them. */
    public void rematch(Collection<PersonFamily> families, Instant at) {
        for (var family : families) {
            var brand = family.head().key().brand();
            var policy = policies.find(brand);
            applier.apply(
                    policy,
                    indexes.of(brand)
                            .match(MatchRecordMapper.recordIds(family), MatchingPolicyService.thresholds(policy)),
                    at);
        }
    }

    /** Removes records from the index of a brand. */
    public void removeRecords(BrandKey brand, Collection<String> records) {
        indexes.of(brand).remove(records);
    }

    private static boolean isStitchable(HandleAssigned handle, PolicySet policy) {
        return !handle.staff() && !policy.unstitchableChannels().contains(handle.channel());
    }
}
