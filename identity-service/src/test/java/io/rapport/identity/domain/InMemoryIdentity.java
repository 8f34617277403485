package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.link.InferredLinkQuery;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.ErasureRepository.ErasurePosition;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.IdentifierClaim;
import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.domain.store.StoredErasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In-memory repositories and topics that can fail before any write. */
public final class InMemoryIdentity {

    /** Simulates the death of the process. */
    public static final class SimulatedCrash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public final InMemoryHandles handles = new InMemoryHandles();
    public final InMemoryPeople people = new InMemoryPeople();
    public final InMemoryClaims claims = new InMemoryClaims();
    public final InMemoryLists lists = new InMemoryLists();
    public final InMemoryReviews reviews = new InMemoryReviews();
    public final InMemoryPolicies policies = new InMemoryPolicies();
    public final InMemoryErasures erasures = new InMemoryErasures();
    public final InMemoryTopics topics = new InMemoryTopics();

    /** The number of writes until the crash; negative for never. */
    public int writesLeft = -1;

    public int writes;

    IdentityComponents identity() {
        return identity(new CallInterceptor());
    }

    /** An instance whose calls of repositories and topics pass the interceptor. */
    public IdentityComponents identity(CallInterceptor gate) {
        var stores = new IdentityRepositories(
                gate.before(HandleRepository.class, handles),
                gate.before(PersonRepository.class, people),
                gate.before(ClaimRepository.class, claims),
                gate.before(BrandListRepository.class, lists),
                gate.before(ReviewRepository.class, reviews),
                gate.before(PolicyRepository.class, policies),
                gate.before(ErasureRepository.class, erasures));
        return new IdentityComponents(
                stores,
                gate.before(IdentityEventPublisher.class, topics),
                new NoIdentityMetrics(),
                new SuppressionHashes("a secret for tests"));
    }

    /** An independent copy of the repositories and topics. */
    public InMemoryIdentity copy() {
        var copy = new InMemoryIdentity();
        copy.handles.all.putAll(handles.all);
        copy.people.all.putAll(people.all);
        copy.claims.all.putAll(claims.all);
        copy.lists.rows.putAll(lists.rows);
        copy.lists.brands.putAll(lists.brands);
        copy.reviews.all.putAll(reviews.all);
        copy.policies.all.putAll(policies.all);
        copy.policies.due.addAll(policies.due);
        copy.erasures.all.putAll(erasures.all);
        copy.erasures.barred.addAll(erasures.barred);
        copy.topics.handles.putAll(topics.handles);
        copy.topics.people.putAll(topics.people);
        copy.topics.policies.putAll(topics.policies);
        copy.topics.erasures.putAll(topics.erasures);
        copy.topics.clients.putAll(topics.clients);
        return copy;
    }

