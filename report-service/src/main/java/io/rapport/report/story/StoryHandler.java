package io.rapport.report.story;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.story.PersonStory;
import io.rapport.report.domain.story.StoryService;
import io.rapport.report.domain.story.StoryService.SavedStory;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Validates stories from the API, from files and from the form of a page. */
public final class StoryHandler {

    private final StoryService stories;
    private final Clock clock;

    /** A handler with the clock that dates stories. */
    public StoryHandler(StoryService stories, Clock clock) {
        this.stories = stories;
        this.clock = clock;
    }

    SavedStory tell(BrandKey brand, UUID person, StoryRequest request, Caller caller) {
        return tell(brand, person, UUID.randomUUID(), request, caller);
    }

    /**
     * Writes a story down.
     *
     * @param id of the story
     */
    SavedStory tell(BrandKey brand, UUID person, UUID id, StoryRequest request, Caller caller) {
        var story =
                new PersonStory(id, request.storyKind(), request.storyDay(), request.storyText(), caller.name(), now());
        return DecisionProblems.orProblem(() -> stories.tell(brand, person, story));
    }

    boolean delete(BrandKey brand, UUID person, UUID story) {
        return DecisionProblems.orProblem(() -> stories.delete(brand, person, story, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
