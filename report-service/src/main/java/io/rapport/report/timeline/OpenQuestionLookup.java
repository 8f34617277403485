package io.rapport.report.timeline;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.domain.people.PersonInBrand;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Looks up the messages that opened the oldest unanswered conversations of people. */
public final class OpenQuestionLookup {

    private final EngagementRepository engagements;

    /** A lookup on this repository. */
    public OpenQuestionLookup(EngagementRepository engagements) {
        this.engagements = engagements;
    }

    /** The question of each person who waits for an answer and whose question has a text, in one query. */
    public Map<UUID, TimelineEntry> find(BrandKey brand, Collection<PersonInBrand> people) {
        var waiting = people.stream()
                .filter(person -> person.state().owedSince() != null)
                .toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        Map<HandleKey, PersonInBrand> byHandle = new HashMap<>();
        waiting.forEach(person -> person.known().handleKeys(brand).forEach(handle -> byHandle.put(handle, person)));
        var times = waiting.stream()
                .map(person -> person.state().owedSince())
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, TimelineEntry> questions = new HashMap<>();
        for (var entry : engagements.findInboundAt(brand, byHandle.keySet(), times)) {
            var person = byHandle.get(entry.handleKey(brand));
            if (person != null
                    && entry.hasInboundText()
                    && entry.occurredAt().equals(person.state().owedSince())) {
                questions.putIfAbsent(person.state().person(), entry);
            }
        }
        return questions;
    }
}
