package io.rapport.report.projection;

import io.rapport.contracts.Topic;
import io.rapport.test.TestBroker;
import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** Waits until the projections hold all that was published so far. */
public final class ProjectionAwait {

    private ProjectionAwait() {}

    /** Of everything in these projections' store. */
    public static void await(ReportProjectionRunner.ProjectionTarget target) {
        var groups = new HashMap<String, Topic>();
        var generation = target.generation().get();
        target.projections().all().forEach(each -> groups.put(each.group(generation), each.topic()));
        try (var admin = Admin.create(TestBroker.client())) {
            Awaitility.await().until(() -> {
                var lag = ProjectionLag.of(admin, groups);
                return groups.values().stream().allMatch(topic -> lag.reached(topic, lag));
            });
        }
    }
}
