package io.rapport.report.domain.export;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.story.PersonStories;
import io.rapport.contracts.suggestion.PersonSuggestions;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.store.ReportRepositories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that is stored about a person, for the export of their data. Long lists are streamed. */
public final class PersonHoldings {

    private static final int BATCH_SIZE = 200;

    private final ReportRepositories repositories;
    private final PersonDirectory directory;

    /** The holdings of these repositories. */
    public PersonHoldings(ReportRepositories repositories) {
        this.repositories = repositories;
        this.directory = new PersonDirectory(repositories.identities());
    }

    /**
     * The identity and the current relationship of a person.
     *
     * @param person the id; after a merge the survivor's
     * @param people the person and all persons merged into them, with all decisions
     * @param handles the handles, with profiles and evidence
     * @param dismissals the decisions that questions of these handles need no answer
     * @param clients the rows on the client list
     * @param stories what was written down about them
     * @param reminders the reminders about them
     * @param suggestions the suggestions about them that were dismissed
     * @param relationship the current relationship; null without one
     */
    public record HeldPerson(
            UUID person,
            Collection<PersonDescribed> people,
            List<HandleAssigned> handles,
            Collection<ConversationDismissed> dismissals,
            List<ClientListed> clients,
            List<PersonStories> stories,
            List<PersonReminders> reminders,
            List<PersonSuggestions> suggestions,
            @Nullable RelationshipScoreChanged relationship) {

        /** Whether anything is stored about the person. */
        public boolean isKnown() {
            return !people.isEmpty() || !handles.isEmpty() || relationship != null;
        }
    }

    /**
     * An engagement with the sentiment of its text.
     *
     * @param engagement as it was received
     * @param judgement the judgement of an analyser; null without one
     * @param correction the correction by a person; null without one
     */
    public record HeldEngagement(
            EngagementReceived engagement,
            @Nullable TextSentiment judgement,
            @Nullable SentimentCorrected correction) {}

    /** The person an id resolves to. */
    public HeldPerson find(BrandKey brand, UUID id) {
        var person = directory.resolveSurvivor(brand, id);
        var people = directory.findMergedPersons(brand, person);
        var clients = people.values().stream()
                .map(PersonDescribed::clientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var handles = repositories.identities().findAssignments(brand, person);
        var dismissals = repositories
                .dismissals()
                .findAll(handles.stream().map(HandleAssigned::handleKey).toList());
        return new HeldPerson(
                person,
                people.values(),
                handles,
                dismissals.values(),
                repositories.clients().find(brand, clients),
                repositories.stories().find(brand, people.keySet()),
                repositories.reminders().find(brand, people.keySet()),
                repositories.suggestions().find(brand, people.keySet()),
                repositories.relationships().find(brand, AsOfDay.NONE, person).orElse(null));
    }

    /** Passes the scores of earlier days on, oldest first. */
    public void forEachInHistory(BrandKey brand, UUID person, Consumer<RelationshipScoreChanged> each) {
        repositories.relationships().forEachInHistory(brand, person, each);
    }

    /** Passes the engagements on, handle by handle, oldest first. */
    public void forEachEngagement(BrandKey brand, List<HandleAssigned> handles, Consumer<HeldEngagement> each) {
        var batch = new ArrayList<EngagementReceived>(BATCH_SIZE);
        for (var handle : handles) {
            repositories.engagements().forEach(brand, handle.handleKey(), engagement -> {
                batch.add(engagement);
                if (batch.size() == BATCH_SIZE) {
                    flush(brand, batch, each);
                }
            });
        }
        flush(brand, batch, each);
    }

    private void flush(BrandKey brand, List<EngagementReceived> batch, Consumer<HeldEngagement> each) {
        var ids = batch.stream().map(EngagementReceived::id).toList();
        var judged = repositories.judgements().findAll(brand, ids);
        var corrected = repositories.corrections().findAll(brand, ids);
        batch.forEach(engagement -> each.accept(
                new HeldEngagement(engagement, judged.get(engagement.id()), corrected.get(engagement.id()))));
        batch.clear();
    }
}
