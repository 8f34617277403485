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

/** Stores and topics in memory, which can be made to fail before any write. */
public final class Memory {

    /** The process died here. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    final Handles handles = new Handles();
    final People people = new People();
    final Claims claims = new Claims();
    final Lists lists = new Lists();
    final Queue reviews = new Queue();
    final Rules policies = new Rules();
    final Erasures erasures = new Erasures();
    final Topics topics = new Topics();

    /** Writes left until the crash; negative for never. */
    int writesLeft = -1;

    int writes;

    Identity identity() {
        return identity(new Gate());
    }

    /** An instance whose every call passes through a gate. */
    Identity identity(Gate gate) {
        var stores = new Identity.Stores(
                gate.before(HandleStore.class, handles),
                gate.before(PersonStore.class, people),
                gate.before(ClaimStore.class, claims),
                gate.before(ListStore.class, lists),
                gate.before(ReviewStore.class, reviews),
                gate.before(PolicyStore.class, policies),
                gate.before(ErasureStore.class, erasures));
        return new Identity(
                stores,
                gate.before(Announcer.class, topics),
                new NoMeters(),
                new SuppressionHashes("a secret for tests"));
    }

    /** The same stores and topics, on their own from now on. */
    Memory copy() {
        var copy = new Memory();
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

    /** All that is stored and was last published, in words. */
    String everything() {
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
            throw new Crash();
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

    static final class NoMeters implements IdentityMeters {
        @Override
        public void created(int handles) {}

        @Override
        public void updated(int handles) {}

        @Override
        public void joined(String rule) {}

        @Override
        public void refused(String rule) {}
    }

    /** What was published last, by key; versions must never fall. */
    final class Topics implements Announcer {

        final Map<String, HandleAssigned> handles = new TreeMap<>();
        final Map<String, PersonDescribed> people = new TreeMap<>();
        final Map<String, PolicySet> policies = new TreeMap<>();
        final Map<String, PersonErased> erasures = new TreeMap<>();
        final Map<String, ClientListed> clients = new TreeMap<>();
        boolean away;
        private int untilAway = -1;

        /** The broker goes away before the write of that number, counted over stores and topics. */
        void writesUntilAway(int n) {
            untilAway = writes + n;
        }

        void back() {
            away = false;
            untilAway = -1;
        }

        @Override
        public synchronized void erased(PersonErased state) {
            answer();
            write();
            erasures.put(state.key(), state);
        }

        @Override
        public synchronized void gone(
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
        public synchronized void handles(Collection<HandleAssigned> states) {
            answer();
            for (var state : states) {
                write();
                handles.put(state.handleKey().key(), state);
            }
        }

        @Override
        public synchronized void people(Collection<PersonDescribed> states) {
            answer();
            for (var state : states) {
                write();
                people.put(PersonKey.of(state).key(), state);
            }
        }

        @Override
        public synchronized void policies(Collection<PolicySet> states) {
            answer();
            for (var state : states) {
                write();
                policies.put(state.brandKey().key(), state);
            }
        }

        private void answer() {
            if (away || untilAway >= 0 && writes >= untilAway) {
                throw new NotAnnounced(new IllegalStateException("away"));
            }
        }
    }

    public final class Handles implements HandleStore {

        final Map<String, StoredHandle> all = new ConcurrentSkipListMap<>();

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
        public List<StoredHandle> spelt(Collection<String> claims) {
            return all.values().stream()
                    .filter(handle -> Stream.concat(
                                    Claim.accounts(handle.state()).stream(), Claim.contacts(handle.state()).stream())
                            .anyMatch(claims::contains))
                    .toList();
        }

        @Override
        public List<StoredHandle> staff(BrandKey brand) {
            return all.values().stream()
                    .filter(handle ->
                            handle.state().staff() && handle.key().brand().equals(brand))
                    .toList();
        }

        @Override
        public void insert(Collection<StoredHandle> handles) {
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
        public Set<HandleKey> published(Collection<HandleAssigned> states) {
            var movedOn = new HashSet<HandleKey>();
            for (var state : states) {
                write();
                var now = all.computeIfPresent(
                        state.handleKey().key(),
                        (key, before) -> before.state().version() == state.version()
                                ? new StoredHandle(before.state(), before.heard(), false)
                                : before);
                if (now == null || now.state().version() != state.version()) {
                    movedOn.add(state.handleKey());
                }
            }
            return movedOn;
        }

        @Override
        public void remove(Collection<HandleKey> keys) {
            for (var key : keys) {
                write();
                all.remove(key.key());
            }
        }

        @Override
        public List<StoredHandle> due(int limit) {
            return all.values().stream().filter(StoredHandle::due).limit(limit).toList();
        }

        @Override
        public void restore(Collection<HandleAssigned> states) {
            for (var state : states) {
                write();
                all.merge(
                        state.handleKey().key(),
                        new StoredHandle(state, state.since(), false),
                        (before, after) -> before.state().version() < state.version() ? after : before);
            }
        }

        @Override
        public void each(BrandKey brand, int size, Consumer<List<StoredHandle>> some) {
            pages(
                    all.values().stream()
                            .filter(handle -> handle.key().brand().equals(brand))
                            .toList(),
                    size,
                    some);
        }

        @Override
        public void each(int size, Consumer<List<StoredHandle>> some) {
            pages(all.values(), size, some);
        }
    }

    public final class People implements PersonStore {

        final Map<String, StoredPerson> all = new ConcurrentSkipListMap<>();

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
        public void insert(Collection<StoredPerson> people) {
            people.forEach(this::insert);
        }

        @Override
        public boolean insert(StoredPerson person) {
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
        public Set<PersonKey> published(Collection<PersonDescribed> states) {
            var movedOn = new HashSet<PersonKey>();
            for (var state : states) {
                write();
                var now = all.computeIfPresent(
                        PersonKey.of(state).key(),
                        (key, before) -> before.state().version() == state.version()
                                ? new StoredPerson(
                                        before.state(), before.revision(), false, before.intent(), before.heldBy())
                                : before);
                if (now == null || now.state().version() != state.version()) {
                    movedOn.add(PersonKey.of(state));
                }
            }
            return movedOn;
        }

        @Override
        public void remove(Collection<PersonKey> keys) {
            for (var key : keys) {
                write();
                all.remove(key.key());
            }
        }

        @Override
        public List<StoredPerson> undecided(int limit) {
            return all.values().stream()
                    .filter(person -> person.intent() != null)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredPerson> inferred(BrandKey brand, String from, int limit) {
            return all.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(brand.rangeStart())
                            && each.getKey().compareTo(brand.rangeStart() + from) >= 0)
                    .map(Map.Entry::getValue)
                    .filter(person -> !Inference.made(person.state()).isEmpty())
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<StoredPerson> due(int limit) {
            return all.values().stream().filter(StoredPerson::due).limit(limit).toList();
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
        public void each(int size, Consumer<List<StoredPerson>> some) {
            pages(all.values(), size, some);
        }
    }

    final class Claims implements ClaimStore {

        final Map<String, Claim> all = new ConcurrentSkipListMap<>();

        @Override
        public Set<String> madeBy(BrandKey brand, Collection<HandleKey> handles, Collection<PersonKey> clients) {
            return all.values().stream()
                    .filter(claim -> claim.id().startsWith(brand.rangeStart()))
                    .filter(claim -> claim.handles().stream().anyMatch(handles::contains)
                            || claim.clients().stream().anyMatch(clients::contains))
                    .map(Claim::id)
                    .collect(Collectors.toSet());
        }

        @Override
        public void remove(Collection<String> ids, Collection<HandleKey> handles, Collection<PersonKey> clients) {
            for (var id : ids) {
                write();
                all.computeIfPresent(id, (key, claim) -> {
                    var left = new Claim(id, without(claim.handles(), handles), without(claim.clients(), clients));
                    return left.handles().isEmpty() && left.clients().isEmpty() ? null : left;
                });
            }
        }

        private static <T> Set<T> without(Set<T> all, Collection<T> gone) {
            return all.stream().filter(each -> !gone.contains(each)).collect(Collectors.toSet());
        }

        @Override
        public Map<String, Claim> find(Collection<String> ids) {
            var found = new HashMap<String, Claim>();
            ids.forEach(id -> all.computeIfPresent(id, (key, claim) -> {
                found.put(key, claim);
                return claim;
            }));
            return found;
        }

        @Override
        public void add(Collection<Claim> claims) {
            for (var claim : claims) {
                write();
                all.merge(
                        claim.id(),
                        claim,
                        (before, more) -> new Claim(
                                claim.id(),
                                union(before.handles(), more.handles()),
                                union(before.clients(), more.clients())));
            }
        }

        private static <T> Set<T> union(Set<T> one, Set<T> two) {
            return Stream.concat(one.stream(), two.stream()).collect(Collectors.toSet());
        }
    }

    final class Lists implements ListStore {

        private final Map<String, ClientListed> rows = new ConcurrentSkipListMap<>();
        private final Map<String, BrandRegistered> brands = new ConcurrentSkipListMap<>();

        @Override
        public Map<String, ClientListed> clients(BrandKey brand, Collection<String> clients) {
            return clients.stream()
                    .distinct()
                    .map(client -> rows.get(brand.key(client)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toMap(ClientListed::client, row -> row));
        }

        @Override
        public void putClients(Collection<ClientListed> added) {
            for (var row : added) {
                write();
                rows.merge(
                        row.brandKey().key(row.client()),
                        row,
                        (before, after) -> after.at().isBefore(before.at()) ? before : after);
            }
        }

        @Override
        public void removeClients(BrandKey brand, Collection<String> clients) {
            write();
            clients.forEach(client -> rows.remove(brand.key(client)));
        }

        @Override
        public Set<HandleKey> staff(Collection<BrandKey> of) {
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
        public void putStaff(BrandRegistered brand) {
            write();
            brands.merge(
                    brand.brandKey().key(),
                    brand,
                    (before, after) -> before.version() < after.version() ? after : before);
        }

        @Override
        public void eachClient(BrandKey brand, int size, Consumer<List<ClientListed>> some) {
            some.accept(
                    rows().stream().filter(row -> row.brandKey().equals(brand)).toList());
        }

        @Override
        public void eachClient(int size, Consumer<List<ClientListed>> some) {
            some.accept(rows());
        }

        List<ClientListed> rows() {
            return new ArrayList<>(rows.values());
        }
    }

    public final class Queue implements ReviewStore {

        final Map<String, Review> all = new ConcurrentSkipListMap<>();

        @Override
        public void put(Collection<Review> reviews) {
            for (var review : reviews) {
                write();
                all.merge(
                        review.pair().brand().key(review.id().toString()),
                        review,
                        (before, after) -> after.at().isBefore(before.at()) ? before : after);
            }
        }

        @Override
        public Optional<Review> find(BrandKey brand, UUID id) {
            return Optional.ofNullable(all.get(brand.key(id.toString())));
        }

        @Override
        public List<Review> page(BrandKey brand, @Nullable Place after, int limit) {
            return all.values().stream()
                    .filter(review -> review.pair().brand().equals(brand))
                    .sorted(Comparator.comparing((Review review) -> -review.rank())
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
        public List<Review> before(BrandKey brand, Place place, int limit) {
            var all = page(brand, null, Integer.MAX_VALUE);
            var before = new ArrayList<>(all.subList(
                    0, all.size() - page(brand, place, Integer.MAX_VALUE).size()));
            before.removeIf(review -> Place.of(review).equals(place));
            Collections.reverse(before);
            return before.stream().limit(limit).toList();
        }

        @Override
        public void remove(BrandKey brand, Collection<UUID> ids) {
            ids.forEach(id -> all.remove(brand.key(id.toString())));
        }

        @Override
        public List<Review> removeAbout(BrandKey brand, Collection<UUID> gone) {
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
        public void removeOlder(BrandKey brand, Instant before) {
            all.values()
                    .removeIf(review ->
                            review.pair().brand().equals(brand) && review.at().isBefore(before));
        }
    }

    final class Rules implements PolicyStore {

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
        public synchronized void published(PolicySet state) {
            write();
            if (state.equals(all.get(state.brandKey().key()))) {
                due.remove(state.brandKey().key());
            }
        }

        @Override
        public List<PolicySet> due() {
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

    final class Erasures implements ErasureStore {

        final Map<String, StoredErasure> all = new ConcurrentSkipListMap<>();
        final Set<String> barred = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
            return Optional.ofNullable(all.get(brand.key(erasure.toString())));
        }

        @Override
        public List<StoredErasure> about(BrandKey brand, String subject) {
            return all.values().stream()
                    .filter(each -> each.state().brandKey().equals(brand)
                            && each.subjects().contains(subject))
                    .toList();
        }

        @Override
        public boolean insert(StoredErasure erasure) {
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
        public void published(PersonErased state) {
            write();
            all.computeIfPresent(
                    state.key(),
                    (key, before) -> before.state().version() == state.version()
                            ? new StoredErasure(before.state(), before.work(), before.told(), false)
                            : before);
        }

        @Override
        public List<StoredErasure> unfinished(int limit) {
            return all.values().stream()
                    .filter(each -> each.due() || each.work() != null)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void bar(BrandKey brand, Collection<String> hashes) {
            for (var hash : hashes) {
                write();
                barred.add(brand.key(hash));
            }
        }

        @Override
        public Set<String> barred(BrandKey brand, Collection<String> hashes) {
            return hashes.stream()
                    .filter(hash -> barred.contains(brand.key(hash)))
                    .collect(Collectors.toSet());
        }
    }
}
