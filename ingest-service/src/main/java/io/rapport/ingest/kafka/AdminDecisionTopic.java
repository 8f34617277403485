package io.rapport.ingest.kafka;

import io.rapport.contracts.Topic;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import java.util.function.ToLongFunction;

/**
 * Decisions of one type, and where they are announced.
 *
 * @param version of what is on the topic, to tell newer from older
 */
public record AdminDecisionTopic<E>(
        Topic topic, Class<E> type, AdminDecisionRepository<E> decisions, ToLongFunction<E> version) {}
