package io.rapport.identity.kafka;

import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.Announcer;
import io.rapport.identity.domain.PersonKey;
import io.rapport.messaging.CloudEvent;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.JsonSerde;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Publishes assignments and people. */
public final class TopicAnnouncer implements Announcer {

    private static final String SERVICE = "identity";

    private final JsonSerde<HandleAssigned> handles = new JsonSerde<>(HandleAssigned.class);
    private final JsonSerde<PersonDescribed> people = new JsonSerde<>(PersonDescribed.class);
    private final JsonSerde<PolicySet> policies = new JsonSerde<>(PolicySet.class);
    private final EventPublisher publisher;

    /** Publishes with the given publisher. */
    public TopicAnnouncer(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void handles(Collection<HandleAssigned> states) {
        acknowledged(states.stream().map(this::publish));
    }

    @Override
    public void people(Collection<PersonDescribed> states) {
        acknowledged(states.stream().map(this::publish));
    }

    @Override
    public void policies(Collection<PolicySet> states) {
        acknowledged(states.stream().map(this::publish));
    }

    private CompletableFuture<?> publish(PolicySet state) {
        var key = state.brandKey().key();
        var topic = Topic.IDENTITY_POLICY;
        return publisher.publish(
                topic.name(),
                policies.write(state),
                CloudEvent.state(topic, SERVICE, key, state.version(), state.at()));
    }

    private CompletableFuture<?> publish(HandleAssigned state) {
        var key = state.handleKey().key();
        var topic = Topic.IDENTITY_ASSIGNED;
        return publisher.publish(
                topic.name(), handles.write(state), CloudEvent.state(topic, SERVICE, key, state.version(), state.at()));
    }

    private CompletableFuture<?> publish(PersonDescribed state) {
        var key = PersonKey.of(state).key();
        var topic = Topic.IDENTITY_PERSON;
        return publisher.publish(
                topic.name(), people.write(state), CloudEvent.state(topic, SERVICE, key, state.version(), state.at()));
    }

    private static void acknowledged(Stream<CompletableFuture<?>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new NotAnnounced(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAnnounced(e);
        }
    }
}
