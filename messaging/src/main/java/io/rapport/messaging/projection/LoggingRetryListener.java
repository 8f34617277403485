package io.rapport.messaging.projection;

import io.rapport.messaging.consume.DeadLetterQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Logs each failed delivery of a batch. */
final class LoggingRetryListener implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggingRetryListener.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> failed, @Nullable Exception e, int attempt) {
        LOG.warn("Delivery {} of {} failed, retrying: {}", attempt, DeadLetterQueue.origin(failed), cause(e));
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> failed, Exception e, int attempt) {
        var partitions = failed.partitions().stream().map(String::valueOf).collect(Collectors.joining(", "));
        LOG.warn("Delivery {} of {} records of {} failed, retrying: {}", attempt, failed.count(), partitions, cause(e));
    }

    private static String cause(@Nullable Exception e) {
        return String.valueOf(e == null || e.getCause() == null ? e : e.getCause());
    }
}
