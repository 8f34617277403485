package io.rapport.benchmarks;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Ids;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.Announcer;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.IdentityMeters;
import io.rapport.identity.domain.Sighting;
import io.rapport.identity.mongo.IdentityDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What it costs to recognise handles: new ones and known ones, in brands of ten thousand and a hundred thousand, and what a
 * brand of a hundred thousand people takes in memory. An argument names the MongoDB to use; without one it is the embedded
 * store.
 */
public final class IdentityBenchmark {

    private static final int BATCH = 500;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] CHANNELS = {"x", "mastodon", "instagram"};

    private final String mongo;
    private final Random random = new Random(7);

    private IdentityBenchmark(String mongo) {
        this.mongo = mongo;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            new IdentityBenchmark(arguments[0]).run();
            return;
        }
        var store = new MongoServer(new MemoryBackend());
        store.bind();
        try {
            new IdentityBenchmark(store.getConnectionString()).run();
        } finally {
            store.shutdownNow();
        }
    }

    private void run() {
        arriving(2_000);
        var small = arriving(10_000);
        var large = arriving(100_000);
        System.out.printf("time a new handle, 100 000 against 10 000: %.2f%n", small / large);
        loaded();
    }

    /** Handles arriving in a brand with a third as many clients; gives new handles a second. */
    private double arriving(int handles) {
        var brand = new BrandKey("bench", "b" + handles);
        var identity = identity(stores());
        var people = handles / CHANNELS.length;
        for (var from = 0; from < people; from += BATCH) {
            identity.clientList().take(rows(brand, from, Math.min(people, from + BATCH)));
        }
        var seen = new ArrayList<Map<HandleKey, Sighting>>();
        for (var from = 0; from < handles; from += BATCH) {
            seen.add(sightings(brand, from, Math.min(handles, from + BATCH)));
        }
        var fresh = rate(identity, seen, handles);
        var known = rate(identity, seen, handles);
        System.out.printf(
                "%,d handles beside %,d clients: new %,.0f a second, known but not in the cache %,.0f a second%n",
                handles, people, fresh, known);
        return fresh;
    }

    private static double rate(Identity identity, List<Map<HandleKey, Sighting>> seen, int handles) {
        var begin = System.nanoTime();
        seen.forEach(batch -> identity.recognition().take(batch, NOW));
        return handles / ((System.nanoTime() - begin) / 1e9);
    }

    private void loaded() {
        var brand = new BrandKey("bench", "loaded");
        var stores = stores();
        var filling = identity(stores);
        for (var from = 0; from < 100_000; from += BATCH) {
            filling.rebuilding().clients(rows(brand, from, from + BATCH));
        }
        for (var from = 0; from < 300_000; from += BATCH) {
            filling.rebuilding().handles(sightings(brand, from, from + BATCH).values().stream()
                    .map(IdentityBenchmark::assigned)
                    .toList());
        }
        var before = used();
        var identity = identity(stores);
        var begin = System.nanoTime();
        var read = new int[1];
        identity.remember(records -> read[0] = records);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var bytes = used() - before;
        System.out.printf(
                "%,d handles and clients read into memory in %.1f s: %,d MB, %,d bytes each%n",
                read[0], seconds, bytes / 1_000_000, bytes / read[0]);
        identity.remember(records -> read[0] = records);
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Identity identity(Identity.Stores stores) {
        return new Identity(stores, new Nobody(), new Nothing());
    }

    private Identity.Stores stores() {
        var database = new IdentityDatabase(MongoClients.create(mongo).getDatabase("bench_" + UUID.randomUUID()));
        database.prepare();
        return database.stores();
    }

    private List<ClientListed> rows(BrandKey brand, int from, int to) {
        var rows = new ArrayList<ClientListed>();
        for (var i = from; i < to; i++) {
            var name = given(i) + " " + family(i);
            rows.add(new ClientListed(
                    brand.agency(), brand.brand(), "c" + i, name, null, List.of(), Map.of(), NOW));
        }
        return rows;
    }

    /** Three accounts a person: one spelt like the name, one with a number, and one of a mind of its own. */
    private Map<HandleKey, Sighting> sightings(BrandKey brand, int from, int to) {
        var seen = new HashMap<HandleKey, Sighting>();
        for (var i = from; i < to; i++) {
            var person = i / CHANNELS.length;
            var spelt = (given(person) + family(person)).toLowerCase(Locale.ROOT);
            var name =
                    switch (i % CHANNELS.length) {
                        case 0 -> spelt;
                        case 1 -> spelt.charAt(0) + family(person) + random.nextInt(100);
                        default -> word(random.nextInt(1 << 20)) + word(random.nextInt(1 << 20));
                    };
            var key = new HandleKey(brand, CHANNELS[i % CHANNELS.length], "id" + i);
            seen.put(key, new Sighting(key, new HandleProfile(name, null, null, null, null, null), NOW, NOW));
        }
        return seen;
    }

    private static String given(int i) {
        return word(i % 997);
    }

    private static String family(int i) {
        return word(1000 + i / 7 % 30_011) + "son";
    }

    /** A word that can be spoken, another for each number. */
    private static String word(int number) {
        var word = new StringBuilder();
        for (var rest = number + 400; rest > 0; rest /= 80) {
            word.append("bcdfghklmnprstvz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
        }
        return word.toString();
    }

    private static HandleAssigned assigned(Sighting seen) {
        var key = seen.handle();
        return new HandleAssigned(
                key.brand().agency(),
                key.brand().brand(),
                key.channel(),
                key.handle(),
                Ids.provisionalPerson(key),
                AssignmentStatus.CONFIRMED,
                1,
                List.of(new Evidence("ACCOUNT_ID", "account", 0)),
                false,
                seen.profile(),
                1,
                NOW,
                NOW);
    }

    /** Nobody listens: publishing is measured elsewhere. */
    private static final class Nobody implements Announcer {
        @Override
        public void handles(Collection<HandleAssigned> states) {}

        @Override
        public void people(Collection<PersonDescribed> states) {}

        @Override
        public void policies(Collection<PolicySet> states) {}
    }

    /** Nothing is counted. */
    private static final class Nothing implements IdentityMeters {
        @Override
        public void created(int handles) {}

        @Override
        public void updated(int handles) {}

        @Override
        public void joined(String rule) {}

        @Override
        public void refused(String rule) {}
    }
}
