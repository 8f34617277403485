package io.rapport.report.start;

import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageController;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the first steps. */
@Controller
class StartPageController extends PageController {

    private final StartGuideReader guides;

    StartPageController(StartGuideReader guides) {
        this.guides = guides;
    }

    /**
     * The first steps of an agency.
     *
     * @param agency the agency that is set up; null for the one with brands
     * @param brand the brand that was just registered
     */
    @GetMapping("/start")
    ModelAndView show(
            Caller caller,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String brand) {
        return new ModelAndView("start", Map.of("start", guides.read(caller, agency, brand)));
    }
}
