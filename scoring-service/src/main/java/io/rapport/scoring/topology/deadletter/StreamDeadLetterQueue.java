package io.rapport.scoring.topology.deadletter;

import io.rapport.scoring.metrics.ScoringCounters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates dead letters: the whole record, with its origin and the reason in headers, for the topic in
 * {@code errors.dead.letter.queue.topic.name}. They are written in the transaction of the records around them.
 */
public final class StreamDeadLetterQueue {

    private static final String COUNTERS = "rapport.scoring.counters";
    private static final Logger LOG = LoggerFactory.getLogger(StreamDeadLetterQueue.class);

    private final String topic;
    private final ScoringCounters counters;

    private StreamDeadLetterQueue(String topic, ScoringCounters counters) {
        this.topic = topic;
        this.counters = counters;
    }

    /**
     * Adds the exception handlers to the settings of a stream.
     *
     * @param settings to add to
     * @param deadLetters the dead-letter topic
     * @param counters counts dead letters
     */
    public static void configure(Map<String, Object> settings, String deadLetters, ScoringCounters counters) {
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetters);
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeserializationDeadLetterHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingDeadLetterHandler.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionDeadLetterHandler.class);
        settings.put(COUNTERS, counters);
    }

    /**
     * The queue of the settings of a stream.
     *
     * @throws IllegalArgumentException if they name no dead-letter topic
     */
    public static StreamDeadLetterQueue of(Map<String, ?> settings) {
        var topic = settings.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
        if (topic == null) {
            throw new IllegalArgumentException(
                    StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG + " is missing");
        }
        var counters = settings.get(COUNTERS);
        return new StreamDeadLetterQueue(
                topic.toString(), counters instanceof ScoringCounters configured ? configured : ScoringCounters.NONE);
    }

    List<ProducerRecord<byte[], byte[]>> toDeadLetter(ErrorHandlerContext from, Exception cause) {
        var origin = origin(from.topic(), from.partition(), from.offset());
        var deadLetter = new ProducerRecord<byte[], byte[]>(
                topic, null, Math.max(0, from.timestamp()), from.sourceRawKey(), from.sourceRawValue());
        if (from.headers() != null) {
            from.headers().forEach(deadLetter.headers()::add);
        }
        var reason = reason(cause);
        deadLetter.headers().add("rapport_origin", origin.getBytes(StandardCharsets.UTF_8));
        deadLetter.headers().add("rapport_reason", reason.getBytes(StandardCharsets.UTF_8));
        counters.deadLetter(String.valueOf(from.topic()));
        LOG.warn("Sent {} to the dead-letter topic {}: {}", origin, topic, reason);
        return List.of(deadLetter);
    }

    /**
     * Counts and logs a record that a global store leaves out. It is not copied to the dead-letter topic: the record is read again
     * at each start, and would be copied each time.
     */
    public void leaveOut(Optional<RecordMetadata> from, Exception cause) {
        counters.deadLetter(from.map(RecordMetadata::topic).orElse("unknown"));
        LOG.warn(
                "Left out {} of a global store: {}",
                from.map(at -> origin(at.topic(), at.partition(), at.offset())).orElse("a record"),
                reason(cause));
    }

    private static String origin(String topic, int partition, long offset) {
        return topic + "-" + partition + "@" + offset;
    }

    private static String reason(Exception cause) {
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
