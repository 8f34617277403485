package io.rapport.scoring.topology.tie;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.StageOutputs;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The stages of ties. By message: its author and the handles that answered. By handle: both handles of a pair keep their contacts,
 * and the first of the two receives the person of the other. By two people: the sum over their handles.
 */
public final class TieTopology {

    private final HandleTieProcessors handles;
    private final LargeStoreSupplier large;

    /** Creates the stages; {@code large} supplies their large state stores. */
    public TieTopology(SuppressionHashes suppressions, LargeStoreSupplier large) {
        this.handles = new HandleTieProcessors(suppressions);
        this.large = large;
    }

    /**
     * Assignments that moved or erased ties.
     *
     * @param erased removals of erased handles from messages and events, by message
     */
    public record Moves(KStream<String, PostActivity> erased, KStream<String, Object> all) {}

    /** Declares the stores and what follows assignments; must come after the handle stage, which applies them first. */
    public Moves addMoves(
            StreamsBuilder builder,
            KStream<String, HandleAssigned> assignments,
            KStream<String, PostActivity> activities) {
        TieStores.addTo(builder, large);
        activities.process(HandleTieProcessors.references(), Named.as("tie-references"), TieStores.HANDLE_TIE);
        var all = assignments.process(
                handles.assignments(), Named.as("tie-moves"), TieStores.HANDLE_TIE, HandleStores.HANDLE_LEDGER);
        return new Moves(HandleTieProcessors.ERASED_NODES.from(all), all);
    }

    /** Declares the other stages and returns their public events. */
    public KStream<String, PublicEvent> addTo(KStream<String, PostActivity> activities, Moves moves) {
        KStream<String, TieLink> found =
                activities.process(TieNodeProcessor::new, Named.as("tie-nodes"), TieStores.TIE_NODE);
        var links = StageOutputs.repartition(found, "tie-links", TieLink.SERDE)
                .process(handles.links(), Named.as("tie-links"), TieStores.HANDLE_TIE, HandleStores.HANDLE_LEDGER);
        var peers = StageOutputs.merge(
                "tie-peers-all",
                List.of(
                        HandleTieProcessors.LINKED_PEERS.from(links),
                        HandleTieProcessors.MOVED_PEERS.from(moves.all())));
        KStream<String, TieLedger> ofPeers = StageOutputs.repartition(peers, "tie-peers", TiePeer.SERDE)
                .process(handles.peers(), Named.as("tie-peers"), TieStores.HANDLE_TIE, HandleStores.HANDLE_LEDGER);
        var changes = StageOutputs.merge(
                "tie-people-all",
                List.of(
                        HandleTieProcessors.LINKED_PEOPLE.from(links),
                        HandleTieProcessors.MOVED_PEOPLE.from(moves.all()),
                        ofPeers));
        return StageOutputs.repartition(changes, "person-ties", TieSerdes.LEDGER)
                .process(PersonTieProcessor::new, Named.as("ties"), TieStores.PERSON_TIE, TieStores.TIE_PENDING);
    }
}
