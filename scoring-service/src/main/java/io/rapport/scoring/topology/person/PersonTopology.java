package io.rapport.scoring.topology.person;

import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.model.ModelStores;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.person.state.PersonStores;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.support.StageOutputs;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The second stage, keyed by person: ledgers and relationship scores of people, and their contribution to the brand. Its
 * source topics are co-partitioned.
 */
public final class PersonTopology {

    private final LargeStoreSupplier large;

    /** Creates the stage; {@code large} supplies its large state stores. */
    public PersonTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /**
     * The streams that the stage sends on.
     *
     * @param events public events
     * @param figuresChanges changes of figures, by brand
     * @param valueChanges changes of the value people bring, by brand
     * @param previewParts partial results of model previews, by brand
     */
    public record Outputs(
            KStream<String, PublicEvent> events,
            KStream<String, BrandFiguresChange> figuresChanges,
            KStream<String, ValueLedger> valueChanges,
            KStream<String, PreviewPart> previewParts) {}

    /** Declares the stage. */
    public Outputs addTo(StreamsBuilder builder, KStream<String, PersonDelta> personDeltas) {
        PersonStores.addTo(builder, large);
        ModelStores.addGlobalStores(builder);
        KStream<String, Object> deltas =
                personDeltas.process(PersonDeltaProcessor::new, Named.as("deltas"), PersonStores.names());
        KStream<String, PublicEvent> people = SourceTopics.stream(builder, Topic.IDENTITY_PERSON, PersonDescribed.class)
                .process(PersonDescriptionProcessor::new, Named.as("people"), PersonStores.names());
        return new Outputs(
                StageOutputs.merge("person-published", List.of(PersonDeltaProcessor.EVENTS.from(deltas), people)),
                PersonDeltaProcessor.FIGURES_CHANGES.from(deltas),
                PersonDeltaProcessor.VALUE_CHANGES.from(deltas),
                PersonDeltaProcessor.PREVIEW_PARTS.from(deltas));
    }
}
