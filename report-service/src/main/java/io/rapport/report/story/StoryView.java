package io.rapport.report.story;

import io.rapport.contracts.story.StoryKind;
import io.rapport.report.domain.story.StoryService.ToldStory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A story about a person.
 *
 * @param person after a merge the survivor
 * @param day the day it is about
 * @param by who wrote it down
 * @param at when it was written down
 */
record StoryView(UUID id, UUID person, String name, StoryKind kind, LocalDate day, String text, String by, Instant at) {

    static StoryView of(ToldStory told, String name) {
        var story = told.story();
        return new StoryView(
                story.id(), told.person(), name, story.kind(), story.day(), story.text(), story.by(), story.at());
    }
}
