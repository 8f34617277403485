package io.rapport.scoring.topology.tie;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.domain.tie.TieLedger;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.state.HandleStateStore;
import io.rapport.scoring.topology.support.ProcessorOutput;
import io.rapport.scoring.topology.support.SourceTopics;
import io.rapport.scoring.topology.support.StatefulProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** The processors of the ties of handles. They run in the tasks of the handle stage and read the assignments of its handles. */
final class HandleTieProcessors {

    static final ProcessorOutput<TieLedger> LINKED_PEOPLE = new ProcessorOutput<>("tie-links-people", TieLedger.class);
    static final ProcessorOutput<TiePeer> LINKED_PEERS = new ProcessorOutput<>("tie-links-peers", TiePeer.class);
    static final ProcessorOutput<TieLedger> MOVED_PEOPLE = new ProcessorOutput<>("tie-moves-people", TieLedger.class);
    static final ProcessorOutput<TiePeer> MOVED_PEERS = new ProcessorOutput<>("tie-moves-peers", TiePeer.class);
    static final ProcessorOutput<PostActivity> ERASED_NODES =
            new ProcessorOutput<>("tie-moves-erased", PostActivity.class);

    private final SuppressionHashes suppressions;

    HandleTieProcessors(SuppressionHashes suppressions) {
        this.suppressions = suppressions;
    }

    /** Adds contacts; an erased handle has none. */
    ProcessorSupplier<String, TieLink, String, Object> links() {
        return StatefulProcessor.of(context -> {
            var handles = new HandleStateStore(context, suppressions);
            var ties = new HandleTieStore(context, LINKED_PEOPLE.of(context));
            var peers = LINKED_PEERS.of(context);
            return record -> {
                var handle = handles.get(record.key());
                var person = handle.scoredPerson();
                if (handle.isErased() || ties.add(record.key(), record.value(), person, record.timestamp())) {
                    var peer = new TiePeer(record.key(), person, handle.isErased());
                    peers.accept(new Record<>(record.value().other(), peer, record.timestamp()));
                }
            };
        });
    }

    /** Applies the people and erasures of other handles; an erased handle has no ties. */
    ProcessorSupplier<String, TiePeer, String, TieLedger> peers() {
        return StatefulProcessor.of(context -> {
            var handles = new HandleStateStore(context, suppressions);
            var ties = new HandleTieStore(context, context::forward);
            return record -> {
                var handle = handles.get(record.key());
                if (!handle.isErased()) {
                    ties.apply(record.key(), record.value(), handle.scoredPerson(), record.timestamp());
                }
            };
        });
    }

    /** Moves the ties of a handle after the handle stage has applied the assignment, or erases them. */
    ProcessorSupplier<String, HandleAssigned, String, Object> assignments() {
        return StatefulProcessor.of(context -> {
            var handles = new HandleStateStore(context, suppressions);
            var ties = new HandleTieStore(context, MOVED_PEOPLE.of(context));
            var peers = MOVED_PEERS.of(context);
            var nodes = ERASED_NODES.of(context);
            return record -> {
                if (SourceTopics.isTombstone(record)) {
                    ties.erase(record.key(), peers, nodes, record.timestamp());
                } else {
                    var person = handles.get(record.key()).scoredPerson();
                    ties.assign(record.key(), person, peers, record.timestamp());
                }
            };
        });
    }

    /** Stores which messages and events name a handle, so that its erasure reaches them. */
    static ProcessorSupplier<String, PostActivity, String, Void> references() {
        return StatefulProcessor.of(context -> {
            var ties = new HandleTieStore(context, people -> {});
            return record -> {
                var reference = record.value().reference();
                if (reference != null
                        && reference.isRemembered()
                        && !record.value().takenBack()) {
                    ties.remember(reference.handle(), record.key());
                }
            };
        });
    }
}
