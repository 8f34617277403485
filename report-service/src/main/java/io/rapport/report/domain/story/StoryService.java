package io.rapport.report.domain.story;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.PersonStories;
import io.rapport.contracts.story.PersonStoriesBuilder;
import io.rapport.contracts.story.PersonStory;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.decision.PersonDecisionRecorder;
import io.rapport.report.domain.identity.PersonDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Writes stories about people down and finds them. */
public final class StoryService {

    /** The maximum number of stories about a person. */
    public static final int MAX_STORIES = 200;

    private static final Comparator<ToldStory> NEWEST = Comparator.comparing(
                    (ToldStory each) -> each.story().day())
            .thenComparing(each -> each.story().at())
            .reversed();

    private final StoryRepository stories;
    private final PersonDirectory directory;
    private final PersonDecisionRecorder<PersonStories> recorder;

    /** A service on these repositories and the recorder of the states. */
    public StoryService(
            StoryRepository stories, PersonDirectory directory, PersonDecisionRecorder<PersonStories> recorder) {
        this.stories = stories;
        this.directory = directory;
        this.recorder = recorder;
    }

    /**
     * A story with the person it is about.
     *
     * @param person after a merge the survivor
     */
    public record ToldStory(UUID person, PersonStory story) {}

    /**
     * A story that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is pending in the outbox
     */
    public record SavedStory(ToldStory told, boolean published) {}

    /** The stories about a person and everyone merged into them, newest first. */
    public List<ToldStory> find(BrandKey brand, UUID person) {
        var survivor = directory.resolveSurvivor(brand, person);
        return recorder.find(brand, survivor).stream()
                .flatMap(each -> each.stories().stream())
                .map(story -> new ToldStory(survivor, story))
                .sorted(NEWEST)
                .toList();
    }

    /** The stories of some days, newest first, at most {@code limit}. */
    public List<ToldStory> findInDays(BrandKey brand, LocalDate from, LocalDate to, int limit) {
        var states = stories.findInDays(brand, from, to, limit);
        var survivors = directory.resolveSurvivors(
                brand, states.stream().map(PersonStories::person).toList());
        return states.stream()
                .flatMap(state -> state.stories().stream()
                        .filter(story ->
                                !story.day().isBefore(from) && !story.day().isAfter(to))
                        .map(story -> new ToldStory(survivors.apply(state.person()), story)))
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    /**
     * Writes a story down.
     *
     * @param person the person; the story is about the survivor of a merge
     * @throws DecisionRejectedException with the reason
     */
    public SavedStory tell(BrandKey brand, UUID person, PersonStory story) {
        recorder.requireReady();
        var survivor = recorder.requireKnown(brand, person);
        var stored = stories.find(brand, List.of(survivor)).stream().findFirst();
        var all = new ArrayList<>(stored.map(PersonStories::stories).orElse(List.of()));
        DecisionRejectedException.require(all.size() < MAX_STORIES, DecisionRejection.TOO_MANY);
        all.add(story);
        var version = stored.map(PersonStories::version).orElse(0L) + 1;
        var next = state(brand, survivor, all, version, story.at());
        var published = recorder.saveAndPublish(brand, survivor, next);
        return new SavedStory(new ToldStory(survivor, story), published);
    }

    /**
     * Deletes a story; returns whether the broker has acknowledged that.
     *
     * @throws DecisionRejectedException with the reason
     */
    public boolean delete(BrandKey brand, UUID person, UUID story, Instant at) {
        recorder.requireReady();
        var stored = recorder.find(brand, directory.resolveSurvivor(brand, person)).stream()
                .filter(each -> each.stories().stream().anyMatch(one -> one.id().equals(story)))
                .findFirst()
                .orElseThrow(() -> new DecisionRejectedException(DecisionRejection.UNKNOWN));
        var kept = stored.stories().stream()
                .filter(each -> !each.id().equals(story))
                .toList();
        var next = state(brand, stored.person(), kept, stored.version() + 1, at);
        return recorder.saveAndPublish(brand, stored.person(), next);
    }

    private static PersonStories state(BrandKey brand, UUID person, List<PersonStory> all, long version, Instant at) {
        return PersonStoriesBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .person(person)
                .stories(List.copyOf(all))
                .version(version)
                .at(at)
                .build();
    }
}
