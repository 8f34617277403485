package io.rapport.report.story;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.story.StoryKind;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.story.StoryService;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PersonName;
import io.rapport.report.page.ReportMessages;
import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageController;
import io.rapport.web.pages.PageText;
import io.rapport.web.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the stories about a person, with the form that writes one down. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}/people/{id}/stories")
class StoryPageController extends PageController {

    private final BrandPageFrame frame;
    private final StoryService stories;
    private final StoryHandler handler;
    private final PersonDirectory directory;

    StoryPageController(BrandPageFrame frame, StoryService stories, StoryHandler handler, PersonDirectory directory) {
        this.frame = frame;
        this.stories = stories;
        this.handler = handler;
        this.directory = directory;
    }

    /** A choice of the form. */
    record KindChoice(String kind, String label) {}

    /** A story on the page. */
    record StoryRow(String id, String heading, String text) {

        static StoryRow of(StoryService.ToldStory told) {
            var story = told.story();
            return new StoryRow(
                    story.id().toString(),
                    ReportMessages.text(
                            "story.heading",
                            PageFormat.label(story.kind()),
                            PageFormat.day(story.day()),
                            PageText.line(story.by())),
                    story.text());
        }
    }

    @GetMapping
    ModelAndView stories(BrandKey brand, @PathVariable UUID id, Caller caller) {
        var asOf = frame.resolveDay(brand, null);
        var person = directory.find(brand, directory.resolveSurvivor(brand, id));
        if (!person.isKnown()) {
            throw Problem.notFound().asException();
        }
        var brandPath = BrandPageLink.path(brand.agency(), brand.brand());
        return frame.page("stories", brand, asOf)
                .addObject("query", Map.of())
                .addObject("name", PageText.line(PersonName.of(person)))
                .addObject("personPath", brandPath + "/people/" + person.person())
                .addObject("mayWrite", caller.hasScope(Scope.ADMIN))
                .addObject("today", asOf.day() == null ? "" : asOf.day().toString())
                .addObject("maxText", StoryRequest.MAX_TEXT)
                .addObject("kinds", kinds())
                .addObject(
                        "stories",
                        stories.find(brand, id).stream().map(StoryRow::of).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView tell(BrandKey brand, @PathVariable UUID id, StoryRequest fields, Caller caller) {
        frame.resolveDay(brand, null);
        handler.tell(brand, id, fields, caller);
        return back(brand, id);
    }

    @PostMapping(path = "/{story}/delete", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView delete(BrandKey brand, @PathVariable UUID id, @PathVariable UUID story) {
        frame.resolveDay(brand, null);
        handler.delete(brand, id, story);
        return back(brand, id);
    }

    private static List<KindChoice> kinds() {
        return Arrays.stream(StoryKind.values())
                .filter(kind -> kind != StoryKind.UNKNOWN)
                .map(kind -> new KindChoice(kind.name(), PageFormat.label(kind)))
                .toList();
    }

    private static ModelAndView back(BrandKey brand, UUID id) {
        return seeOther(BrandPageLink.path(brand.agency(), brand.brand()) + "/people/" + id + "/stories");
    }
}
