package io.rapport.report.domain.export;

import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.store.ReportRepositories;
import io.rapport.report.domain.engagement.TextSentiment;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that is held on a person, for the person to read. What there is much of is handed over piece by piece. */
public final class PersonHoldings {

    private static final int BATCH_SIZE = 200;

    private final ReportRepositories store;
    private final PersonDirectory directory;

    /** What a store holds. */
    public PersonHoldings(ReportRepositories store) {
        this.store = store;
        this.directory = new PersonDirectory(store.identities());
    }

    /**
     * Who a person is.
     *
     * @param person the id, of merged people the survivor's
     * @param people everybody whose id resolves to them, they first, with all decisions
     * @param handles their handles, with profiles and evidence
     * @param clients their rows on the client list
     * @param relationship as it is now; null without any
     */
    public record HeldPerson(
            UUID person,
            Collection<PersonDescribed> people,
            List<HandleAssigned> handles,
            List<ClientListed> clients,
            @Nullable RelationshipScoreChanged relationship) {

        /** Whether anything is held at all. */
        public boolean isKnown() {
            return !people.isEmpty() || !handles.isEmpty() || relationship != null;
        }
    }

    /**
     * Something that happened.
     *
     * @param engagement as it was received
     * @param judgement how it was meant, as an analyser judged; null without any
     * @param correction how it was meant, as a person said; null without any
     */
    public record HeldEngagement(
            EngagementReceived engagement,
            @Nullable TextSentiment judgement,
            @Nullable SentimentCorrected correction) {}

    /** Who the id stands for now. */
    public HeldPerson find(BrandKey brand, UUID asked) {
        var person = directory.resolveSurvivor(brand, asked);
        var people = findMergedPersons(brand, person);
        var clients = people.values().stream()
                .map(PersonDescribed::clientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new HeldPerson(
                person,
                people.values(),
                store.identities().findAssignments(brand, person),
                store.clients().find(brand, clients),
                store.relationships().find(brand, AsOfDay.NONE, person).orElse(null));
    }

    /** Their scores on earlier days, oldest first. */
    public void forEachInHistory(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each) {
        store.relationships().forEachInHistory(brand, person, each);
    }

    /** Everything that happened with their handles, handle by handle and oldest first. */
    public void forEachEngagement(BrandKey brand, List<HandleAssigned> handles, Consumer<HeldEngagement> each) {
        var some = new ArrayList<EngagementReceived>(BATCH_SIZE);
        for (var handle : handles) {
            store.engagements().forEach(brand, handle.handleKey(), engagement -> {
                some.add(engagement);
                if (some.size() == BATCH_SIZE) {
                    flush(brand, some, each);
                }
            });
        }
        flush(brand, some, each);
    }

    private void flush(BrandKey brand, List<EngagementReceived> some, Consumer<HeldEngagement> each) {
        var ids = some.stream().map(EngagementReceived::id).toList();
        var judged = store.judgements().findAll(brand, ids);
        var corrected = store.corrections().findAll(brand, ids);
        some.forEach(one -> each.accept(new HeldEngagement(one, judged.get(one.id()), corrected.get(one.id()))));
        some.clear();
    }

    private Map<UUID, PersonDescribed> findMergedPersons(BrandKey brand, UUID head) {
        var family = new LinkedHashMap<UUID, PersonDescribed>();
        var open = List.of(head);
        while (!open.isEmpty()) {
            var found = store.identities().findPersons(brand, open);
            found.values().stream()
                    .filter(person -> person.person().equals(head) || isMergedInto(person, family))
                    .forEach(person -> family.put(person.person(), person));
            open = found.keySet().stream()
                    .map(family::get)
                    .filter(Objects::nonNull)
                    .flatMap(person -> person.decisions().stream())
                    .map(Decision::other)
                    .filter(other -> other != null && !family.containsKey(other))
                    .distinct()
                    .toList();
        }
        return family;
    }

    private static boolean isMergedInto(PersonDescribed person, Map<UUID, PersonDescribed> family) {
        return person.mergedInto() != null && family.containsKey(person.mergedInto());
    }
}
