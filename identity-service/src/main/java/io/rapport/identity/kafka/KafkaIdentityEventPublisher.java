package io.rapport.identity.kafka;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.messaging.publish.EventPublisher;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Publishes identity events to their topics and awaits the acknowledgements (acks=all). */
public final class KafkaIdentityEventPublisher implements IdentityEventPublisher {

    private static final String SERVICE = "identity";

    private final JsonSerde<HandleAssigned> handles = new JsonSerde<>(HandleAssigned.class);
    private final JsonSerde<PersonDescribed> people = new JsonSerde<>(PersonDescribed.class);
    private final JsonSerde<PolicySet> policies = new JsonSerde<>(PolicySet.class);
    private final JsonSerde<PersonErased> erasures = new JsonSerde<>(PersonErased.class);
    private final EventPublisher publisher;
    private final Clock clock;

    /** A publisher; the clock dates tombstones. */
    public KafkaIdentityEventPublisher(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void publishHandles(Collection<HandleAssigned> states) {
        awaitAcknowledgement(states.stream().map(this::publish));
    }

    @Override
    public void publishPeople(Collection<PersonDescribed> states) {
        awaitAcknowledgement(states.stream().map(this::publish));
    }

    @Override
    public void publishPolicies(Collection<PolicySet> states) {
        awaitAcknowledgement(states.stream().map(this::publish));
    }

    private CompletableFuture<?> publish(PolicySet state) {
        var key = state.brandKey().key();
        var topic = Topic.IDENTITY_POLICY;
        return publisher.publish(
                topic.name(),
                policies.write(state),
                CloudEvent.state(topic, SERVICE, key, state.version(), state.at()));
    }

    @Override
    public void publishErasure(PersonErased state) {
        var event = CloudEvent.state(Topic.PERSON_ERASED, SERVICE, state.key(), state.version(), state.at());
        awaitAcknowledgement(Stream.of(publisher.publish(Topic.PERSON_ERASED.name(), erasures.write(state), event)));
    }

    @Override
    public void publishTombstones(
            Collection<HandleKey> handles, Collection<PersonKey> people, Collection<String> clients) {
        awaitAcknowledgement(Stream.of(
                        handles.stream().map(handle -> tombstone(Topic.IDENTITY_ASSIGNED, handle.key())),
                        people.stream().map(person -> tombstone(Topic.IDENTITY_PERSON, person.key())),
                        clients.stream().map(client -> tombstone(Topic.CLIENT_LISTED, client)))
                .flatMap(each -> each));
    }

    private CompletableFuture<?> tombstone(Topic topic, String key) {
        var at = clock.instant();
        return publisher.publish(topic.name(), null, CloudEvent.state(topic, SERVICE, key, at.toEpochMilli(), at));
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

    private static void awaitAcknowledgement(Stream<CompletableFuture<?>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new NotPublishedException(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublishedException(e);
        }
    }
}
