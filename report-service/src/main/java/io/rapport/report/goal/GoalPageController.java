package io.rapport.report.goal;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.brand.BrandGoal;
import io.rapport.report.domain.goal.GoalFigure;
import io.rapport.report.domain.goal.GoalFigure.GoalUnit;
import io.rapport.report.domain.goal.GoalProgress.AgencyBenchmark;
import io.rapport.report.page.BrandPageFrame;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PageFormat;
import io.rapport.report.request.WindowRequest;
import io.rapport.web.auth.Caller;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a brand's goals with the form that sets them. */
@Controller
@RequestMapping("/agencies/{agency}/brands/{brand}")
class GoalPageController extends PageController {

    private final BrandPageFrame frame;
    private final GoalHandler goals;

    GoalPageController(BrandPageFrame frame, GoalHandler goals) {
        this.frame = frame;
        this.goals = goals;
    }

    /**
     * The fields of the form: a target for each figure, empty for none.
     *
     * @param version the version that was shown (optimistic lock)
     */
    record GoalFields(
            @Nullable String clientsSeenShare,
            @Nullable String ror,
            @Nullable String seen,
            @Nullable String newPeople,
            @Nullable String captiveShare,
            @Nullable String promotionalShare,
            @Nullable String answerMinutes,
            @Nullable String answeredWithinTarget,
            @Nullable Long version) {

        private @Nullable String of(GoalFigure figure) {
            return switch (figure) {
                case CLIENTS_SEEN_SHARE -> clientsSeenShare;
                case ROR -> ror;
                case SEEN -> seen;
                case NEW -> newPeople;
                case CAPTIVE_SHARE -> captiveShare;
                case PROMOTIONAL_SHARE -> promotionalShare;
                case ANSWER_MINUTES -> answerMinutes;
                case ANSWERED_WITHIN_TARGET -> answeredWithinTarget;
            };
        }

        List<BrandGoal> goals() {
            return Arrays.stream(GoalFigure.values())
                    .flatMap(figure -> Stream.ofNullable(of(figure))
                            .filter(text -> !text.isBlank())
                            .map(text -> new BrandGoal(figure.field(), target(figure, text))))
                    .toList();
        }

        private static double target(GoalFigure figure, String text) {
            try {
                return GoalLine.fromForm(
                        figure.unit(), Double.parseDouble(text.strip().replace(',', '.')));
            } catch (NumberFormatException e) {
                throw Problem.invalid(figure.field(), "The goal for " + figure.label() + " is a number.")
                        .asException();
            }
        }
    }

    /**
     * A field of the form.
     *
     * @param name of the parameter
     * @param value the target; empty without one
     */
    record GoalField(String name, String label, String value, String benchmark) {

        static GoalField of(GoalFigure figure, @Nullable Double target, @Nullable AgencyBenchmark median) {
            return new GoalField(
                    figure == GoalFigure.NEW ? "newPeople" : figure.field(),
                    text(figure.higherIsBetter() ? "goal.field.at-least" : "goal.field.at-most", GoalLine.label(figure))
                            + unit(figure.unit()),
                    target == null ? "" : plain(GoalLine.toForm(figure.unit(), target)),
                    median == null
                            ? ""
                            : text("goal.median", median.brands(), GoalLine.format(figure.unit(), median.median())));
        }

        private static String unit(GoalUnit unit) {
            return switch (unit) {
                case SHARE -> " (%)";
                case MINUTES -> " " + text("goal.minutes");
                default -> "";
            };
        }

        private static String plain(double value) {
            return PageFormat.editable(value);
        }
    }

    @GetMapping("/goals")
    ModelAndView goals(BrandKey brand, Caller caller) {
        var asOf = frame.resolveDay(brand, null);
        var stored = goals.find(brand);
        var targets = stored.goals().stream().collect(Collectors.toMap(BrandGoal::figure, BrandGoal::target));
        var medians = goals.benchmarks(brand.agency());
        return frame.page("goals", brand, asOf)
                .addAllObjects(new WindowRequest(null, null).model())
                .addObject("mayChange", caller.hasScope(Scope.ADMIN))
                .addObject("version", stored.version())
                .addObject(
                        "lines",
                        goals.progress(brand, asOf, stored.goals(), medians).stream()
                                .map(goal -> GoalLine.of(goal, brand))
                                .toList())
                .addObject(
                        "fields",
                        Arrays.stream(GoalFigure.values())
                                .map(figure -> GoalField.of(figure, targets.get(figure.field()), medians.get(figure)))
                                .toList());
    }

    @PostMapping(path = "/goals", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView set(BrandKey brand, GoalFields fields, Caller caller) {
        frame.resolveDay(brand, null);
        goals.set(brand, fields.goals(), fields.version(), caller);
        return seeOther(BrandPageLink.path(brand.agency(), brand.brand()) + "/goals");
    }
}
