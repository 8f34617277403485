package io.rapport.ingest.kafka;

import io.rapport.contracts.Topic;
import io.rapport.ingest.domain.DecisionStore;
import java.util.function.ToLongFunction;

/**
 * Decisions of one type, and where they are announced.
 *
 * @param version of what is on the topic, to tell newer from older
 */
public record Outbox<E>(Topic topic, Class<E> type, DecisionStore<E> decisions, ToLongFunction<E> version) {}
