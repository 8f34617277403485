package io.rapport.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.sun.management.OperatingSystemMXBean;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.identity.config.IdentityDomainConfiguration;
import io.rapport.identity.domain.intake.ClientListUpdater;
import io.rapport.identity.domain.intake.SightingIntake;
import io.rapport.identity.domain.link.IdentityMetrics;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.identity.domain.store.ClaimRepository;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.PolicyRepository;
import io.rapport.identity.domain.store.ReviewRepository;
import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import io.rapport.identity.mongo.IdentityDatabase;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Measures matching of new and known handles with a store, how comparing without a store grows from ten thousand handles to a
 * hundred thousand in CPU time and in counts of work, and the memory of a brand with a hundred thousand people. The argument is
 * the URI of a MongoDB; the default is the embedded store.
 */
public final class IdentityBenchmark {

    private static final int BATCH = 500;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] CHANNELS = {"x", "mastodon", "instagram"};

    private static final int NEW_RECORDS = 5_000;

    private final String mongo;
    private final AtomicLong commands = new AtomicLong();
    private GeneratedPopulation people = new GeneratedPopulation(7, true);

    private IdentityBenchmark(String mongo) {
        this.mongo = mongo;
    }

    /** Runs the benchmark. */
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
        measureIntake(1_000);
        measureIntake(10_000);
        measureMatching(30_000, true);
        for (var naturalNames : List.of(true, false)) {
            var small = measureMatching(10_000, naturalNames);
            var large = measureMatching(100_000, naturalNames);
            System.out.printf("CPU time per new record, 100 000 against 10 000: %.2f%n", large / small);
        }
        measureMemory();
    }

    /**
     * Measures matching of records on arrival, without a store.
     *
     * @param handles the number of handles in the index before
     * @param naturalNames whether names have a natural distribution
     * @return CPU time per record, in microseconds
     */
    private double measureMatching(int handles, boolean naturalNames) {
        people = new GeneratedPopulation(7, naturalNames);
        var brand = new BrandKey("bench", "c" + handles);
        var index = new MatchIndex(MatchThresholds.SHIPPED);
        addClients(index, (handles + NEW_RECORDS) / CHANNELS.length);
        var records = handles(brand, 0, handles + NEW_RECORDS);
        Collections.shuffle(records, new Random(7));
        records.subList(0, handles).forEach(index::put);
        var before = index.effort();
        var begin = threadCpuNanos();
        for (var record : records.subList(handles, records.size())) {
            index.put(record);
            index.match(record.id());
        }
        var micros = (threadCpuNanos() - begin) / 1e3 / NEW_RECORDS;
        var effort = index.effort().since(before);
        System.out.printf(
                "%,d handles, %s: %.0f µs per new one; %.1f keys, %.1f postings, %.1f compared%n",
                handles,
                naturalNames ? "natural names" : "a thousand names",
                micros,
                (double) effort.keys() / NEW_RECORDS,
                (double) effort.postings() / NEW_RECORDS,
                (double) effort.candidates() / NEW_RECORDS);
        return micros;
    }

    private static long threadCpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void addClients(MatchIndex index, int count) {
        for (var i = 0; i < count; i++) {
            index.put(MatchRecord.client("c" + i).with(RecordField.FULL_NAME, people.name(i)));
        }
    }

    private List<MatchRecord> handles(BrandKey brand, int from, int to) {
        return sightings(brand, from, to).values().stream()
                .map(sighting -> MatchRecord.handle(
                        sighting.handle().key(),
                        new RecordAccount(
                                sighting.handle().channel(),
                                Objects.requireNonNullElse(sighting.profile().name(), ""),
                                sighting.handle().handle())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Measures the intake of handles in a brand with a third as many clients. */
    private void measureIntake(int handles) {
        var brand = new BrandKey("bench", "b" + handles);
        var identity = identity();
        var clientList = identity.getBean(ClientListUpdater.class);
        var intake = identity.getBean(SightingIntake.class);
        var clients = handles / CHANNELS.length;
        for (var from = 0; from < clients; from += BATCH) {
            clientList.addRows(rows(brand, from, Math.min(clients, from + BATCH)));
        }
        var batches = new ArrayList<Map<HandleKey, HandleSighting>>();
        for (var from = 0; from < handles; from += BATCH) {
            batches.add(sightings(brand, from, Math.min(handles, from + BATCH)));
        }
        System.out.printf("%,d handles beside %,d clients, in batches of %,d%n", handles, clients, BATCH);
        measureBatches("new", intake, batches);
        measureBatches("known but not in the cache", intake, batches);
    }

    private void measureBatches(String label, SightingIntake intake, List<Map<HandleKey, HandleSighting>> batches) {
        var handles = batches.stream().mapToInt(Map::size).sum();
        var commandsBefore = commands.get();
        var cpuBefore = processCpuNanos();
        var begin = System.nanoTime();
        batches.forEach(batch -> intake.process(batch, NOW));
        System.out.printf(
                "  %s: %,.0f a second, %,.0f µs of CPU each, including the embedded store; %.2f commands to the store"
                        + " each%n",
                label,
                handles / ((System.nanoTime() - begin) / 1e9),
                (processCpuNanos() - cpuBefore) / 1e3 / handles,
                (double) (commands.get() - commandsBefore) / handles);
    }

    private static long processCpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void measureMemory() {
        people = new GeneratedPopulation(7, true);
        people.name(100_000);
        var before = usedBytes();
        var begin = threadCpuNanos();
        var index = new MatchIndex(MatchThresholds.SHIPPED);
        addClients(index, 100_000);
        for (var from = 0; from < 300_000; from += BATCH) {
            handles(new BrandKey("bench", "memory"), from, from + BATCH).forEach(index::put);
        }
        var seconds = (threadCpuNanos() - begin) / 1e9;
        var bytes = usedBytes() - before;
        System.out.printf(
                "%,d handles and clients in memory after %.1f s of CPU: %,d MB, %,d bytes each%n",
                index.size(), seconds, bytes / 1_000_000, bytes / index.size());
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private ApplicationContext identity() {
        var database = new IdentityDatabase(client().getDatabase("bench_" + UUID.randomUUID()));
        database.prepare();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(HandleRepository.class, database::handles);
        context.registerBean(PersonRepository.class, database::people);
        context.registerBean(ClaimRepository.class, database::claims);
        context.registerBean(BrandListRepository.class, database::lists);
        context.registerBean(ReviewRepository.class, database::reviews);
        context.registerBean(PolicyRepository.class, database::policies);
        context.registerBean(ErasureRepository.class, database::erasures);
        context.registerBean(IdentityEventPublisher.class, NoOpPublisher::new);
        context.registerBean(IdentityMetrics.class, NoOpMetrics::new);
        context.registerBean(SuppressionHashes.class, () -> new SuppressionHashes("a secret for benchmarks"));
        context.register(IdentityDomainConfiguration.class);
        context.refresh();
        return context;
    }

    private MongoClient client() {
        var settings = MongoClientSettings.builder().applyConnectionString(new ConnectionString(mongo));
        return MongoClients.create(settings.addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.incrementAndGet();
                    }
                })
                .build());
    }

    private List<ClientListed> rows(BrandKey brand, int from, int to) {
        var rows = new ArrayList<ClientListed>();
        for (var i = from; i < to; i++) {
            rows.add(ClientListedBuilder.builder()
                    .agency(brand.agency())
                    .brand(brand.brand())
                    .client("c" + i)
                    .name(people.name(i))
                    .handles(List.of())
                    .fields(Map.of())
                    .at(NOW)
                    .build());
        }
        return rows;
    }

    private Map<HandleKey, HandleSighting> sightings(BrandKey brand, int from, int to) {
        var sightings = new HashMap<HandleKey, HandleSighting>();
        for (var i = from; i < to; i++) {
            var key = new HandleKey(brand, CHANNELS[i % CHANNELS.length], "id" + i);
            var name = people.account(i / CHANNELS.length, i % CHANNELS.length);
            sightings.put(
                    key,
                    HandleSighting.of(
                            key, HandleProfileBuilder.builder().name(name).build(), NOW));
        }
        return sightings;
    }

    /** Publishes nothing; other benchmarks measure publishing. */
    private static final class NoOpPublisher implements IdentityEventPublisher {
        @Override
        public void publishHandles(Collection<HandleAssigned> states) {}

        @Override
        public void publishPeople(Collection<PersonDescribed> states) {}

        @Override
        public void publishPolicies(Collection<PolicySet> states) {}

        @Override
        public void publishErasure(PersonErased state) {}

        @Override
        public void publishTombstones(
                Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients) {}
    }

    /** Counts nothing. */
    private static final class NoOpMetrics implements IdentityMetrics {
        @Override
        public void countCreated(int handles) {}

        @Override
        public void countUpdated(int handles) {}

        @Override
        public void countJoin(String rule) {}

        @Override
        public void countRefusedJoin(String rule) {}
    }
}
