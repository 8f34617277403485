package io.rapport.identity.config;

import io.rapport.identity.domain.recovery.UnfinishedWorkRecovery;
import io.rapport.identity.domain.similarity.SimilarityMatcher;
import io.rapport.identity.kafka.IdentityProjections;
import io.rapport.identity.kafka.PeerUpdateConsumer;
import io.rapport.identity.kafka.StoreTopicLoader;
import io.rapport.identity.mongo.IdentityDatabase;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.mongo.StoreMetadata;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The steps from an unprepared store to running consumers. A failed attempt may be repeated from the first step. */
final class IdentityStartup {

    private final IdentityDatabase database;
    private final StoreMetadata metadata;
    private final StoreTopicLoader loader;
    private final UnfinishedWorkRecovery recovery;
    private final SimilarityMatcher matcher;
    private final MatchRunExecutor matchRuns;
    private final ProjectionRunner runner;
    private final IdentityProjections projections;
    private final PeerUpdateConsumer peerUpdates;
    private final IdentityReadinessIndicator readiness;
    private final Clock clock;

    IdentityStartup(
            IdentityDatabase database,
            StoreMetadata metadata,
            StoreTopicLoader loader,
            UnfinishedWorkRecovery recovery,
            SimilarityMatcher matcher,
            MatchRunExecutor matchRuns,
            ProjectionRunner runner,
            IdentityProjections projections,
            PeerUpdateConsumer peerUpdates,
            IdentityReadinessIndicator readiness,
            Clock clock) {
        this.database = database;
        this.metadata = metadata;
        this.loader = loader;
        this.recovery = recovery;
        this.matcher = matcher;
        this.matchRuns = matchRuns;
        this.runner = runner;
        this.projections = projections;
        this.peerUpdates = peerUpdates;
        this.readiness = readiness;
        this.clock = clock;
    }

    /** Creates the indexes, fills an empty store, completes interrupted work, loads the match indexes, starts consuming. */
    void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.prepare();
        if (metadata.findGeneration().isEmpty()) {
            loader.load(now, readiness::reportLoading);
        }
        var generation = metadata.getOrCreateGeneration();
        recovery.run(now);
        peerUpdates.resolvePositions(generation);
        matcher.load(readiness::reportIndexing);
        matchRuns.startLearningRuns();
        runner.start(projections.of(generation));
        peerUpdates.start();
        readiness.markReady();
    }
}
