package io.rapport.benchmarks.report;

import io.rapport.contracts.Topic;
import io.rapport.messaging.projection.BrokerOffsets;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/** The records that scoring or the projections of report have not processed yet. */
public final class ProjectionBacklog implements AutoCloseable {

    private static final String GROUPS = "report-";
    private static final long POLL_MILLIS = 500;
    /** The throttled changes of scoring are published within a second. */
    private static final int QUIET_POLLS = 6;

    private static final List<Topic> INPUT =
            List.of(Topic.ENGAGEMENT_RECEIVED, Topic.IDENTITY_ASSIGNED, Topic.IDENTITY_PERSON);
    private static final List<Topic> OUTPUT = List.of(
            Topic.ENGAGEMENT_RECEIVED,
            Topic.SENTIMENT_JUDGED,
            Topic.IDENTITY_ASSIGNED,
            Topic.IDENTITY_PERSON,
            Topic.RELATIONSHIP_CURRENT,
            Topic.RELATIONSHIP_CHANGES,
            Topic.TIE_CURRENT,
            Topic.BRAND_CURRENT,
            Topic.SPREAD_CURRENT);

    private final Admin admin;

    /** The backlog at a broker. */
    public ProjectionBacklog(String bootstrap) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** Waits until everything was processed and nothing follows for some seconds. */
    public void awaitEmpty() throws InterruptedException, ExecutionException {
        for (var quiet = 0; quiet < QUIET_POLLS; Thread.sleep(POLL_MILLIS)) {
            var isEmpty =
                    lag(INPUT, Set.of(ScoringStreamsSettings.APPLICATION)) == 0 && lag(OUTPUT, reportGroups()) == 0;
            quiet = isEmpty ? quiet + 1 : 0;
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private long lag(List<Topic> topics, Set<String> groups) throws InterruptedException, ExecutionException {
        var names = topics.stream().map(Topic::name).collect(Collectors.toSet());
        var committed = BrokerOffsets.committed(admin, groups);
        return BrokerOffsets.ends(admin, names).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private Set<String> reportGroups() throws InterruptedException, ExecutionException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(GROUPS))
                .collect(Collectors.toSet());
    }
}
