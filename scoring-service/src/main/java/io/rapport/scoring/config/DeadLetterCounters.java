package io.rapport.scoring.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.Topic;
import io.rapport.scoring.metrics.ScoringMetric;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/** Registers the dead-letter counters of the topics that a topology reads, so that they are 0 before the first dead letter. */
final class DeadLetterCounters {

    private DeadLetterCounters() {}

    static void register(Topology topology, MeterRegistry meters) {
        var described = topology.describe();
        var inStages = described.subtopologies().stream().flatMap(stage -> stage.nodes().stream());
        var inGlobalStores = described.globalStores().stream().map(TopologyDescription.GlobalStore::source);
        Stream.concat(inStages, inGlobalStores)
                .filter(TopologyDescription.Source.class::isInstance)
                .map(source -> ((TopologyDescription.Source) source).topicSet())
                .flatMap(Set::stream)
                .filter(name ->
                        Topic.ALL.stream().anyMatch(topic -> topic.name().equals(name)))
                .forEach(name -> meters.counter(ScoringMetric.DEAD_LETTERS.metricName(), ScoringMetric.TOPIC, name));
    }
}
