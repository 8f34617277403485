package io.rapport.scoring.topology.deadletter;

import io.rapport.scoring.metrics.ScoringCounters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a record aside, whole, with its origin and the reason in headers, on the topic the stream's
 * {@code errors.dead.letter.queue.topic.name} names. It goes there in the transaction of the records around it.
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
     * Sets aside what cannot be read, counted or written from now on.
     *
     * @param settings of a stream, to which what is needed is added
     * @param deadLetters the topic it goes to
     * @param counters what is told of it
     */
    public static void configure(Map<String, Object> settings, String deadLetters, ScoringCounters counters) {
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetters);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeserializationDeadLetterHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingDeadLetterHandler.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionDeadLetterHandler.class);
        settings.put(COUNTERS, counters);
    }

    static StreamDeadLetterQueue of(Map<String, ?> settings) {
        var topic = settings.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
        if (topic == null) {
            throw new IllegalArgumentException(
                    StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG + " says where records are set aside");
        }
        var counters = settings.get(COUNTERS);
        return new StreamDeadLetterQueue(
                topic.toString(), counters instanceof ScoringCounters counting ? counting : ScoringCounters.NONE);
    }

    List<ProducerRecord<byte[], byte[]>> toDeadLetter(ErrorHandlerContext from, Exception why) {
        var origin = from.topic() + "-" + from.partition() + "@" + from.offset();
        var aside = new ProducerRecord<byte[], byte[]>(
                topic, null, Math.max(0, from.timestamp()), from.sourceRawKey(), from.sourceRawValue());
        if (from.headers() != null) {
            from.headers().forEach(aside.headers()::add);
        }
        var reason = reason(why);
        aside.headers().add("rapport_origin", origin.getBytes(StandardCharsets.UTF_8));
        aside.headers().add("rapport_reason", reason.getBytes(StandardCharsets.UTF_8));
        counters.deadLetter(String.valueOf(from.topic()));
        LOG.warn("Set {} aside on {}: {}", origin, topic, reason);
        return List.of(aside);
    }

    private static String reason(Exception why) {
        var message = why.getMessage();
        return message == null ? why.getClass().getSimpleName() : message;
    }
}