    /** Everything stored and published, as text. */
    public String dump() {
        return Stream.of(
                        handles.all,
                        people.all,
                        claims.all,
                        lists.rows(),
                        reviews.all,
                        erasures.all,
                        erasures.barred.size(),
                        topics.handles,
                        topics.people,
                        topics.clients,
                        topics.erasures)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private synchronized void write() {
        writes++;
        if (writesLeft == 0) {
            writesLeft = -1;
            throw new SimulatedCrash();
        }
        writesLeft--;
    }

    private static <T> void pages(Collection<T> all, int size, Consumer<List<T>> some) {
        var left = new ArrayList<>(all);
        while (!left.isEmpty()) {
            var page = left.subList(0, Math.min(size, left.size()));
            some.accept(List.copyOf(page));
            page.clear();
        }
    }

    public static final class NoIdentityMetrics implements IdentityMetrics {
        @Override
        public void countCreated(int handles) {}

        @Override
        public void countUpdated(int handles) {}

        @Override
        public void countJoin(String rule) {}

        @Override
        public void countRefusedJoin(String rule) {}
    }

    /** The last published state by key. Fails if a version decreases. */
    public final class InMemoryTopics implements IdentityEventPublisher {

        public final Map<String, HandleAssigned> handles = new TreeMap<>();
        public final Map<String, PersonDescribed> people = new TreeMap<>();
        public final Map<String, PolicySet> policies = new TreeMap<>();
        public final Map<String, PersonErased> erasures = new TreeMap<>();
        public final Map<String, ClientListed> clients = new TreeMap<>();
        public boolean isDown;
        private int untilAway = -1;

        /** Makes the broker unavailable before the write of that number, counted over repositories and topics. */
        public void writesUntilAway(int n) {
            untilAway = writes + n;
        }

        public void reconnect() {
            isDown = false;
            untilAway = -1;
        }

        @Override
        public synchronized void publishErasure(PersonErased state) {
            answer();
            write();
            erasures.put(state.key(), state);
        }

        @Override
        public synchronized void publishTombstones(
                Collection<HandleKey> goneHandles, Collection<PersonKey> gonePeople, Collection<String> goneClients) {
            answer();
            goneHandles.forEach(key -> tombstone(handles, key.key()));
            gonePeople.forEach(key -> tombstone(people, key.key()));
            goneClients.forEach(key -> tombstone(clients, key));
        }

        private void tombstone(Map<String, ?> topic, String key) {
            write();
            topic.remove(key);
        }

        @Override
        public synchronized void publishHandles(Collection<HandleAssigned> states) {
            answer();
            for (var state : states) {
                write();
                handles.put(state.handleKey().key(), state);
            }
        }

        @Override
        public synchronized void publishPeople(Collection<PersonDescribed> states) {
            answer();
            for (var state : states) {
                write();
                people.put(PersonKey.of(state).key(), state);
            }
        }

        @Override
        public synchronized void publishPolicies(Collection<PolicySet> states) {
            answer();
            for (var state : states) {
                write();
                policies.put(state.brandKey().key(), state);
            }
        }

        private void answer() {
            if (isDown || untilAway >= 0 && writes >= untilAway) {
                throw new NotPublishedException(new IllegalStateException("away"));
            }
        }
    }

    public final class InMemoryHandles implements HandleRepository {

        public final Map<String, StoredHandle> all = new ConcurrentSkipListMap<>();

        @Override
        public Map<HandleKey, StoredHandle> find(Collection<HandleKey> keys) {
            var found = new HashMap<HandleKey, StoredHandle>();
            keys.forEach(key -> {
                var handle = all.get(key.key());
                if (handle != null) {
                    found.put(key, handle);
                }
            });
            return found;
        }

        @Override
        public List<StoredHandle> findByClaims(Collection<String> claims) {
            return all.values().stream()
                    .filter(handle -> Stream.concat(
                                    IdentifierClaim.accountIds(handle.state()).stream(),
                                    IdentifierClaim.contactIds(handle.state()).stream())
                            .anyMatch(claims::contains))
                    .toList();
        }

        @Override
        public List<StoredHandle> findStaff(BrandKey brand) {
            return all.values().stream()
                    .filter(handle ->
                            handle.state().staff() && handle.key().brand().equals(brand))
                    .toList();
        }

        @Override
        public void insertIfAbsent(Collection<StoredHandle> handles) {
            for (var handle : handles) {
                write();
                all.putIfAbsent(handle.key().key(), handle);
            }
        }

        @Override
        public Set<HandleKey> replace(Collection<StoredHandle> next) {
            var failed = new HashSet<HandleKey>();
            for (var handle : next) {
                write();
                var replaced = all.computeIfPresent(
                        handle.key().key(),
                        (key, before) ->
                                before.state().version() == handle.state().version() - 1 ? handle : before);
                if (replaced != handle) {
                    failed.add(handle.key());
                }
            }
            return failed;
        }

        @Override
        public Set<HandleKey> markPublished(Collection<HandleAssigned> states) {
            var movedOn = new HashSet<HandleKey>();
            for (var state : states) {
                write();
                var now = all.computeIfPresent(
                        state.handleKey().key(),
                        (key, before) -> before.state().version() == state.version()
                                ? new StoredHandle(before.state(), before.profileTimes(), false)
                                : before);
                if (now == null || now.state().version() != state.version()) {
                    movedOn.add(state.handleKey());
                }
            }
            return movedOn;
        }

        @Override
        public void advanceProfileTimes(Map<HandleKey, ProfileTimes> times) {
            times.forEach((handle, at) -> {
                write();
                all.computeIfPresent(
                        handle.key(),
                        (key, before) ->
                                before.withProfileTimes(before.profileTimes().advance(at)));
            });
        }

        @Override
        public void delete(Collection<HandleKey> keys) {
            for (var key : keys) {
                write();
                all.remove(key.key());
            }
        }

        @Override
        public List<StoredHandle> findUnpublished(int limit) {
            return all.values().stream()
                    .filter(StoredHandle::unpublished)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void restore(Collection<HandleAssigned> states) {
            for (var state : states) {
                write();
                all.merge(
                        state.handleKey().key(),
                        new StoredHandle(state, ProfileTimes.of(state.since()), false),
                        (before, after) -> before.state().version() < state.version() ? after : before);
            }
        }

        @Override
        public void forEachPage(BrandKey brand, int size, Consumer<List<StoredHandle>> some) {
            pages(
                    all.values().stream()
                            .filter(handle -> handle.key().brand().equals(brand))
                            .toList(),
                    size,
                    some);
        }

        @Override
        public void forEachPage(int size, Consumer<List<StoredHandle>> some) {
            pages(all.values(), size, some);
        }
    }

    public final class InMemoryPeople implements PersonRepository {

        public final Map<String, StoredPerson> all = new ConcurrentSkipListMap<>();

        @Override
        public Map<PersonKey, StoredPerson> find(Collection<PersonKey> keys) {
            var found = new HashMap<PersonKey, StoredPerson>();
            keys.forEach(key -> {
                var person = all.get(key.key());
                if (person != null) {
                    found.put(key, person);
                }
            });
            return found;
        }

        @Override
        public void insertIfAbsent(Collection<StoredPerson> people) {
            people.forEach(this::insertIfAbsent);
        }

        @Override
        public boolean insertIfAbsent(StoredPerson person) {
            write();
            return all.putIfAbsent(person.key().key(), person) == null;
        }

        @Override
        public boolean replace(StoredPerson next) {
            write();
            return all.computeIfPresent(
                            next.key().key(), (key, before) -> before.revision() == next.revision() - 1 ? next : before)
                    == next;
        }

        @Override
        public Set<PersonKey> replace(Collection<StoredPerson> next) {
            return next.stream()
                    .filter(person -> !replace(person))
                    .map(StoredPerson::key)
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<PersonKey> markPublished(Collection<PersonDescribed> states) {
            var movedOn = new HashSet<PersonKey>();
            for (var state : states) {
                write();
                var now = all.computeIfPresent(
                        PersonKey.of(state).key(),
                        (key, before) -> before.state().version() == state.version()
                                ? new StoredPerson(
                                        before.state(), before.revision(), false, before.intent(), before.lockedBy())
                                : before);
                if (now == null || now.state().version() != state.version()) {
                    movedOn.add(PersonKey.of(state));
                }
            }
            return movedOn;
        }

        @Override
        public void delete(Collection<PersonKey> keys) {
            for (var key : keys) {
                write();
                all.remove(key.key());
            }
        }

        @Override
        public List<StoredPerson> findUndecided(int limit) {
            return all.values().stream()
                    .filter(person -> person.intent() != null)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredPerson> findInferred(BrandKey brand, String from, int limit) {
            return all.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(brand.rangeStart())
                            && each.getKey().compareTo(brand.rangeStart() + from) >= 0)
                    .map(Map.Entry::getValue)
                    .filter(person ->
                            !InferredLinkQuery.effectiveLinks(person.state()).isEmpty())
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredPerson> findPage(BrandKey brand, String after, int limit) {
            return all.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(brand.rangeStart())
                            && each.getKey().compareTo(brand.rangeStart() + after) > 0)
                    .map(Map.Entry::getValue)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredPerson> findUnpublished(int limit) {
            return all.values().stream()
                    .filter(StoredPerson::unpublished)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void restore(Collection<PersonDescribed> states) {
            for (var state : states) {
                write();
                all.merge(
                        PersonKey.of(state).key(),
                        new StoredPerson(state, 0, false, null, null),
                        (before, after) -> before.state().version() < state.version() ? after : before);
            }
        }

        @Override
        public void forEachPage(int size, Consumer<List<StoredPerson>> some) {
            pages(all.values(), size, some);
        }
    }

    public final class InMemoryClaims implements ClaimRepository {

        public final Map<String, IdentifierClaim> all = new ConcurrentSkipListMap<>();

        @Override
        public Set<String> findIdsByClaimant(
                BrandKey brand, Collection<HandleKey> handles, Collection<PersonKey> clients) {
            return all.values().stream()
                    .filter(claim -> claim.id().startsWith(brand.rangeStart()))
                    .filter(claim -> claim.handles().stream().anyMatch(handles::contains)
                            || claim.clients().stream().anyMatch(clients::contains))
                    .map(IdentifierClaim::id)
                    .collect(Collectors.toSet());
        }

        @Override
        public void removeClaimants(
                Collection<String> ids, Collection<HandleKey> handles, Collection<PersonKey> clients) {
            for (var id : ids) {
                write();
                all.computeIfPresent(id, (key, claim) -> {
                    var left = new IdentifierClaim(
                            id, without(claim.handles(), handles), without(claim.clients(), clients));
                    return left.handles().isEmpty() && left.clients().isEmpty() ? null : left;
                });
            }
        }

        private static <T> Set<T> without(Set<T> all, Collection<T> gone) {
            return all.stream().filter(each -> !gone.contains(each)).collect(Collectors.toSet());
        }

        @Override
        public Map<String, IdentifierClaim> find(Collection<String> ids) {
            var found = new HashMap<String, IdentifierClaim>();
            ids.forEach(id -> all.computeIfPresent(id, (key, claim) -> {
                found.put(key, claim);
                return claim;
            }));
            return found;
        }

        @Override
        public void addClaimants(Collection<IdentifierClaim> claims) {
            for (var claim : claims) {
                write();
                all.merge(
                        claim.id(),
                        claim,
                        (before, more) -> new IdentifierClaim(
                                claim.id(),
                                union(before.handles(), more.handles()),
                                union(before.clients(), more.clients())));
            }
        }

        private static <T> Set<T> union(Set<T> one, Set<T> two) {
            return Stream.concat(one.stream(), two.stream()).collect(Collectors.toSet());
        }
    }

    public final class InMemoryLists implements BrandListRepository {

        private final Map<String, ClientListed> rows = new ConcurrentSkipListMap<>();
        private final Map<String, BrandRegistered> brands = new ConcurrentSkipListMap<>();

        @Override
        public Map<String, ClientListed> findClients(BrandKey brand, Collection<String> clients) {
            return clients.stream()
                    .distinct()
                    .map(client -> rows.get(brand.key(client)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toMap(ClientListed::client, row -> row));
        }

        @Override
        public void insertClients(Collection<ClientListed> added) {
            for (var row : added) {
                write();
                rows.putIfAbsent(row.brandKey().key(row.client()), row);
            }
        }

        @Override
        public void saveClients(Collection<ClientListed> added) {
            for (var row : added) {
                write();
                rows.merge(
                        row.brandKey().key(row.client()),
                        row,
                        (before, after) -> after.at().isBefore(before.at()) ? before : after);
            }
        }

        @Override
        public void deleteClients(BrandKey brand, Collection<String> clients) {
            write();
            clients.forEach(client -> rows.remove(brand.key(client)));
        }

        @Override
        public Set<HandleKey> findStaff(Collection<BrandKey> of) {
            var found = new HashSet<HandleKey>();
            for (var key : of) {
                var brand = brands.get(key.key());
                if (brand != null) {
                    brand.staff().forEach(each -> found.add(new HandleKey(key, each.channel(), each.id())));
                }
            }
            return found;
        }

        @Override
        public void saveStaff(BrandRegistered brand) {
            write();
            brands.merge(
                    brand.brandKey().key(),
                    brand,
                    (before, after) -> before.version() < after.version() ? after : before);
        }

        @Override
        public void forEachClientPage(BrandKey brand, int size, Consumer<List<ClientListed>> some) {
            some.accept(
                    rows().stream().filter(row -> row.brandKey().equals(brand)).toList());
        }

        @Override
        public void forEachClientPage(int size, Consumer<List<ClientListed>> some) {
            some.accept(rows());
        }

        public List<ClientListed> rows() {
            return new ArrayList<>(rows.values());
        }
    }

    public final class InMemoryReviews implements ReviewRepository {

        public final Map<String, MatchReview> all = new ConcurrentSkipListMap<>();

        @Override
        public void save(Collection<MatchReview> reviews) {
            for (var review : reviews) {
                write();
                all.merge(
                        review.pair().brand().key(review.id().toString()),
                        review,
                        (before, after) -> after.at().isBefore(before.at()) ? before : after);
            }
        }

        @Override
        public Optional<MatchReview> find(BrandKey brand, UUID id) {
            return Optional.ofNullable(all.get(brand.key(id.toString())));
        }

        @Override
        public List<MatchReview> findPage(BrandKey brand, @Nullable ReviewPosition after, int limit) {
            return all.values().stream()
                    .filter(review -> review.pair().brand().equals(brand))
                    .sorted(Comparator.comparing((MatchReview review) -> -review.rank())
                            .thenComparing(review -> review.id().toString()))
                    .filter(review -> after == null
                            || review.rank() < after.rank()
                            || review.rank() == after.rank()
                                    && review.id()
                                                    .toString()
                                                    .compareTo(after.id().toString())
                                            > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<MatchReview> findPageBefore(BrandKey brand, ReviewPosition place, int limit) {
            var all = findPage(brand, null, Integer.MAX_VALUE);
            var before = new ArrayList<>(all.subList(
                    0, all.size() - findPage(brand, place, Integer.MAX_VALUE).size()));
            before.removeIf(review -> ReviewPosition.of(review).equals(place));
            Collections.reverse(before);
            return before.stream().limit(limit).toList();
        }

        @Override
        public void delete(BrandKey brand, Collection<UUID> ids) {
            ids.forEach(id -> all.remove(brand.key(id.toString())));
        }

        @Override
        public List<MatchReview> deleteByPeople(BrandKey brand, Collection<UUID> gone) {
            var removed = all.values().stream()
                    .filter(review -> review.pair().brand().equals(brand)
                            && (gone.contains(review.pair().one())
                                    || gone.contains(review.pair().two())))
                    .toList();
            write();
            all.values().removeAll(removed);
            return removed;
        }

        @Override
        public void deleteOlder(BrandKey brand, Collection<UUID> ids, Instant before) {
            all.values()
                    .removeIf(review -> review.pair().brand().equals(brand)
                            && ids.contains(review.id())
                            && review.at().isBefore(before));
        }
    }

    public final class InMemoryPolicies implements PolicyRepository {

        private final Map<String, PolicySet> all = new ConcurrentSkipListMap<>();
        private final Set<String> due = new ConcurrentSkipListSet<>();

        @Override
        public Optional<PolicySet> find(BrandKey brand) {
            return Optional.ofNullable(all.get(brand.key()));
        }

        @Override
        public synchronized boolean replace(PolicySet next) {
            write();
            var before = all.get(next.brandKey().key());
            if ((before == null ? 0 : before.version()) != next.version() - 1) {
                return false;
            }
            all.put(next.brandKey().key(), next);
            due.add(next.brandKey().key());
            return true;
        }

        @Override
        public synchronized void markPublished(PolicySet state) {
            write();
            if (state.equals(all.get(state.brandKey().key()))) {
                due.remove(state.brandKey().key());
            }
        }

        @Override
        public List<PolicySet> findUnpublished() {
            return due.stream().map(all::get).toList();
        }

        @Override
        public void restore(Collection<PolicySet> states) {
            states.forEach(state -> all.merge(
                    state.brandKey().key(),
                    state,
                    (before, after) -> before.version() < after.version() ? after : before));
        }
    }

    public final class InMemoryErasures implements ErasureRepository {

        public final Map<String, StoredErasure> all = new ConcurrentSkipListMap<>();
        final Set<String> barred = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
            return Optional.ofNullable(all.get(brand.key(erasure.toString())));
        }

        @Override
        public List<StoredErasure> findBySubject(BrandKey brand, String subject) {
            return all.values().stream()
                    .filter(each -> each.state().brandKey().equals(brand)
                            && each.subjects().contains(subject))
                    .toList();
        }

        @Override
        public List<StoredErasure> findNewest(BrandKey brand, @Nullable ErasurePosition before, int limit) {
            return all.values().stream()
                    .filter(each -> each.state().brandKey().equals(brand))
                    .sorted(Comparator.comparing(InMemoryErasures::position).reversed())
                    .filter(each ->
                            before == null || position(each).compareTo(before.at() + " " + before.erasure()) < 0)
                    .limit(limit)
                    .toList();
        }

        private static String position(StoredErasure erasure) {
            return erasure.state().at() + " " + erasure.state().erasure();
        }

        @Override
        public boolean insertIfAbsent(StoredErasure erasure) {
            write();
            return all.putIfAbsent(erasure.state().key(), erasure) == null;
        }

        @Override
        public boolean replace(StoredErasure next) {
            write();
            return all.computeIfPresent(
                            next.state().key(),
                            (key, before) ->
                                    before.state().version() == next.state().version() - 1 ? next : before)
                    == next;
        }

        @Override
        public void restore(StoredErasure erasure) {
            write();
            all.merge(
                    erasure.state().key(),
                    erasure,
                    (before, after) -> before.state().version() < after.state().version() ? after : before);
        }

        @Override
        public void markPublished(PersonErased state) {
            write();
            all.computeIfPresent(
                    state.key(),
                    (key, before) -> before.state().version() == state.version()
                            ? new StoredErasure(before.state(), before.plan(), before.confirmations(), false)
                            : before);
        }

        @Override
        public List<StoredErasure> findUnfinished(int limit) {
            return all.values().stream()
                    .filter(each -> each.unpublished() || each.plan() != null)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void addSuppressions(BrandKey brand, Collection<String> hashes) {
            for (var hash : hashes) {
                write();
                barred.add(brand.key(hash));
            }
        }

        @Override
        public Set<String> findSuppressed(BrandKey brand, Collection<String> hashes) {
            return hashes.stream()
                    .filter(hash -> barred.contains(brand.key(hash)))
                    .collect(Collectors.toSet());
        }
    }
}
