package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.ingest.web.engagements.RejectionReplayer.ReplayedRows;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's rejected rows: browse, filter by the reason, and replay those whose cause was fixed. */
@Controller
class RejectionPageController extends PageController {

    private static final String REJECTED = "/agencies/{agency}/brands/{brand}/rejected";

    private final BrandCatalogue brands;
    private final RejectionRepository rejections;
    private final RejectionReplayer replayer;
    private final Clock clock;

    RejectionPageController(
            BrandCatalogue brands, RejectionRepository rejections, RejectionReplayer replayer, Clock clock) {
        this.brands = brands;
        this.rejections = rejections;
        this.replayer = replayer;
        this.clock = clock;
    }

    @GetMapping(REJECTED)
    ModelAndView show(
            BrandKey brand, @RequestParam(required = false) @Nullable RejectionCode code, PageRequest paging) {
        return page(brands.require(brand), code, paging, null);
    }

    /**
     * Replays the rows that are ticked, or all of a reason.
     *
     * @param code the reason that the page shows; null for all
     * @param all whether to replay the newest 500 rows with this reason
     */
    @PostMapping(path = REJECTED + "/replay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView replay(
            BrandKey brand,
            @RequestParam(required = false) @Nullable List<@Nullable UUID> ids,
            @RequestParam(required = false) @Nullable RejectionCode code,
            @RequestParam(defaultValue = "false") boolean all) {
        var registered = brands.require(brand);
        var chosen = ids == null
                ? List.<UUID>of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
        if (chosen.size() > PageRequest.MAX_LIMIT) {
            throw Problem.invalid("ids", "ids has at most " + PageRequest.MAX_LIMIT + " entries.")
                    .asException();
        }
        var selected = all ? rejections.find(brand, code, null, PageRequest.MAX_LIMIT) : rejections.find(brand, chosen);
        var result = replayer.replay(registered, selected, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return page(registered, code, PageRequest.of(null, null), result);
    }

    private ModelAndView page(
            BrandRegistered brand, @Nullable RejectionCode code, PageRequest paging, @Nullable ReplayedRows replayed) {
        var page = RejectionController.page(rejections, brand.brandKey(), code, paging);
        var model = new ModelAndView("rejected");
        model.addObject("name", brand.name());
        model.addObject("key", brand.brandKey());
        model.addObject("codes", RejectionCode.values());
        model.addObject("code", code);
        model.addObject("replayed", replayed);
        model.addObject("rows", page.items().stream().map(RejectedInput::of).toList());
        return model.addObject("next", page.next());
    }
}
