package io.rapport.messaging.config;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the broker answers. Part of readiness, not of liveness: restarting the service does not help. */
public final class BrokerHealthIndicator implements HealthIndicator, DisposableBean {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Admin admin;

    /** Creates an admin client of its own. */
    public BrokerHealthIndicator(Map<String, Object> settings) {
        this.admin = Admin.create(settings);
    }

    @Override
    public Health health() {
        try {
            var options = new DescribeClusterOptions().timeoutMs((int) TIMEOUT.toMillis());
            var nodes = admin.describeCluster(options).nodes().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return Health.up().withDetail("brokers", nodes.size()).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down(e).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        }
    }

    @Override
    public void destroy() {
        admin.close(TIMEOUT);
    }
}
